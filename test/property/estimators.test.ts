import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AdvantageOptions,
  bestOverSecond,
  estimateAdvantages,
  groupRelative,
  leaveOneOut,
} from "../../src/advantage/index.js";
import type { Score } from "../../src/index.js";

/** Rewards whose sums and differences are exact. */
const reward = fc.integer({ min: -4096, max: 4096 }).map((steps) => steps / 64);
const anyReward: fc.Arbitrary<Score> = fc.oneof(
  fc.constantFrom(null, Number.NaN, Infinity, -Infinity, 1e300, -1e300, 5e-324, -5e-324, 0, -0, 1),
  fc.double({ min: -1e300, max: 1e300, noNaN: true }),
  reward,
);

type Law = "sumsToZero" | "batchSumsToZero" | "shift" | "scale" | "linear" | "order" | "odd" | "ownGroupOnly";

interface Case {
  readonly options: AdvantageOptions;
  /** The laws that it obeys besides those that every estimator obeys. */
  readonly laws: readonly Law[];
}

const CENTRED: readonly Law[] = ["sumsToZero", "shift", "order", "odd", "ownGroupOnly"];

const cases: Readonly<Record<string, Case>> = {
  grpo: { options: { eps: 0 }, laws: [...CENTRED, "scale"] },
  "grpo, batch": {
    options: { scale: "batch", eps: 0 },
    laws: ["sumsToZero", "shift", "order", "odd", "scale"],
  },
  dr_grpo: { options: { estimator: "dr_grpo" }, laws: [...CENTRED, "linear"] },
  rloo: { options: { estimator: "rloo" }, laws: [...CENTRED, "linear"] },
  "rloo, whitened": {
    options: { estimator: "rloo", normalize: true },
    laws: ["shift", "odd", "order", "batchSumsToZero"],
  },
  grpo_leave_one_out: {
    options: { estimator: "grpo_leave_one_out", eps: 0 },
    laws: ["shift", "odd", "order", "ownGroupOnly"],
  },
  grpo_passk: {
    options: { estimator: "grpo_passk", eps: 0 },
    laws: ["shift", "ownGroupOnly", "scale"],
  },
  pass_at_k: {
    options: { estimator: "pass_at_k", k: 2 },
    laws: ["sumsToZero", "ownGroupOnly"],
  },
  maxrl: { options: { estimator: "maxrl" }, laws: ["sumsToZero", "ownGroupOnly"] },
  opo: {
    options: { estimator: "opo" },
    laws: ["shift", "order", "odd", "ownGroupOnly", "linear"],
  },
  gpg: { options: { estimator: "gpg" }, laws: ["sumsToZero", "order", "odd", "batchSumsToZero"] },
  remax: { options: { estimator: "remax" }, laws: ["order", "ownGroupOnly"] },
  reinforce_plus_plus: {
    options: { estimator: "reinforce_plus_plus" },
    laws: ["shift", "order", "odd"],
  },
  reinforce_plus_plus_baseline: {
    options: { estimator: "reinforce_plus_plus_baseline", singleton: "zero" },
    laws: ["shift", "odd", "order"],
  },
  gdpo: { options: { estimator: "gdpo" }, laws: ["shift", "odd", "order", "batchSumsToZero"] },
};

/** Advantages of groups, with columns that depend on nothing but the row's place in its group. */
function of(groups: readonly (readonly Score[])[], options: AdvantageOptions, baseline = 0.5): number[][] {
  const rewards = groups.flat();
  const lengths = groups.flatMap((group) => group.map((_, i) => 1 + (i % 3)));
  const advantages = [
    ...estimateAdvantages(
      {
        rewards,
        groups: { sizes: groups.map((group) => group.length) },
        lengths,
        baselines: rewards.map(() => baseline),
        scores: { only: rewards },
      },
      options,
    ),
  ];
  return groups.map((group) => advantages.splice(0, group.length));
}

interface Row {
  readonly value: Score;
  readonly length: number;
}

/** Advantages of one group, whose rows carry their lengths. */
function ofRows(rows: readonly Row[], options: AdvantageOptions): number[] {
  const rewards = rows.map(({ value }) => value);
  const columns = { lengths: rows.map(({ length }) => length), baselines: rows.map(() => 0.5) };
  const batch = { rewards, groups: { sizes: [rows.length] }, ...columns, scores: { only: rewards } };
  return [...estimateAdvantages(batch, options)];
}

