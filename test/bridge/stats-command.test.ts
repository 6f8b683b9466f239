import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "./run-command.js";
import { folder, jsonLines, score } from "./run-score.js";

const ROWS = ["4", "2", "1"].flatMap((answer, prompt) =>
  [answer, `${answer}.0`, "no", "5"].map((said) => ({
    prompt: `prompt ${prompt}`,
    completion: `\\boxed{${said}}`,
    solution: answer,
  })),
);

describe("stats", () => {
  it("shows what score wrote, as tables, JSON and lines of groups", () => {
    const path = join(folder(), "scored.jsonl");
    expect(score(["--rewards", "accuracy,think_format", "-o", path], jsonLines(ROWS)).code).toBe(0);
    const { code, stdout, stderr } = run("stats", [path]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^ {2}scored\.jsonl +12 +0\.0 % +12 +0\.0 % +3 +0\.0 %$/m);
    expect(stdout).toMatch(/^ {2}1 +3 +50\.0 +[\d.]+ to [\d.]+ +50\.0 /m);
    expect(stdout).toMatch(/^ {2}4 +3 +100\.0 +43\.9 to 100\.0 +100\.0 /m);
    const { lines } = run("stats", [path, "--groups"]);
    expect(lines.map(({ group, correct }) => [group, correct])).toEqual([
      ["prompt 0", 2],
      ["prompt 1", 2],
      ["prompt 2", 2],
    ]);
    const json = JSON.parse(run("stats", [path, "--format", "json", "--k", "2"]).stdout) as unknown;
    expect(json).toMatchObject({ correctness: "accuracy", dataSets: [{ passAtK: [{ k: 2, groups: 3 }] }] });
  });

  it("reads a pipe, and says what is not to be told", () => {
    const row = { prompt: "p", completion: "x", scores: { a: 1, b: 1 }, reward: 2 };
    const { code, stdout, stderr } = run("stats", ["--format", "markdown"], jsonLines([row]));
    expect(code).toBe(0);
    expect(stdout).toContain("| data set | rows |");
    expect(stderr).toBe("no pass@k and maj@k: give --reward, the reward that says what is correct\n");
  });

  it.each<[string[], number, string, RegExp]>([
    [[], 2, '{"prompt":"p","completion":"x"}', /has no scores: score it first/],
    [["--k", "0"], 2, "", /whole numbers from 1/],
    [["--confidence", "1"], 2, "", /between 0 and 1/],
    [["nowhere.jsonl"], 1, "", /no such file.*nowhere/],
  ])("a mistake is told: %j", (args, expected, input, message) => {
    const { code, stdout, stderr } = run("stats", args, input);
    expect({ code, stdout }).toEqual({ code: expected, stdout: "" });
    expect(stderr).toMatch(message);
  });
});
