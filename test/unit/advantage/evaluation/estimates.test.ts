import { describe, expect, it } from "vitest";
import { bestOfN, majorityAtK, passAtK, type Vote } from "../../../../src/advantage/index.js";

const votes = (answers: string): Vote[] =>
  Array.from(answers, (answer) => ({ answer: answer === "-" ? null : answer, isCorrect: answer === "a" }));

/** All sets of k. */
function sets<T>(items: readonly T[], k: number): T[][] {
  if (k === 0) return [[]];
  return items.flatMap((item, i) => sets(items.slice(i + 1), k - 1).map((rest) => [item, ...rest]));
}

const meanOver = <T>(items: readonly T[], k: number, value: (set: T[]) => number): number => {
  const all = sets(items, k);
  return all.reduce((sum, set) => sum + value(set), 0) / all.length;
};

function majority(set: readonly Vote[]): number {
  const counts = new Map<string, number>();
  for (const { answer } of set) if (answer !== null) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const winners = [...counts].filter(([, count]) => count === most);
  return winners.some(([answer]) => answer === "a") ? 1 / winners.length : 0;
}

describe("passAtK", () => {
  it.each([1, 2, 3, 5])("is the mean over all sets of %d", (k) => {
    const scores = [1, 0, 0, null, 1, 0];
    expect(passAtK([scores], { k }).value).toBeCloseTo(
      meanOver(scores, k, (set) => Number(set.includes(1))),
      12,
    );
  });

  it("has Wilson's interval over problems", () => {
    const { value, interval, method } = passAtK([[1], [1], [0], [1]], { k: 1 });
    expect([value, method]).toEqual([0.75, "wilson"]);
    expect(interval).toEqual([expect.closeTo(0.3006, 4), expect.closeTo(0.9544, 4)]);
    expect(passAtK([], { k: 1 })).toEqual({ value: Number.NaN, interval: null, method: "wilson" });
  });

  it.each([
    [{ k: 0 }, /k must be an integer/],
    [{ k: 3 }, /Problem 0 has 2 samples, too few for k = 3/],
    [{ k: 1, confidence: 1 }, /confidence must be between 0 and 1/],
  ])("refuses %o", (options, message) => {
    expect(() => passAtK([[1, 0]], options)).toThrow(message);
  });
});

describe("majorityAtK", () => {
  it.each(["aab", "aabb", "abc-", "aaabbc--", "bbb", "----", "abcdaab"])(
    "is the mean over all sets of %s",
    (answers) => {
      for (let k = 1; k <= answers.length; k++) {
        const { value } = majorityAtK([votes(answers)], { k });
        expect(value, `k = ${k}`).toBeCloseTo(meanOver(votes(answers), k, majority), 9);
      }
    },
  );
});

describe("an interval", () => {
  const problems = ["aab", "abb", "aaa", "bbb"];
  const passes = problems.map((answers) => Array.from(answers, (answer) => Number(answer === "a")));

  it("of majorityAtK is Wilson's over problems, as that of passAtK", () => {
    const { value, interval, method } = majorityAtK(problems.map(votes), { k: 3 });
    expect([value, method]).toEqual([0.5, "wilson"]);
    expect(interval).toEqual([expect.closeTo(0.15004, 4), expect.closeTo(0.84996, 4)]);
    expect(majorityAtK(problems.map(votes), { k: 1 })).toEqual(passAtK(passes, { k: 1 }));
  });

  it.each([
    ["passAtK", (confidence: number) => passAtK(passes, { k: 2, confidence })],
    ["majorityAtK", (confidence: number) => majorityAtK(problems.map(votes), { k: 2, confidence })],
    ["bestOfN", (confidence: number) => bestOfN(passes, { n: 2, confidence })],
  ])("of %s holds the value, and widens with the confidence", (_name, estimate) => {
    const widths = [0.5, 0.9, 0.95, 0.999].map((confidence) => {
      const { value, interval } = estimate(confidence);
      const [low, high] = interval ?? [Number.NaN, Number.NaN];
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
      return high - low;
    });
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(new Set(widths).size).toBe(4);
  });
});

describe("bestOfN", () => {
  const scores = [0.2, 0.9, 0.9, 0.1, 0.5];

  it.each([1, 2, 3, 5])("is the mean over all sets of %d", (n) => {
    expect(bestOfN([scores], { n }).value).toBeCloseTo(
      meanOver(scores, n, (set) => Math.max(...set)),
      12,
    );
  });

  it("chooses by another score", () => {
    const by = [5, 4, 3, 2, 1];
    const rows = scores.map((score, i) => ({ score, rank: by[i] as number }));
    expect(bestOfN([scores], { n: 2, by: [by] }).value).toBeCloseTo(
      meanOver(rows, 2, ([a, b]) => ((a?.rank as number) > (b?.rank as number) ? a : b)?.score as number),
      12,
    );
  });

  it("has the normal interval over problems", () => {
    const { interval } = bestOfN([[1], [3]], { n: 1 });
    expect(interval).toEqual([expect.closeTo(2 - 1.959964, 5), expect.closeTo(2 + 1.959964, 5)]);
    expect(bestOfN([[1]], { n: 1 }).interval).toBeNull();
  });
});
