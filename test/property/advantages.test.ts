import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AdvantagePreset,
  groupRelative,
  type GroupRelativeOptions,
  leaveOneOut,
  mapGroups,
} from "../../src/advantage/index.js";
import type { Score } from "../../src/index.js";

/** Rewards whose sums and differences are exact, so that laws need no tolerance for the input's rounding. */
const reward = fc.integer({ min: -4096, max: 4096 }).map((steps) => steps / 64);
const group = fc.array(reward, { minLength: 1, maxLength: 12 });
const groups = fc.array(group, { minLength: 1, maxLength: 5 });

const anyReward: fc.Arbitrary<Score> = fc.oneof(
  fc.constantFrom(null, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  fc.constantFrom(1e300, -1e300, 5e-324, -5e-324, 0, -0, 1),
  fc.double({ min: -1e300, max: 1e300 }),
  reward,
);

const preset = fc.constantFrom<AdvantagePreset>("trl", "trl-async", "verl");
const options: fc.Arbitrary<GroupRelativeOptions> = fc.record({
  preset,
  scale: fc.constantFrom("group", "batch", "none"),
});
const unbatched: fc.Arbitrary<GroupRelativeOptions> = fc.record({
  preset,
  scale: fc.constantFrom("group", "none"),
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  expect(actual).toEqual(expected.map((value) => expect.closeTo(value, 6) as unknown));
}

/** The rows in another order, and for each of them where it stood. */
const shuffled = (rows: readonly unknown[]): fc.Arbitrary<number[]> => {
  const order = rows.map((_, row) => row);
  return fc.shuffledSubarray(order, { minLength: order.length, maxLength: order.length });
};

describe("groupRelative", () => {
  it("sums to zero in each group", () => {
    const scorable = fc.array(fc.array(reward, { minLength: 2, maxLength: 12 }), { maxLength: 5 });
    fc.assert(
      fc.property(scorable, unbatched, (rewards, settings) => {
        for (const advantages of groupRelative(rewards, settings)) expect(sum(advantages)).toBeCloseTo(0, 6);
      }),
    );
  });

  it("follows the order of the rows", () => {
    const cases = group.chain((rewards) => fc.tuple(fc.constant(rewards), shuffled(rewards)));
    fc.assert(
      fc.property(cases, options, ([rewards, order], settings) => {
        const [advantages = []] = groupRelative([rewards], settings);
        const [reordered = []] = groupRelative([order.map((row) => rewards[row] as number)], settings);
        expectClose(
          reordered,
          order.map((row) => advantages[row] as number),
        );
      }),
    );
  });

  it("does not change when the same is added to every reward", () => {
    const settings = fc.record<GroupRelativeOptions>({
      preset,
      scale: fc.constantFrom("group", "batch", "none"),
      singleton: fc.constant("zero" as const),
    });
    fc.assert(
      fc.property(groups, reward, settings, (rewards, shift, chosen) => {
        const moved = rewards.map((each) => each.map((value) => value + shift));
        expectClose(groupRelative(moved, chosen).flat(), groupRelative(rewards, chosen).flat());
      }),
    );
  });

  it("does not change when every reward is multiplied, if it is scaled without eps", () => {
    const settings = fc.record({
      scale: fc.constantFrom("group" as const, "batch" as const),
      eps: fc.constant(0),
    });
    fc.assert(
      fc.property(groups, fc.integer({ min: 1, max: 1000 }), settings, (rewards, factor, chosen) => {
        const larger = rewards.map((each) => each.map((value) => value * factor));
        expectClose(groupRelative(larger, chosen).flat(), groupRelative(rewards, chosen).flat());
      }),
    );
  });

  it("is multiplied with the rewards, if it is not scaled", () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: -1000, max: 1000 }), (rewards, factor) => {
        const larger = rewards.map((each) => each.map((value) => value * factor));
        const expected = groupRelative(rewards, { scale: "none" }).flat();
        expectClose(
          groupRelative(larger, { scale: "none" }).flat(),
          expected.map((advantage) => advantage * factor),
        );
      }),
    );
  });

  it("orders the rows of a group as their rewards do", () => {
    fc.assert(
      fc.property(group, options, (rewards, settings) => {
        const [advantages = []] = groupRelative([rewards], settings);
        rewards.forEach((a, i) =>
          rewards.forEach((b, j) => {
            expect(Math.sign((advantages[i] as number) - (advantages[j] as number))).toBe(Math.sign(a - b));
          }),
        );
      }),
    );
  });

  it("is exactly 0 for equal rewards, whatever they are", () => {
    fc.assert(
      fc.property(anyReward, fc.integer({ min: 2, max: 50 }), options, (value, count, settings) => {
        const zeros = new Array<number>(count).fill(0);
        const [advantages] = groupRelative([new Array<Score>(count).fill(value), [1, 0, 7]], settings);
        expect(advantages).toEqual(zeros);
      }),
    );
  });

  it("is finite and aligned for any rewards", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyReward, { maxLength: 8 }), { maxLength: 5 }),
        options,
        (rewards, settings) => {
          const advantages = groupRelative(rewards, settings);
          expect(advantages.map((each) => each.length)).toEqual(rewards.map((each) => each.length));
          expect(advantages.flat().filter((advantage) => !Number.isFinite(advantage))).toEqual([]);
        },
      ),
    );
  });

  it("is the same for rows that are grouped by id, wherever they stand", () => {
    const cases = groups.chain((rewards) => {
      const rows = rewards.flatMap((each, id) => each.map((value) => ({ id, value })));
      return fc.tuple(fc.constant(rewards), fc.constant(rows), shuffled(rows));
    });
    fc.assert(
      fc.property(cases, options, ([rewards, rows, order], settings) => {
        const ragged = groupRelative(rewards, settings).flat();
        const mixed = order.map((row) => rows[row] as (typeof rows)[number]);
        const advantages = mapGroups(
          mixed.map(({ value }) => value),
          mixed.map(({ id }) => id),
          (each) => groupRelative(each, settings),
        );
        expectClose(
          advantages,
          order.map((row) => ragged[row] as number),
        );
      }),
    );
  });

  it("does not depend on the other groups of the batch, unless it is scaled by the batch", () => {
    const nullable = fc.array(anyReward, { maxLength: 8 });
    fc.assert(
      fc.property(nullable, fc.array(nullable, { maxLength: 4 }), unbatched, (own, others, settings) => {
        expect(groupRelative([own, ...others], settings)[0]).toEqual(groupRelative([own], settings)[0]);
      }),
    );
  });

  it("is the same for the other rows whether or not some have no reward", () => {
    const gap = fc.constantFrom(null, Number.NaN, Number.POSITIVE_INFINITY);
    const cases = fc.array(fc.oneof(reward, gap), { maxLength: 12 });
    fc.assert(
      fc.property(cases, options, (rewards, settings) => {
        const isGap = (value: Score): boolean => value === null || !Number.isFinite(value);
        const [advantages = []] = groupRelative([rewards], settings);
        const [expected] = groupRelative([rewards.filter((value) => !isGap(value))], settings);
        expect(advantages.filter((_, row) => !isGap(rewards[row] as Score))).toEqual(expected);
        expect(advantages.every((advantage, row) => !isGap(rewards[row] as Score) || advantage === 0)).toBe(
          true,
        );
      }),
    );
  });
});

