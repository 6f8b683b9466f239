import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "./run-command.js";
import { folder, jsonLines, score } from "./run-score.js";

const ROWS = [
  { id: 1, prompt: "6 × 7?", completion: ["\\boxed{42}", "\\boxed{41}"], solution: "42", tokens: [3, 4] },
  { id: 2, prompt: "1 + 1?", completion: ["\\boxed{2}", "\\boxed{2}", ""], solution: "2", tokens: [1, 1, 0] },
  { id: 3, prompt: "2 + 2?", completion: [], solution: null, tokens: [] },
];

/** The same rows, scored as lines and as Parquet, under the same name in two folders. */
function scoredTwice(): { readonly lines: string; readonly parquet: string } {
  const [lines, parquet] = [join(folder(), "scored"), join(folder(), "scored.parquet")];
  for (const output of [lines, parquet]) {
    const input = `${jsonLines(ROWS)}no row\n`;
    const args = ["--rewards", "accuracy,think_format", "--advantages", "grpo", "-o", output];
    expect(score(args, input)).toMatchObject({ code: 0, stdout: "" });
  }
  return { lines, parquet };
}

/** Without the file's name, and the width that it gives to its column. */
const figures = (text: string): string => text.replace(/scored(?:\.parquet)?/g, "").replace(/ +/g, " ");

describe("rows that are written as Parquet", () => {
  const { lines, parquet } = scoredTwice();

  it("give the figures that lines of JSON give, and leave nothing beside them", () => {
    const ofLines = run("stats", [lines]);
    const ofParquet = run("stats", [parquet]);
    expect(ofParquet.code).toBe(0);
    expect(figures(ofParquet.stdout)).toBe(figures(ofLines.stdout));
    expect(readdirSync(join(parquet, ".."))).toEqual(["scored.parquet"]);
    expect(readFileSync(parquet).subarray(0, 4).toString()).toBe("PAR1");
  });

  it("are filtered from Parquet to Parquet as lines are", () => {
    const kept = join(folder(), "kept.parquet");
    const ofLines = run("filter", [lines, "--correct", "--unique"]);
    const ofParquet = run("filter", [parquet, "--correct", "--unique", "-o", kept]);
    expect(figures(ofParquet.stderr)).toBe(figures(ofLines.stderr));
    // `error` is a column of the whole file.
    const rows = ofLines.lines.map((row) => ({ ...(row as object), error: null }));
    expect(rows).toHaveLength(2);
    expect(run("filter", [kept]).lines).toEqual(rows);
  });

  it("are not resumed, which is told before anything is read", () => {
    const { code, stderr } = score([
      "absent.jsonl",
      "--rewards",
      "accuracy",
      "-o",
      "out.parquet",
      "--resume",
    ]);
    expect(code).not.toBe(0);
    expect(stderr).toContain(
      "error: --resume goes on with lines of JSON, not with Parquet: give -o out.parquet.jsonl",
    );
  });

  it("take the place of no other file while they wait", () => {
    const output = join(folder(), "out.parquet");
    writeFileSync(`${output}.jsonl`, jsonLines(ROWS));
    const { code, stderr } = score([`${output}.jsonl`, "--rewards", "accuracy", "-o", output]);
    expect(code).not.toBe(0);
    expect(stderr).toContain(`${output}.jsonl is in the way`);
    expect(readFileSync(`${output}.jsonl`, "utf8")).toBe(jsonLines(ROWS));
    expect(existsSync(output)).toBe(false);
  });

  it("leave no file where none was written", () => {
    const at = folder();
    const args = ["--correct", "-o", join(at, "kept.parquet")];
    expect(run("filter", args, jsonLines(ROWS)).code).not.toBe(0);
    expect(run("filter", ["--correct", "--rejected", join(at, "rest.parquet")], "").stderr).toContain(
      "error: --rejected is lines of JSON, and not Parquet",
    );
    expect(readdirSync(at)).toEqual([]);
  });
});
