import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { ScoredFieldFlags } from "../../../../src/cli/scored/choose-scored-fields.js";
import { groupRows } from "../../../../src/cli/scored/group-rows.js";
import { answerOf, type ScoredRow, type ScoredSample } from "../../../../src/cli/scored/scored-row.js";
import { scoredRows } from "../../../../src/cli/scored/scored-rows.js";

const folder = mkdtempSync(join(tmpdir(), "scored-"));

const jsonLines = (rows: readonly unknown[]): string =>
  rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row))).join("\n");

function file(name: string, rows: readonly unknown[]): string {
  const path = join(folder, name);
  writeFileSync(path, name.endsWith(".gz") ? gzipSync(jsonLines(rows)) : jsonLines(rows));
  return path;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const read: T[] = [];
  for await (const item of items) read.push(item);
  return read;
}

const read = (rows: readonly unknown[], flags?: ScoredFieldFlags): Promise<ScoredRow[]> =>
  all(scoredRows([file("rows.jsonl", rows)], flags));

const correct = { status: "correct", by: "rational" };
const row = {
  prompt: "6 × 7?",
  completion: "\\boxed{42}",
  solution: "42",
  scores: { accuracy: 1, think_format: null },
  reward: 1,
  verdicts: { accuracy: correct, think_format: null },
  extra: { "accuracy.extracted": "42" },
  advantage: 0.5,
};
const list = {
  problem: "6 × 7?",
  answer: "It is\n#### 42",
  generations: ["a", [{ role: "assistant", content: "b" }]],
  scores: { accuracy: [1, 0] },
  reward: [1, 0],
  verdicts: { accuracy: [correct, { status: "incorrect", by: "rational" }] },
  extra: { "accuracy.extracted": ["42", null] },
};

const sampleOf = (extra: ScoredSample["extra"]): ScoredSample => ({
  ...{ completion: "", scores: {}, reward: null, verdicts: {}, advantage: null },
  extra,
});

