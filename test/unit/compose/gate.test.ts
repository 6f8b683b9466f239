import { describe, expect, expectTypeOf, it } from "vitest";
import {
  accuracy,
  type CompositeReward,
  gate,
  scoreGroups,
  type SolutionColumns,
  thinkFormat,
} from "../../../src/index.js";
import { groupSize, tableReward } from "./counting.js";

const completions = ["good", "half", "bad", "unknown"];
const condition = (): ReturnType<typeof tableReward> => tableReward("a", { good: 1, half: 0.5, bad: 0 });

describe("gate", () => {
  it("gives the score of the second reward to what passes the first, and does not run it otherwise", async () => {
    const second = tableReward("b", { good: 0.7, half: 0.6 });
    const { rewards, scores } = await scoreGroups([{ completions }], gate(condition(), second));
    expect(rewards).toEqual([[0.7, 0, 0, null]]);
    expect(scores.b).toEqual([[0.7, null, null, null]]);
    expect(second.asked).toEqual(["good"]);
  });

  it("takes a threshold and another score for what fails", async () => {
    const second = tableReward("b", { good: 0.7, half: 0.6 });
    const reward = gate(condition(), second, { threshold: 0.5, otherwise: -1 });
    expect((await scoreGroups([{ completions }], reward)).rewards).toEqual([[0.7, 0.6, -1, null]]);
  });

  it("has no opinion where the second reward has none", async () => {
    const { rewards } = await scoreGroups(
      [{ completions: ["good"] }],
      gate(condition(), tableReward("b", {})),
    );
    expect(rewards).toEqual([[null]]);
  });

  it("compares only what passed, if the second reward compares", async () => {
    const groups = [{ completions: ["good", "bad", "good"] }, { completions: ["bad"] }];
    expect((await scoreGroups(groups, gate(condition(), groupSize))).rewards).toEqual([[2, 0, 2], [0]]);
  });

  it("stands inside another gate", async () => {
    const [second, third] = [tableReward("b", { good: 1 }), tableReward("c", { good: 5 })];
    const { rewards } = await scoreGroups([{ completions }], gate(condition(), gate(second, third)));
    expect(rewards).toEqual([[5, 0, 0, null]]);
  });

  it("refuses numbers that are not finite", () => {
    expect(() => gate(thinkFormat(), accuracy(), { threshold: Number.NaN })).toThrow(
      expect.objectContaining({
        code: "bad_options",
        message: "A gate needs a finite number as threshold, not NaN.",
      }),
    );
  });

  it("reads the columns of both", () => {
    expectTypeOf(gate(thinkFormat(), accuracy())).toExtend<CompositeReward<SolutionColumns>>();
    expectTypeOf(gate(thinkFormat(), accuracy())).not.toExtend<CompositeReward>();
  });
});