describe("leaveOneOut", () => {
  it("is n / (n - 1) times the centred rewards", () => {
    fc.assert(
      fc.property(fc.array(reward, { minLength: 2, maxLength: 12 }), (rewards) => {
        const [centred = []] = groupRelative([rewards], { scale: "none" });
        const factor = rewards.length / (rewards.length - 1);
        expectClose(
          leaveOneOut([rewards]).flat(),
          centred.map((value) => value * factor),
        );
      }),
    );
  });

  it("takes the mean of the others from each reward", () => {
    fc.assert(
      fc.property(fc.array(reward, { minLength: 2, maxLength: 12 }), (rewards) => {
        const expected = rewards.map((value) => value - (sum(rewards) - value) / (rewards.length - 1));
        expectClose(leaveOneOut([rewards]).flat(), expected);
      }),
    );
  });

  it("has mean 0 and deviation 1 in the batch when whitened", () => {
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(reward, { minLength: 2, maxLength: 8 }), { minLength: 1 }),
        (rewards) => {
          const advantages = leaveOneOut(rewards, { normalize: true }).flat();
          const squares = advantages.map((value) => value ** 2);
          expect(sum(advantages)).toBeCloseTo(0, 6);
          expect(sum(squares) / (advantages.length - 1)).toBeCloseTo(1, 1);
        },
      ),
    );
  });

  it("is finite and aligned for any rewards, and 0 where there is none", () => {
    const settings = fc.record({ normalize: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(fc.array(anyReward, { maxLength: 8 }), { maxLength: 5 }),
        settings,
        (rewards, chosen) => {
          const advantages = leaveOneOut(rewards, chosen);
          expect(advantages.map((each) => each.length)).toEqual(rewards.map((each) => each.length));
          expect(advantages.flat().filter((advantage) => !Number.isFinite(advantage))).toEqual([]);
          const without = rewards.flat().map((value) => value === null || !Number.isFinite(value));
          expect(advantages.flat().every((advantage, row) => !without[row] || advantage === 0)).toBe(true);
        },
      ),
    );
  });
});
