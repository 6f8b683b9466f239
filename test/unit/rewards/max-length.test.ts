import { describe, expect, it } from "vitest";
import { maxLength, type MaxLengthOptions, type RolloutReward, scoreGroups } from "../../../src/index.js";
import { scoreOf, scoresOf } from "./scoring.js";

const tokens = (tokenCount: number): { text: string; tokenCount: number } => ({ text: "", tokenCount });

/** The reward of rows that give no limit themselves. */
const withoutColumn = (options: MaxLengthOptions): RolloutReward => maxLength(options);

describe("max_length", () => {
  it("is 1 up to the limit, else 0, and 0 for nothing", async () => {
    expect(await scoresOf(withoutColumn({ maxLength: 100 }), [0, 1, 100, 101, 1e9].map(tokens))).toEqual([
      0, 1, 1, 0, 0,
    ]);
  });

  it("falls in a straight line within the margin", async () => {
    const reward = withoutColumn({ maxLength: 100, margin: 20 });
    expect(await scoresOf(reward, [100, 105, 110, 120, 500].map(tokens))).toEqual([1, 0.75, 0.5, 0, 0]);
  });

  it("has open-instruct's margin by its preset, and is never below 0", async () => {
    const reward = withoutColumn({ preset: "open-instruct", maxLength: 100 });
    expect(await scoresOf(reward, [100, 100 + 16_384, 100_000].map(tokens))).toEqual([1, 0.5, 0]);
  });

  it("counts characters if told so", async () => {
    expect(await scoreOf(withoutColumn({ maxLength: 2, unit: "characters" }), "😀😀")).toBe(1);
  });

  it("takes the row's limit, and has no opinion where it is none", async () => {
    const groups = ["4", 2, null, "short"].map((max_length) => ({
      columns: { max_length },
      completions: [tokens(3)],
    }));
    const { scores, verdicts } = await scoreGroups(groups, maxLength({ maxLength: 3 }));
    expect(scores.max_length).toEqual([[1], [0], [1], [null]]);
    expect(verdicts.max_length?.[3]).toEqual([
      { status: "undetermined", fault: "reference", reason: "not_a_length" },
    ]);
  });
});
