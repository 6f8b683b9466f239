import { describe, expect, it } from "vitest";
import {
  type RolloutReward,
  scoreGroups,
  targetLength,
  type TargetLengthOptions,
} from "../../../src/index.js";
import { scoreOf, scoresOf } from "./scoring.js";

const tokens = (tokenCount: number): { text: string; tokenCount: number } => ({ text: "", tokenCount });

async function scoreFor(target_length: unknown, options?: TargetLengthOptions): Promise<unknown> {
  const columns = { target_length } as { target_length: number };
  const { scores, verdicts } = await scoreGroups(
    [{ columns, completions: [tokens(75)] }],
    targetLength(options),
  );
  return verdicts.target_length?.[0]?.[0] ?? scores.target_length?.[0]?.[0];
}

/** The reward of rows that ask for no length themselves. */
const withoutColumn = (options: TargetLengthOptions): RolloutReward => targetLength(options);

describe("target_length", () => {
  it("falls in a straight line on both sides of the target", async () => {
    const reward = withoutColumn({ target: 100, scale: 50 });
    expect(await scoresOf(reward, [0, 50, 75, 100, 125, 150, 1e9].map(tokens))).toEqual([
      0, 0, 0.5, 1, 0.5, 0, 0,
    ]);
  });

  it("falls over the target's own length unless told otherwise", async () => {
    expect(await scoresOf(withoutColumn({ target: 100 }), [0, 50, 100, 200].map(tokens))).toEqual([
      0, 0.5, 1, 0,
    ]);
    expect(await scoresOf(withoutColumn({ target: 0 }), [0, 1].map(tokens))).toEqual([1, 0]);
  });

  it("falls along half a cosine wave as in eval-protocol", async () => {
    const [near, half, far] = await scoresOf(
      withoutColumn({ target: 100, shape: "cosine" }),
      [75, 50, 0].map(tokens),
    );
    expect(near).toBeCloseTo(0.5 + 0.5 * Math.SQRT1_2, 12);
    expect(half).toBeCloseTo(0.5, 12);
    expect(far).toBe(0);
  });

  it("is never below 0, where open-instruct's is", async () => {
    const reward = withoutColumn({ preset: "open-instruct", target: 1000 });
    expect(await scoresOf(reward, [1000, 1000 + 16_384, 100_000].map(tokens))).toEqual([1, 0.5, 0]);
  });

  it("counts characters if told so", async () => {
    expect(await scoreOf(withoutColumn({ target: 4, unit: "characters" }), "😀😀")).toBe(0.5);
  });

  it.each([50, "50", " 50.0 "])("takes the row's target %j", async (target) => {
    expect(await scoreFor(target, { target: 1 })).toBe(0.5);
  });

  it.each([null, undefined])("takes the option's target where the row has %j", async (target) => {
    expect(await scoreFor(target, { target: 75 })).toBe(1);
  });

  it.each(["", "long", "-1", "1e3", -1, Number.NaN, Number.POSITIVE_INFINITY, true, [50], { length: 50 }])(
    "has no opinion where the row's target is %j",
    async (target) => {
      expect(await scoreFor(target)).toEqual({
        status: "undetermined",
        fault: "reference",
        reason: "not_a_length",
      });
    },
  );
});
