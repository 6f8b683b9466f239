import { describe, expect, expectTypeOf, it } from "vitest";
import {
  type AnyReward,
  type ColumnsOf,
  type CompositeReward,
  type GroupReward,
  type RewardFunction,
  type Rollout,
  type RolloutReward,
  type SolutionColumns,
  toReward,
} from "../../../src/core/index.js";
import { accuracy, scoreGroups, weightedSum } from "../../../src/index.js";

interface HintColumns {
  readonly hint: string;
}

describe("the types of rewards", () => {
  it("tell the columns of any kind of reward", () => {
    expectTypeOf<ColumnsOf<RolloutReward<HintColumns>>>().toEqualTypeOf<HintColumns>();
    expectTypeOf<ColumnsOf<GroupReward<HintColumns>>>().toEqualTypeOf<HintColumns>();
    expectTypeOf<ColumnsOf<CompositeReward<HintColumns>>>().toEqualTypeOf<HintColumns>();
    expectTypeOf<ColumnsOf<RolloutReward>>().toEqualTypeOf<object>();
  });

  it("let a reward stand where more columns are given, not where fewer are", () => {
    expectTypeOf<RolloutReward>().toExtend<RewardFunction<HintColumns>>();
    expectTypeOf<RolloutReward<HintColumns>>().toExtend<RewardFunction<HintColumns & SolutionColumns>>();
    expectTypeOf<RolloutReward<HintColumns>>().not.toExtend<RewardFunction>();
    expectTypeOf<RolloutReward<HintColumns>>().not.toExtend<RewardFunction<SolutionColumns>>();
  });

  it("have one type for all rewards", () => {
    expectTypeOf<RolloutReward<HintColumns>>().toExtend<AnyReward>();
    expectTypeOf<GroupReward<SolutionColumns>>().toExtend<AnyReward>();
    expectTypeOf<CompositeReward<HintColumns>>().toExtend<AnyReward>();
  });
});

describe("a plain function", () => {
  const short = ({ completion }: Rollout): number => Number(completion.text.length < 3);
  const hinted = ({ task, completion }: Rollout<HintColumns>): number =>
    Number(completion.text.includes(task.columns.hint));

  it("is a reward of its name", async () => {
    const { scores, rewards } = await scoreGroups([{ completions: ["a", "long"] }], short);
    expect(scores).toEqual({ short: [[1, 0]] });
    expect(rewards).toEqual([[1, 0]]);
  });

  it("composes as others do, and brings its columns", async () => {
    const reward = weightedSum([short, 1], [hinted, 2]);
    expectTypeOf(reward).toExtend<CompositeReward<HintColumns>>();
    expectTypeOf(reward).not.toExtend<CompositeReward>();
    const group = { columns: { hint: "x" }, completions: ["x", "long"] };
    expect((await scoreGroups([group], reward)).rewards).toEqual([[3, 0]]);
  });

  it("without a name is custom", () => {
    expect(toReward(() => 1)).toMatchObject({ kind: "rollout", name: "custom" });
  });

  it.each([
    ["a factory that was not called", accuracy, "Call it: accuracy()"],
    ["a list", [accuracy()], "Join rewards with weightedSum"],
    ["a name", "accuracy", "accuracy"],
    ["null", null, "null"],
  ])("is not %s", (_case, value, message) => {
    expect(() => toReward(value as never)).toThrow(
      expect.objectContaining({ code: "bad_input", message: expect.stringContaining(message) as string }),
    );
  });
});
