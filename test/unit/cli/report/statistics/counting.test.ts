import { describe, expect, it } from "vitest";
import { approval } from "../../../../../src/cli/report/approval.js";
import {
  addScores,
  emptyDisagreement,
  pairKey,
} from "../../../../../src/cli/report/statistics/disagreement.js";
import { createGreatest } from "../../../../../src/cli/report/statistics/greatest.js";
import { createLengthDensity } from "../../../../../src/cli/report/statistics/length-density.js";
import { addMoment, deviation, emptyMoments } from "../../../../../src/cli/report/statistics/moments.js";
import { createReservoir } from "../../../../../src/cli/report/statistics/reservoir.js";
import { createSummaries } from "../../../../../src/cli/report/statistics/reward-summaries.js";
import { addOpinion, emptySummary } from "../../../../../src/cli/report/statistics/reward-summary.js";
import { addGroup, emptySpread } from "../../../../../src/cli/report/statistics/spread.js";
import { createRandom } from "../../../../../src/testing/random.js";

describe("moments", () => {
  it("are those of the sample", () => {
    const moments = emptyMoments();
    for (const value of [2, 4, 4, 4, 5, 5, 7, 9]) addMoment(moments, value);
    expect(moments).toMatchObject({ count: 8, mean: 5, least: 2, most: 9 });
    expect(deviation(moments)).toBeCloseTo(Math.sqrt(32 / 7), 12);
  });

  it("a single number does not deviate", () => {
    const moments = emptyMoments();
    addMoment(moments, 3);
    expect(deviation(moments)).toBe(0);
  });
});

describe("createReservoir", () => {
  it("keeps all while there is room, then so many, each by the same chance", () => {
    const kept = new Map<number, number>();
    for (let seed = 0; seed < 2000; seed++) {
      const reservoir = createReservoir<number>(5, createRandom(seed));
      for (let i = 0; i < 20; i++) reservoir.offer(() => i);
      expect(reservoir.items).toHaveLength(5);
      for (const item of reservoir.items) kept.set(item, (kept.get(item) ?? 0) + 1);
    }
    for (let i = 0; i < 20; i++) expect(kept.get(i)).toBeGreaterThan(400);
  });

  it("makes no item that it does not keep", () => {
    const reservoir = createReservoir<number>(10, createRandom(1));
    let made = 0;
    for (let i = 0; i < 100_000; i++) reservoir.offer(() => made++);
    expect(made).toBeLessThan(300);
  });
});

describe("createGreatest", () => {
  it("keeps the greatest in order, of equals the first", () => {
    const greatest = createGreatest<string>(3);
    for (const [size, name] of [
      [1, "a"],
      [5, "b"],
      [5, "c"],
      [2, "d"],
      [5, "e"],
      [9, "f"],
    ] as const) {
      greatest.offer(size, () => name);
    }
    expect(greatest.items()).toEqual(["f", "b", "c"]);
  });
});

describe("addGroup", () => {
  it("counts groups, those without a spread apart, and no completion that stands alone", () => {
    const spread = emptySpread();
    for (const rewards of [[1, 0, 1], [1, 1], [0, 0, null], [1], [null, 1], []]) addGroup(spread, rewards);
    expect(spread).toMatchObject({ groups: 3, degenerate: 2, sizes: { least: 2, most: 3 } });
    expect(spread.degenerateMeans.bins().map(({ from }) => from)).toEqual([0, 1]);
    expect(spread.spreadMeans.bins()[0]?.from).toBeCloseTo(2 / 3, 12);
  });
});

describe("addScores", () => {
  const pairsOf = (scores: [string, number | null][]) => {
    const disagreement = emptyDisagreement();
    return { pairs: addScores(disagreement, scores, approval(0.5)), disagreement };
  };

  it("names which reward approves and which does not", () => {
    const { pairs, disagreement } = pairsOf([
      ["mine", 1],
      ["yours", 0.5],
      ["silent", null],
    ]);
    expect(pairs).toEqual([{ approving: "mine", refusing: "yours" }]);
    expect([...disagreement.counts]).toEqual([[pairKey("mine", "yours"), 1]]);
    expect(disagreement.both.get(pairKey("yours", "mine"))).toBe(1);
    expect(disagreement.both.has(pairKey("mine", "silent"))).toBe(false);
  });

  it("a built-in penalty approves in the upper half of its range", () => {
    expect(
      pairsOf([
        ["accuracy", 1],
        ["repetition_penalty", 0],
      ]).pairs,
    ).toEqual([]);
    expect(
      pairsOf([
        ["accuracy", 1],
        ["repetition_penalty", -0.9],
      ]).pairs,
    ).toHaveLength(1);
  });
});

describe("addOpinion", () => {
  it("counts scores, nulls, outcomes and times", () => {
    const summary = emptySummary("accuracy");
    const none = { score: null, verdict: null, milliseconds: null };
    addOpinion(summary, { score: 1, verdict: { status: "correct", by: "text" }, milliseconds: 2 }, 10);
    addOpinion(
      summary,
      { ...none, verdict: { status: "undetermined", fault: "system", reason: "timeout" } },
      10,
    );
    addOpinion(summary, none, null);
    expect(summary).toMatchObject({
      nulls: 2,
      scores: { count: 1, mean: 1 },
      times: { moments: { count: 1, mean: 2 } },
    });
    expect(Object.fromEntries(summary.outcomes)).toEqual({ correct: 1, "system:timeout": 1, "no score": 1 });
  });

  it("bounds how many outcomes it tells apart", () => {
    const summary = emptySummary("mine");
    for (let i = 0; i < 1000; i++) {
      const verdict = { status: "undetermined", fault: "system", reason: `reason ${i}` } as const;
      addOpinion(summary, { score: null, verdict, milliseconds: null }, null);
    }
    expect(summary.outcomes.size).toBeLessThan(30);
    expect(summary.outcomes.get("other")).toBeGreaterThan(970);
  });
});

describe("createSummaries", () => {
  it("bounds how many rewards there are, and counts the others", () => {
    const summaries = createSummaries();
    for (let i = 0; i < 100; i++) summaries.of(`reward ${i % 50}`);
    expect(summaries.known.size).toBe(16);
    expect(summaries.leftOut.size).toBe(34);
    expect(summaries.of("reward 3")).toBe(summaries.of("reward 3"));
  });
});

describe("createLengthDensity", () => {
  it("has a column for each third of a doubling, with its mean", () => {
    const density = createLengthDensity();
    for (const [length, score] of [
      [0, 0],
      [100, 1],
      [101, 0],
      [10_000, 1],
    ] as const)
      density.add(length, score);
    const columns = density.columns();
    expect(columns.map(({ moments }) => moments.mean)).toEqual([0, 0.5, 1]);
    for (const { from, to } of columns) expect(to / from).toBeCloseTo(2 ** (1 / 3), 9);
  });
});