describe("scoredRows", () => {
  it("reads a row of one completion", async () => {
    const [only] = await read([row]);
    expect(only).toEqual({
      source: "rows.jsonl",
      line: 1,
      text: JSON.stringify(row),
      row,
      fields: {
        completion: "completion",
        prompt: "prompt",
        reference: "solution",
        referenceMark: null,
        group: null,
      },
      group: JSON.stringify("6 × 7?"),
      prompt: "6 × 7?",
      reference: "42",
      isList: false,
      error: null,
      samples: [
        {
          completion: "\\boxed{42}",
          scores: row.scores,
          reward: 1,
          verdicts: row.verdicts,
          extra: row.extra,
          advantage: 0.5,
        },
      ],
    });
    expect(only?.samples.map((sample) => answerOf(sample))).toEqual(["42"]);
  });

  it("reads a row of a list, which is a group of its own", async () => {
    const [only] = await read([list]);
    expect(only).toMatchObject({ isList: true, group: null, prompt: "6 × 7?" });
    expect(only?.samples).toMatchObject([
      { completion: "a", scores: { accuracy: 1 }, reward: 1, advantage: null },
      { completion: [{ role: "assistant", content: "b" }], reward: 0, extra: { "accuracy.extracted": null } },
    ]);
    expect(only?.samples.map((sample) => answerOf(sample))).toEqual(["42", null]);
  });

  it("reads what is left after --keep, and an empty list", async () => {
    const { scores, reward } = row;
    const rows = [
      { id: 1, scores, reward },
      { scores: { accuracy: [] }, reward: [] },
    ];
    expect(await read(rows)).toMatchObject([
      { prompt: null, group: null, reference: undefined, samples: [{ completion: null, extra: {} }] },
      { isList: true, samples: [], error: null },
    ]);
  });

  it("takes fields and groups by flags, and references behind their mark", async () => {
    const gsm = {
      question: "q",
      answer: "It is\n#### 42",
      text: "x",
      scores: { a: 1 },
      reward: 1,
      meta: { id: [7] },
    };
    const flags = { completionField: "text", groupField: "meta.id" };
    expect(await read([gsm], flags)).toMatchObject([
      { prompt: "q", reference: "42", group: "[[7]]", samples: [{ completion: "x" }] },
    ]);
  });

  it("guesses the fields of each file, packed or not, and numbers its lines", async () => {
    const paths = [file("a.jsonl", [row, row]), file("b.gz", [list])];
    const rows = await all(scoredRows(paths));
    expect(rows.map(({ source, line, reference }) => [source, line, reference])).toEqual([
      ["a.jsonl", 1, "42"],
      ["a.jsonl", 2, "42"],
      ["b.gz", 1, "It is\n#### 42"],
    ]);
  });

  it.each<[string, unknown]>([
    ["line 3: it was lost", { id: 1, error: "line 3: it was lost" }],
    ["the line is not JSON", "not json"],
    ["the line is blank", ""],
    ["the row has no scores", { id: 1 }],
    ['"scores" is no table', { ...row, scores: [1] }],
    ['"scores" of "accuracy"', { ...row, scores: { accuracy: "1" } }],
    ['"scores" of "accuracy"', { ...list, scores: { accuracy: [1] } }],
    ['"scores" of "accuracy"', { ...list, scores: { accuracy: 1 } }],
    ['"scores" of "accuracy"', '{"scores":{"accuracy":1e999},"reward":1}'],
    ['"verdicts" of "accuracy"', { ...row, verdicts: { accuracy: "correct" } }],
    ['"extra" of "x"', { ...row, extra: { x: {} } }],
    ['"reward" or "advantage"', { ...row, reward: "1" }],
    ['"reward" or "advantage"', { ...list, advantage: [1] }],
  ])("says of a line: %s", async (error, line) => {
    const [, bad, good] = await read([row, line, row]);
    expect(bad).toMatchObject({ samples: [], line: 2, error: expect.stringContaining(error) as string });
    expect(good?.error).toBeNull();
  });

  it("refuses a file that was not scored, and takes one without rows", async () => {
    await expect(read([{ prompt: "x", completion: "y" }, row])).rejects.toThrow(
      /rows\.jsonl has no scores.*grpo-rewards score/,
    );
    expect(await read([])).toEqual([]);
    expect(await read([{ error: "line 1: the line is blank" }])).toHaveLength(1);
  });
});

describe("answerOf", () => {
  const extra = {
    "other.extracted": "1",
    "sum.accuracy.extracted": "2",
    "sum.length": 7,
    "best.extracted": null,
  };
  it.each<[string | null, string | null]>([
    [null, "1"],
    ["other", "1"],
    ["sum", "2"],
    ["sum.accuracy", "2"],
    ["best", null],
    ["unknown", "1"],
  ])("of %s is %s", (reward, answer) => {
    expect(answerOf(sampleOf(extra), reward)).toBe(answer);
  });

  it("is null where nobody tells it", () => {
    expect(answerOf(sampleOf({ length: 1 }))).toBeNull();
  });
});

describe("groupRows", () => {
  const grouped = async (rows: readonly unknown[], max?: number): Promise<number[][]> =>
    (await all(groupRows(scoredRows([file("rows.jsonl", rows)]), max))).map((group) =>
      group.map(({ line }) => line),
    );
  const other = { ...row, prompt: "1 + 1?" };

  it("joins what follows each other, and what could not be scored to that before it", async () => {
    const failed = { error: "line 2: it was lost" };
    expect(await grouped([row, failed, row, other, row, failed])).toEqual([[1, 2, 3], [4], [5, 6]]);
  });

  it("leaves lists and rows without a prompt alone", async () => {
    expect(await grouped([list, list])).toEqual([[1], [2]]);
    const { scores, reward } = row;
    expect(
      await grouped([
        { scores, reward },
        { scores, reward },
      ]),
    ).toEqual([[1], [2]]);
  });

  it("cuts a group that is too large to hold", async () => {
    expect(await grouped([row, row, row, row], JSON.stringify(row).length)).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});
