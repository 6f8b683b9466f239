import { describe, expect, it } from "vitest";
import { RewardError } from "../../../../src/core/index.js";
import { type AdvantagePreset, groupRelative } from "../../../../src/advantage/index.js";

/** The only group's advantages. */
function of(rewards: readonly (number | null)[], options?: Parameters<typeof groupRelative>[1]): number[] {
  const [advantages = []] = groupRelative([rewards], options);
  return advantages;
}

const closeTo = (values: readonly number[]): unknown[] =>
  values.map((value) => expect.closeTo(value, 12) as unknown);

describe("groupRelative", () => {
  it("is (reward - mean) / (deviation + eps)", () => {
    const deviation = Math.sqrt(1 / 3);
    const unit = 0.5 / (deviation + 1e-4);
    expect(of([1, 0, 0, 1])).toEqual(closeTo([unit, -unit, -unit, unit]));
  });

  it.each<[AdvantagePreset, number]>([
    ["trl", 0.5 / (Math.SQRT1_2 + 1e-4)],
    ["trl-async", 0.5 / (0.5 + 1e-8)],
    ["verl", 0.5 / (Math.SQRT1_2 + 1e-6)],
  ])("takes deviation and eps of %s", (preset, unit) => {
    expect(of([1, 0], { preset })).toEqual(closeTo([unit, -unit]));
  });

  it("lets options override the preset", () => {
    expect(of([1, 0], { preset: "verl", ddof: 0, eps: 0.5 })).toEqual([0.5, -0.5]);
    expect(of([3, 1], { preset: "verl", scale: "none" })).toEqual([1, -1]);
  });

  it("scales by the deviation of the batch", () => {
    const groups = [
      [0, 2],
      [10, 10],
    ];
    const deviation = Math.sqrt((30.25 + 12.25 + 20.25 + 20.25) / 3);
    const [spread = [], constant] = groupRelative(groups, { scale: "batch", eps: 0 });
    expect(spread).toEqual(closeTo([-1 / deviation, 1 / deviation]));
    expect(constant).toEqual([0, 0]);
  });

  it("takes groups of different sizes, and empty ones", () => {
    expect(groupRelative([[1, 3], [], [5], [0, 0, 3]], { scale: "none" })).toEqual([
      [-1, 1],
      [],
      [0],
      [-1, -1, 2],
    ]);
    expect(groupRelative([])).toEqual([]);
  });

  it("gives 0 to a row without a reward, and leaves it out of the rest", () => {
    const rewards = [null, 3, Number.NaN, 1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    expect(of(rewards, { scale: "none" })).toEqual([0, 1, 0, -1, 0, 0]);
    expect(of([null, null])).toEqual([0, 0]);
  });

  it("leaves rows without a reward out of the deviation of the batch", () => {
    const [[first] = []] = groupRelative([[1, 0, null], [null]], { scale: "batch", eps: 0 });
    expect(first).toBeCloseTo(0.5 / Math.SQRT1_2, 12);
  });

  it("is exactly 0 for equal rewards", () => {
    for (const preset of ["trl", "trl-async", "verl"] as const) {
      for (const scale of ["group", "batch", "none"] as const) {
        expect(of([0.1, 0.1, 0.1], { preset, scale })).toEqual([0, 0, 0]);
      }
    }
  });

  it("gives the only reward of a group 0, or keeps it", () => {
    expect(of([7])).toEqual([0]);
    expect(of([null, 7, null])).toEqual([0, 0, 0]);
    expect(of([null, 7], { preset: "verl" })).toEqual(closeTo([0, 7 / (1 + 1e-6)]));
    expect(of([7], { preset: "verl", scale: "none" })).toEqual([7]);
  });

  it("damps a spread below eps", () => {
    const [first, second] = of([1e-9, 0]);
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(1e-4);
    expect(second).toBe(-(first as number));
  });

  it.each(["grpo", "", "__proto__", "toString"])("refuses the preset %j", (preset) => {
    expect(() => groupRelative([], { preset: preset as AdvantagePreset })).toThrow(
      expect.objectContaining({
        code: "bad_options",
        message: expect.stringMatching(
          `^The option "preset" of grpo must be one of "trl", .* it is "${preset}"\\.$`,
        ) as unknown,
      }),
    );
  });

  it.each([
    ["a scale that does not exist", { scale: "groups" }],
    ["an eps that is no number", { eps: NaN }],
    ["a negative eps", { eps: -1 }],
    ["ddof 2", { ddof: 2 }],
    ["a preset that does not exist", { preset: "tlr" }],
    ["a preset with the name of a method", { preset: "toString" }],
  ])("refuses %s", (_, options) => {
    expect(() => groupRelative([[1, 0]], options as object)).toThrow(RewardError);
  });

  it("takes an option that is undefined for one that is not given", () => {
    expect(groupRelative([[1, 0]], { eps: undefined } as object)).toEqual(groupRelative([[1, 0]]));
  });

  it("counts a reward over 1e300 as infinite, so that every advantage is finite", () => {
    const [advantages = []] = groupRelative([[Number.MAX_VALUE, -Number.MAX_VALUE, 1e300, -1e300]]);
    expect(advantages.slice(0, 2)).toEqual([0, 0]);
    expect(advantages[2]).toBeCloseTo(Math.SQRT1_2, 12);
  });

  it("keeps a raw singleton raw when the batch is scaled, as verl does for a group", () => {
    expect(groupRelative([[0.5]], { preset: "verl", scale: "batch" })).toEqual([[0.5 / (1 + 1e-6)]]);
  });

  it("does not change its input", () => {
    const groups = [[1, null, 0]];
    groupRelative(groups);
    expect(groups).toEqual([[1, null, 0]]);
  });
});
