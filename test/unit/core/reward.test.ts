import { describe, expectTypeOf, it } from "vitest";
import type {
  AnyReward,
  ColumnsOf,
  CompositeReward,
  GroupReward,
  RewardFunction,
  RolloutReward,
  SolutionColumns,
} from "../../../src/core/index.js";

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