const groupsOf = (item: fc.Arbitrary<Score>): fc.Arbitrary<Score[][]> =>
  fc.array(fc.array(item, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 5 });
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const close = (values: readonly number[]): unknown[] =>
  values.map((value) => expect.closeTo(value, 6) as unknown);
const mapped = (groups: readonly (readonly Score[])[], change: (value: number) => number): number[][] =>
  groups.map((group) => group.map((value) => change(value as number)));

const laws: Readonly<
  Record<
    Law,
    (
      options: AdvantageOptions,
    ) => fc.IPropertyWithHooks<[Score[][]]> | fc.IPropertyWithHooks<[Score[][], number]>
  >
> = {
  sumsToZero: (options) =>
    fc.property(groupsOf(reward), (groups) => {
      for (const advantages of of(groups, options)) expect(sum(advantages)).toBeCloseTo(0, 6);
    }),
  shift: (options) =>
    fc.property(groupsOf(reward), fc.constantFrom(1, -64, 1e7), (groups, shift) => {
      const moved = of(
        mapped(groups, (value) => value + shift),
        options,
      );
      expect(moved.flat()).toEqual(close(of(groups, options).flat()));
    }),
  scale: (options) =>
    fc.property(groupsOf(reward), fc.constantFrom(2, 0.25, 1024), (groups, factor) => {
      const larger = of(
        mapped(groups, (value) => value * factor),
        options,
      );
      expect(larger.flat()).toEqual(close(of(groups, options).flat()));
    }),
  batchSumsToZero: (options) =>
    fc.property(groupsOf(reward), (groups) => {
      expect(sum(of(groups, options).flat())).toBeCloseTo(0, 6);
    }),
  linear: (options) =>
    fc.property(groupsOf(reward), fc.constantFrom(2, 0.25, 1024), (groups, factor) => {
      const larger = of(
        mapped(groups, (value) => value * factor),
        options,
      );
      const expected = of(groups, options).flat();
      expect(larger.flat()).toEqual(close(expected.map((value) => value * factor)));
    }),
  order: (options) =>
    fc.property(groupsOf(reward), (groups) => {
      of(groups, options).forEach((advantages, g) =>
        advantages.forEach((a, i) => {
          const gap = a - (advantages[0] as number);
          const expected = (groups[g]?.[i] as number) - (groups[g]?.[0] as number);
          expect(Math.sign(gap)).toBe(Math.sign(expected));
        }),
      );
    }),
  odd: (options) =>
    fc.property(groupsOf(reward), (groups) => {
      const negated = of(
        mapped(groups, (value) => -value),
        options,
      );
      expect(negated.flat()).toEqual(
        close(
          of(groups, options)
            .flat()
            .map((value) => -value),
        ),
      );
    }),
  ownGroupOnly: (options) =>
    fc.property(groupsOf(anyReward), (groups) => {
      expect(of(groups, options)).toEqual(groups.flatMap((group) => of([group], options)));
    }),
};

