import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "./run-command.js";
import { folder, jsonLines, score } from "./run-score.js";
import { MAIN } from "./server-process.js";

const ROWS = [
  { id: 1, prompt: "6 × 7?", completion: "\\boxed{42}", solution: "42" },
  { id: 2, prompt: "6 × 7?", completion: "\\boxed{41}", solution: "42" },
  { id: 3, prompt: "1 + 1?", completion: "\\boxed{2}", solution: "2" },
  { id: 4, prompt: "1 + 1?", completion: "\\boxed{2}", solution: "2" },
  { id: 5, prompt: "2 + 2?", completion: "\\boxed{2}", solution: null },
];

describe("filter", () => {
  it("keeps of what score wrote what is correct, once, and tells why the rest is not", () => {
    const at = folder();
    const [scored, kept, rejected] = ["scored", "kept", "rejected"].map((name) =>
      join(at, `${name}.jsonl`),
    ) as [string, string, string];
    expect(
      score(["--rewards", "accuracy,think_format", "-o", scored], `${jsonLines(ROWS)}no row\n`).code,
    ).toBe(0);
    const { code, stdout, stderr } = run("filter", [
      scored,
      "--correct",
      "--unique",
      "-o",
      kept,
      "--rejected",
      rejected,
    ]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    const lines = readFileSync(scored, "utf8").split("\n");
    expect(readFileSync(kept, "utf8")).toBe(`${lines[0]}\n${lines[2]}\n`);
    const reasons = readFileSync(rejected, "utf8").trimEnd().split("\n");
    expect(reasons.map((line) => (JSON.parse(line) as { rejected: string }).rejected)).toEqual([
      "incorrect",
      "duplicate",
      "no_reward",
      "not_scored",
    ]);
    expect(stderr).toMatch(/^kept +2 +33\.3 %$/m);
    expect(stderr).toMatch(/^duplicate +1 +16\.7 % {2}the group has the same completion before$/m);
    expect(stderr).toMatch(/^2 of 6 rows and 2 of 3 groups kept$/m);
  });

  it("takes completions out of lists from a pipe, and counts as JSON", () => {
    const row = {
      problem: "p",
      generations: ["a", "b", "c"],
      finish: [1, 2, 3],
      scores: { accuracy: [0, 1, 1] },
      reward: [0, 1, 1],
    };
    const rows = [
      row,
      { ...row, generations: ["a", "b"], finish: [1, 2], scores: { accuracy: [1, 1] }, reward: [1, 1] },
    ];
    const { code, lines, stderr } = run(
      "filter",
      ["--pass-rate", "0.5..0.9", "--best", "1", "--json"],
      jsonLines(rows),
    );
    expect(code).toBe(0);
    expect(lines).toEqual([
      { ...row, generations: ["b"], finish: [2], scores: { accuracy: [1] }, reward: [1] },
    ]);
    expect(stderr).toContain("-: lists of completions are also in finish\n");
    expect(JSON.parse(stderr.trimEnd().split("\n").at(-1) ?? "")).toEqual({
      ...{ rows: 2, rowsKept: 1, groups: 2, groupsKept: 1, groupsReturned: 0, completions: 5, kept: 1 },
      dropped: { too_high: 2, not_best: 2 },
    });
  });

  it("says that groups are parted", () => {
    const row = { prompt: "p", completion: "a", scores: { accuracy: 1 }, reward: 1 };
    const { lines, stderr } = run(
      "filter",
      ["--one-per-prompt"],
      jsonLines([row, { ...row, prompt: "q" }, row]),
    );
    expect(lines).toHaveLength(3);
    expect(stderr).toContain("came again behind others, and were judged apart: 1;");
  });

  it("ends quietly when its reader leaves", async () => {
    const at = join(folder(), "rows.jsonl");
    const row = { prompt: "p".repeat(500), completion: "a", scores: { accuracy: 1 }, reward: 1 };
    writeFileSync(
      at,
      jsonLines(Array.from({ length: 20_000 }, (_, i) => ({ ...row, prompt: `${i}${row.prompt}` }))),
    );
    const child = spawn(process.execPath, [MAIN, "filter", at], { stdio: ["ignore", "pipe", "pipe"] });
    child.stderr.resume();
    child.stdout.once("data", () => child.stdout.destroy());
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it.each<[string[], string, RegExp]>([
    [["--correct"], '{"completion":"x","prompt":"y"}', /has no scores: score it first/],
    [["--correct"], '{"scores":{"a":1,"b":1},"reward":1}', /Give --reward; there is a, b/],
    [["--pass-rate", "0.8..0.2"], "", /smaller one first/],
    [["--best", "1", "--one-per-prompt"], "", /cannot be used with/],
    [["--group-filter", "dappo"], "", /"dapo"/],
    [["-o", "x", "--rejected", "./x"], "", /same file/],
  ])("a mistake is a usage error: %j", (args, input, message) => {
    const { code, stdout, stderr } = run("filter", args, input);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });
});
