import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { majorityAtK, passAtK } from "../../../../src/advantage/index.js";
import { groupLines } from "../../../../src/cli/stats/group-lines.js";
import { markdownOf, textOf } from "../../../../src/cli/stats/render.js";
import { runStats, type Stats, type StatsRun } from "../../../../src/cli/stats/run-stats.js";
import { tablesOf } from "../../../../src/cli/stats/tables.js";

const folder = mkdtempSync(join(tmpdir(), "stats-"));

function file(name: string, rows: readonly unknown[]): string {
  const path = join(folder, name);
  writeFileSync(path, rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row))).join("\n"));
  return path;
}

const stats = (inputs: readonly string[], changes: Partial<StatsRun> = {}): Promise<Stats> =>
  runStats({
    ...{
      inputs,
      fields: {},
      by: null,
      reward: null,
      threshold: 1,
      ks: null,
      confidence: 0.95,
      equality: "math",
    },
    ...changes,
  });

const row = (prompt: string, accuracy: number | null, answer: string | null, more: object = {}) => ({
  prompt,
  completion: "x".repeat(accuracy === 1 ? 10 : 20),
  scores: { accuracy, format: 0.5 },
  reward: accuracy,
  verdicts: { accuracy: { status: accuracy === 1 ? "correct" : "incorrect", by: "rational" }, format: null },
  extra: { "accuracy.extracted": answer },
  ...more,
});

const ROWS = [
  row("p", 1, "0.5"),
  row("p", 0, "3"),
  row("q", 1, "7"),
  row("q", 1, "7"),
  row("p", 1, "1/2"),
  row("p", 0, "3.0"),
  row("q", 1, "7"),
  row("q", 0, null),
  { prompt: "p", error: "line 9: it was lost" },
  "no row",
];

describe("runStats", () => {
  it("counts rows, completions and groups, whose rows may stand anywhere", async () => {
    const { summary } = await stats([file("rows.jsonl", ROWS)]);
    expect(summary).toMatchObject({ correctness: "accuracy", threshold: 1, confidence: 0.95 });
    expect(summary.dataSets).toMatchObject([
      {
        ...{ dataSet: "rows.jsonl", rows: 10, notScored: 2, completions: 8, noReward: 0 },
        ...{ groups: 2, compared: 2, degenerate: 0 },
        lengths: { all: { completions: 8, mean: 13.75 }, correct: { max: 10 }, incorrect: { min: 20 } },
      },
    ]);
  });

  it("has pass@k and maj@k of the groups that have enough completions", async () => {
    const { summary } = await stats([file("rows.jsonl", [...ROWS, row("r", 0, "1")])]);
    const [{ passAtK: pass, majorityAtK: majority } = { passAtK: [], majorityAtK: [] }] = summary.dataSets;
    const scores = [
      [1, 0, 1, 0],
      [1, 1, 1, 0],
    ];
    const votes = [
      [true, false, true, false].map((isCorrect) => ({ answer: isCorrect ? "0.5" : "3", isCorrect })),
      [true, true, true, false].map((isCorrect) => ({ answer: isCorrect ? "7" : null, isCorrect })),
    ];
    expect(pass.map(({ k, groups }) => [k, groups])).toEqual([
      [1, 3],
      [4, 2],
    ]);
    expect(pass[1]?.estimate).toEqual(passAtK(scores, { k: 4 }));
    expect(pass[0]?.estimate?.value).toBeCloseTo(passAtK([...scores, [0]], { k: 1 }).value, 12);
    expect(majority[1]?.estimate?.value).toBeCloseTo(majorityAtK(votes, { k: 4 }).value, 12);
  });

  it("leaves groups without a score out of pass@k, and tells a k that no group has", async () => {
    const rows = [row("p", 1, "1"), row("p", null, "1"), row("q", null, "1")];
    const { summary } = await stats([file("rows.jsonl", rows)], { ks: [1, 9] });
    expect(summary.dataSets[0]).toMatchObject({
      noReward: 2,
      passAtK: [
        { k: 1, groups: 1, estimate: { value: 0.5 } },
        { k: 9, groups: 0, estimate: null },
      ],
      rewards: [
        { reward: "accuracy", scored: 1, nulls: 2, mean: { value: 1, interval: null } },
        { nulls: 0 },
      ],
    });
  });

  it("parts data sets by file, and by a field", async () => {
    mkdirSync(join(folder, "b"), { recursive: true });
    const paths = [
      file("rows.jsonl", [row("p", 1, "1", { level: 1 })]),
      file("b/rows.jsonl", [row("p", 0, "1", { level: 1 }), row("p", 0, "1")]),
    ];
    expect((await stats(paths)).summary.dataSets.map(({ dataSet }) => dataSet)).toEqual(paths);
    const { summary } = await stats(paths, { by: "level" });
    expect(
      summary.dataSets.map(({ dataSet, completions, groups }) => [dataSet, completions, groups]),
    ).toEqual([
      ["1", 2, 1],
      ["(none)", 1, 1],
    ]);
    const ids = Array.from({ length: 1001 }, (_, id) => row("p", 1, "1", { id }));
    await expect(stats([file("ids.jsonl", ids)], { by: "id" })).rejects.toThrow(/--by has more than 1000/);
  });

  it("counts without a reward that says what is correct, and refuses one that is none", async () => {
    const plain = { prompt: "p", completion: "x", scores: { a: 1, b: 0 }, reward: 1 };
    const path = file("plain.jsonl", [plain, plain]);
    const { summary } = await stats([path]);
    expect(summary).toMatchObject({ correctness: null, dataSets: [{ passAtK: [], degenerate: 1 }] });
    await expect(stats([path], { reward: "c" })).rejects.toThrow(/called "c"; there is a, b/);
  });

  it("tells each group in a line", async () => {
    const lines = [...groupLines((await stats([file("rows.jsonl", ROWS)])).dataSets)];
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        ...{ data_set: "rows.jsonl", source: "rows.jsonl", line: 1, group: "p", completions: 4 },
        ...{ correct: 2, pass_rate: 0.5, reward: { mean: 0.5, min: 0, max: 1 }, degenerate: false },
        ...{
          scores: { accuracy: 0.5, format: 0.5 },
          majority: "0.5",
          votes: 2,
          majority_correct: true,
          characters: 15,
        },
      },
      expect.objectContaining({ line: 3, group: "q", correct: 3, majority: "7", votes: 3 }),
    ]);
  });
});

describe("tables", () => {
  it("stay within 80 columns, and show no control characters", async () => {
    const name = "a_reward_of_a_name_that_is_far_too_long_for_any_table";
    const long = (prompt: string, score: number) => ({
      prompt: prompt,
      completion: "x",
      scores: { [name]: score, [`${name}_2`]: 123456.789, "\u001b[2J": 1 },
      reward: score,
      level: "x".repeat(200),
    });
    const { summary } = await stats(
      [file("long.jsonl", [long("p", 1), long("q", 0), { ...long("p", 0), level: 2 }])],
      {
        by: "level",
        reward: name,
      },
    );
    const text = textOf(tablesOf(summary));
    const longest = Math.max(...text.split("\n").map((line) => line.length));
    expect(longest).toBeLessThanOrEqual(80);
    expect(text).not.toContain("\u001b");
    expect(markdownOf(tablesOf(summary))).toContain("| a\\_reward\\_of\\_a\\_name");
  });

  it("say that there are no rows", async () => {
    const { summary } = await stats([file("empty.jsonl", [])]);
    expect(textOf(tablesOf(summary))).toBe("There are no rows.\n");
  });
});