describe.each(Object.entries(cases))("%s", (_, { options, laws: obeyed }) => {
  it.each(obeyed)("obeys the law %s", (law) => {
    fc.assert(laws[law](options) as fc.IPropertyWithHooks<unknown>);
  });

  it("is finite and aligned for any rewards, and 0 where there is none", () => {
    fc.assert(
      fc.property(groupsOf(anyReward), (groups) => {
        of(groups, options).forEach((advantages, g) => {
          expect(advantages).toHaveLength(groups[g]?.length as number);
          expect(advantages.filter((advantage) => !Number.isFinite(advantage))).toEqual([]);
          const missing = advantages.filter((_, i) => {
            const value = groups[g]?.[i] as Score;
            return value === null || !Number.isFinite(value);
          });
          expect(missing.every((advantage) => advantage === 0)).toBe(true);
        });
      }),
    );
  });

  it("follows the order of the rows, whatever else they carry", () => {
    const row = fc.record({ value: fc.option(reward), length: fc.integer({ min: 1, max: 9 }) });
    const rows = fc.array(row, { minLength: 1, maxLength: 12 });
    const pairs = rows.chain((each) =>
      fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length })),
    );
    fc.assert(
      fc.property(pairs, ([each, shuffled]) => {
        const advantages = ofRows(each, options);
        const expected = new Map(each.map((one, i) => [one, advantages[i] as number]));
        expect(ofRows(shuffled, options)).toEqual(close(shuffled.map((one) => expected.get(one) as number)));
      }),
    );
  });

  it("gives equal rows equal advantages", () => {
    const row = fc.constantFrom<Score>(0, 1, 0.5, -1, null);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (values) => {
        const advantages = ofRows(
          values.map((value) => ({ value, length: 3 })),
          options,
        );
        values.forEach((value, i) =>
          expect(advantages[i]).toBeCloseTo(advantages[values.indexOf(value)] as number, 9),
        );
      }),
    );
  });

  it("is the same for the other rows whether or not some have no reward", () => {
    const row = fc.record({
      value: fc.oneof<fc.Arbitrary<Score>[]>(reward, fc.constantFrom(null, Number.NaN, Infinity)),
      length: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const isThere = ({ value }: Row): boolean => value !== null && Number.isFinite(value);
        const advantages = ofRows(rows, options).filter((_, i) => isThere(rows[i] as Row));
        expect(advantages).toEqual(ofRows(rows.filter(isThere), options));
      }),
    );
  });

  it("is empty for no rows", () => {
    expect(ofRows([], options)).toEqual([]);
    expect(of([[], []], options)).toEqual([[], []]);
  });

  it("is exactly 0 for a group of equal rewards, whatever they are", () => {
    const value = fc.oneof(reward, fc.constantFrom(0.3, 0.1, 1 / 3, 1e300, 5e-324));
    fc.assert(
      fc.property(value, fc.integer({ min: 2, max: 200 }), (constant, count) => {
        const [advantages = []] = of([new Array<number>(count).fill(constant)], options, constant);
        expect(advantages.filter((advantage) => advantage !== 0)).toEqual([]);
      }),
    );
  });

  it("is the same for rows that are grouped by id, wherever they stand", () => {
    fc.assert(
      fc.property(groupsOf(anyReward), fc.boolean(), (groups, isText) => {
        const rows = groups.flatMap((group, g) => group.map((value, i) => ({ g, i, value })));
        const order = [...rows].sort((a, b) => a.i - b.i || b.g - a.g);
        const values = order.map(({ value }) => value);
        const mixed = estimateAdvantages(
          {
            rewards: values,
            groups: order.map(({ g }) => (isText ? `group ${g}` : g)),
            lengths: order.map(({ i }) => 1 + (i % 3)),
            baselines: values.map(() => 0.5),
            scores: { only: values },
          },
          options,
        );
        const ragged = of(groups, options);
        const expected = order.map(({ g, i }) => ragged[g]?.[i] as number);
        expect(
          expected.every(
            (value, row) => Math.abs(value - (mixed[row] as number)) <= 1e-9 * Math.max(1, Math.abs(value)),
          ),
        ).toBe(true);
      }),
    );
  });
});

describe("exact identities", () => {
  const group = fc.array(reward, { minLength: 2, maxLength: 12 });

  it("Dr. GRPO is GRPO without a divisor, and RLOO n / (n - 1) times that", () => {
    fc.assert(
      fc.property(group, (rewards) => {
        const [centred = []] = groupRelative([rewards], { scale: "none" });
        expect(of([rewards], { estimator: "dr_grpo" })).toEqual([centred]);
        const factor = rewards.length / (rewards.length - 1);
        expect(leaveOneOut([rewards])).toEqual([centred.map((value) => value * factor + 0)]);
      }),
    );
  });

  it("GRPO has sample deviation 1 within a group that has spread", () => {
    fc.assert(
      fc.property(fc.uniqueArray(reward, { minLength: 2, maxLength: 12 }), (rewards) => {
        const [advantages = []] = groupRelative([rewards], { eps: 0 });
        expect(sum(advantages.map((value) => value ** 2)) / (rewards.length - 1)).toBeCloseTo(1, 9);
      }),
    );
  });

  it("only the best of a group leads", () => {
    fc.assert(
      fc.property(group, (rewards) => {
        const [advantages = []] = bestOverSecond([rewards], { scale: "none" });
        const sorted = [...rewards].sort((a, b) => b - a);
        expect(sum(advantages)).toBe((sorted[0] as number) - (sorted[1] as number));
      }),
    );
  });
});
