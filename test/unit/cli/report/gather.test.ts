import { describe, expect, it } from "vitest";
import { createGatherer } from "../../../../src/cli/report/gather.js";
import type { Report } from "../../../../src/cli/report/report.js";
import { readScoredRow } from "../../../../src/cli/scored/read-scored-row.js";
import { FIELDS } from "./fields.js";

import type { ScoredRow } from "../../../../src/cli/scored/scored-row.js";

function rowOf(content: object | string, line: number): ScoredRow {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return { ...readScoredRow(text, FIELDS), fields: FIELDS, source: "scored.jsonl", line, text };
}

const scored = (completion: string, accuracy: number | null, format = 1) => ({
  prompt: "What is 3 + 4?",
  completion,
  solution: "7",
  scores: { accuracy, format },
  reward: accuracy === null ? null : accuracy + format,
  verdicts: {
    accuracy: accuracy === null ? { status: "undetermined", fault: "reference", reason: "missing" } : null,
  },
});

function reportOf(groups: readonly (readonly (object | string)[])[], samples = 10): Report {
  const gatherer = createGatherer({ title: "t", inputs: ["scored.jsonl"], threshold: 0.5, samples });
  let line = 0;
  for (const group of groups) gatherer.add(group.map((content) => rowOf(content, ++line)));
  return gatherer.finish();
}

describe("createGatherer", () => {
  it("counts rows, completions, groups, disagreement and hacks", () => {
    const report = reportOf([
      [scored("\\boxed{7}", 1), scored("\\boxed{8}", 0)],
      [scored("\\boxed{}", 1), scored("\\boxed{9}", 1, 0)],
      ['{"error": "line 5: there is no field \\"completion\\""}'],
    ]);
    expect(report).toMatchObject({
      rows: 5,
      completions: 4,
      spread: { groups: 2, degenerate: 0 },
      disagreeing: 2,
      unscoredLines: { count: 1, first: [{ line: 5, source: "scored.jsonl" }] },
    });
    expect(report.hacks).toMatchObject([{ hack: { id: "K4" }, found: 1, paidByAny: 1 }]);
    expect(report.rewards.map(({ name }) => name)).toEqual(["accuracy", "format"]);
  });

  it("keeps all that is of interest, and draws the rest by a lot that is always the same", () => {
    const groups = Array.from({ length: 3000 }, (_, i) => [
      scored(`It is \\boxed{${i}}`, i === 1234 ? null : 1),
    ]);
    const numbers = ({ samples }: Report): number[] => samples.map(({ number }) => number);
    const report = reportOf(groups, 50);
    expect(report.chosen.random).toEqual({ found: 3000, shown: 50 });
    expect(report.chosen.unscored).toEqual({ found: 1, shown: 1 });
    expect(numbers(report)).toContain(1235);
    expect(numbers(report)).toEqual(numbers(reportOf(groups, 50)));
  });

  it("reads how long rewards took, of one completion and of a list", () => {
    const list = {
      completion: ["a", "b"],
      scores: { accuracy: [1, 0] },
      reward: [1, 0],
      timings: { accuracy: [5, 80] },
    };
    const one = { ...scored("c", 1), timings: { accuracy: 20, format: null, other: "x" } };
    const { slowest, rewards } = reportOf([[list], [one]]);
    expect(slowest.map(({ milliseconds, sample }) => [milliseconds, sample.number])).toEqual([
      [80, 2],
      [20, 3],
      [5, 1],
    ]);
    expect(rewards[0]?.times.moments.count).toBe(3);
  });

  it("holds little of long completions", () => {
    const [sample] = reportOf([[scored("x".repeat(1_000_000), 1)]]).samples;
    expect(sample?.length).toBe(1_000_000);
    expect(sample?.completion?.length).toBeLessThan(100_000);
    expect((sample?.completion?.length ?? 0) + (sample?.omitted ?? 0)).toBe(1_000_000);
  });
});
