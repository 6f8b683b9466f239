import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CriteriaFlags, toCriteria } from "../../../../src/cli/filter/criteria.js";
import { judgeGroup } from "../../../../src/cli/filter/judge-group.js";
import type { ScoredSample } from "../../../../src/cli/scored/scored-row.js";

type Sampled = readonly [accuracy: number | null, reward: number | null, completion?: string];

const sample = ([accuracy, reward, completion = "x"]: Sampled): ScoredSample => ({
  completion,
  scores: { accuracy, format: 0 },
  reward,
  verdicts: { accuracy: { status: "correct", by: "rational" }, format: null },
  extra: {},
  advantage: null,
});

function judge(group: readonly Sampled[], flags: Partial<CriteriaFlags>): readonly (string | null)[] {
  const samples = group.map(sample);
  const [first = sample([1, 1])] = samples;
  return judgeGroup(samples, toCriteria({ threshold: 1, ...flags }, first));
}

const MIXED: readonly Sampled[] = [
  [1, 2, "long one"],
  [0, 1, "b"],
  [1, 2, "short"],
  [1, 1, "b"],
];

describe("judgeGroup", () => {
  it.each<[string, Partial<CriteriaFlags>, (string | null)[]]>([
    ["all without criteria", {}, [null, null, null, null]],
    ["what is correct", { correct: true }, [null, "incorrect", null, null]],
    ["what is correct by a reward", { correct: true, reward: "format" }, Array(4).fill("incorrect")],
    ["what is correct from a threshold on", { correct: true, threshold: 0 }, [null, null, null, null]],
    ["what has a reward", { minReward: 2 }, [null, "low_reward", null, "low_reward"]],
    ["what a reward gives", { minReward: 1, reward: "accuracy" }, [null, "low_reward", null, null]],
    ["the best, of equal ones the shortest", { best: 1 }, ["not_best", "not_best", null, "not_best"]],
    ["the best of some, the first of those alike", { best: 3 }, [null, null, null, "not_best"]],
    ["each once", { unique: true }, [null, null, null, "duplicate"]],
    [
      "each correct one once, and the best",
      { correct: true, unique: true, best: 2 },
      [null, "incorrect", null, "not_best"],
    ],
    ["a pass rate at the end of the range", { passRate: [0.75, 0.75] }, [null, null, null, null]],
    ["no higher pass rate", { passRate: [0, 0.7] }, Array(4).fill("too_high")],
    ["no lower pass rate", { passRate: [0.8, 1] }, Array(4).fill("too_low")],
    ["a group that is not of equal rewards", { groupFilter: "open-instruct" }, [null, null, null, null]],
    [
      "what slime keeps by a reward",
      { groupFilter: "slime", reward: "format" },
      Array(4).fill("equal_rewards"),
    ],
  ])("keeps %s", (_title, flags, expected) => {
    expect(judge(MIXED, flags)).toEqual(expected);
  });

  it("drops what has no score, which counts in no rate", () => {
    const group: Sampled[] = [
      [1, 1],
      [null, 0.5],
      [0, null],
    ];
    expect(judge(group, {})).toEqual([null, null, "no_reward"]);
    expect(judge(group, { correct: true })).toEqual([null, "no_reward", "no_reward"]);
    expect(judge(group, { passRate: [1, 1] })).toEqual([null, "no_reward", "no_reward"]);
    expect(judge([[null, null]], { groupFilter: "dapo" })).toEqual(["no_reward"]);
  });

  it("drops a group of one as degenerate, and keeps nothing of none", () => {
    expect(judge([[1, 1]], { groupFilter: "open-instruct" })).toEqual(["equal_rewards"]);
    expect(judge([], { best: 1 })).toEqual([]);
  });

  it("keeps of each group the best n, never a worse one than it drops", () => {
    const score = fc.constantFrom(null, 0, 0.5, 1);
    const samples = fc.array(fc.tuple(score, score, fc.constantFrom("a", "bb", "ccc")));
    fc.assert(
      fc.property(samples, fc.integer({ min: 1, max: 4 }), (group, best) => {
        const reasons = judge(group, { best });
        const scored = group.filter(([, reward]) => reward !== null);
        const kept = group.filter((_, at) => reasons[at] === null);
        expect(kept).toHaveLength(Math.min(best, scored.length));
        const worst = Math.min(...kept.map(([, reward]) => reward ?? 0));
        group.forEach(([, reward], at) => {
          if (reasons[at] === "not_best") expect(reward).toBeLessThanOrEqual(worst);
        });
      }),
    );
  });

  it.each<[Partial<CriteriaFlags>, RegExp]>([
    [{ correct: true, reward: "acuracy" }, /called "acuracy"; there is accuracy, format/],
    [{ reward: "toString" }, /called "toString"/],
  ])("refuses what the file cannot answer: %j", (flags, message) => {
    expect(() => judge([[1, 1]], flags)).toThrow(message);
  });

  it("wants to know what is correct where several rewards give verdicts, or none", () => {
    const one = sample([1, 1]);
    const verdict = { status: "correct", by: "x" } as const;
    const flags = { threshold: 1, correct: true } as const;
    for (const verdicts of [{}, { accuracy: verdict, format: verdict }])
      expect(() => toCriteria(flags, { ...one, verdicts })).toThrow(/Which reward .* accuracy, format/);
    expect(() => toCriteria(flags, { ...one, verdicts: {}, scores: { format: 1 } })).not.toThrow();
    expect(() => toCriteria({ threshold: 1, unique: true }, { ...one, completion: null })).toThrow(
      /--completion-field/,
    );
  });
});
