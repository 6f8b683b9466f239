import { describe, expect, expectTypeOf, it } from "vitest";
import { sumScores } from "../../../src/compose/weighted-sum.js";
import {
  accuracy,
  type CompositeReward,
  defineReward,
  type RolloutReward,
  scoreGroups,
  type SolutionColumns,
  tagCount,
  thinkFormat,
  weightedSum,
} from "../../../src/index.js";

interface HintColumns {
  readonly hint: string;
}

const hintUse = defineReward<HintColumns>({
  name: "hint_use",
  summary: "1 if the hint is repeated.",
  range: [0, 1],
  columns: ["hint"],
  rollout:
    () =>
    ({ task, completion }) =>
      Number(completion.text.includes(task.columns.hint)),
});

describe("sumScores", () => {
  it.each([
    ["all scores", [1, 0.5], [1, 2], 2],
    ["negative weights", [1, 0.5], [1, -1], 0.5],
    ["weights that are 0", [1, 0.5], [0, 1], 0.5],
    ["the scores that are there", [null, 0.5, null], [1, 2, 3], 1],
    ["a score of 0", [0, null], [5, 1], 0],
    ["no score", [null, null], [1, 1], null],
    ["nothing", [], [], null],
    ["scores without weights", [1, 2], [], 3],
  ])("adds up %s", (_case, scores, weights, sum) => {
    expect(sumScores(scores, weights)).toBe(sum);
  });
});

describe("weightedSum", () => {
  it("scores each part and the sum", async () => {
    const reward = weightedSum([accuracy(), 1], [thinkFormat(), 0.25]);
    const group = {
      columns: { solution: "42" },
      completions: ["<think>r</think>\\boxed{42}", "\\boxed{42}", ""],
    };
    const { scores, rewards } = await scoreGroups([group], reward);
    expect(scores).toEqual({ accuracy: [[1, 1, 0]], think_format: [[1, 0, 0]] });
    expect(rewards).toEqual([[1.25, 1, 0]]);
  });

  it("leaves out a part without an opinion", async () => {
    const group = { columns: { solution: null }, completions: ["<think>r</think>"] };
    const withFormat = weightedSum([accuracy(), 1], [thinkFormat(), 0.25]);
    expect((await scoreGroups([group], withFormat)).rewards).toEqual([[0.25]]);
    expect((await scoreGroups([group], weightedSum([accuracy(), 1]))).rewards).toEqual([[null]]);
  });

  it("does not normalise the weights", async () => {
    const group = { completions: ["<think>r</think>"] };
    expect((await scoreGroups([group], weightedSum([thinkFormat(), 10]))).rewards).toEqual([[10]]);
  });

  it("takes sums as parts", async () => {
    const formats = weightedSum([thinkFormat(), 1], [tagCount(), 1]);
    const reward = weightedSum([accuracy(), 1], [formats, 0.5]);
    const group = { columns: { solution: "42" }, completions: ["<think>\nr</think>\\boxed{42}"] };
    const { scores, rewards } = await scoreGroups([group], reward);
    expect(Object.keys(scores)).toEqual(["accuracy", "think_format", "tag_count"]);
    expect(rewards).toEqual([[1 + 0.5 * (1 + 0.25)]]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    "refuses the weight %s",
    (weight) => {
      expect(() => weightedSum([thinkFormat(), weight])).toThrow(
        expect.objectContaining({
          code: "bad_options",
          message: `The weight of think_format must be a finite number, not ${weight}.`,
        }),
      );
    },
  );

  it("refuses to add up nothing", () => {
    expect(() => weightedSum()).toThrow(
      expect.objectContaining({ code: "bad_options", message: "A weighted sum needs at least one reward." }),
    );
  });

  it("reads the columns of all its parts", () => {
    expectTypeOf(weightedSum([accuracy(), 1], [hintUse(), 1])).toEqualTypeOf<
      CompositeReward<SolutionColumns & HintColumns>
    >();
    expectTypeOf(weightedSum([accuracy(), 1], [thinkFormat(), 1])).toExtend<
      CompositeReward<SolutionColumns>
    >();
    expectTypeOf(weightedSum([weightedSum([hintUse(), 1]), 2])).toEqualTypeOf<CompositeReward<HintColumns>>();
    expectTypeOf(weightedSum([thinkFormat(), 1])).toEqualTypeOf<CompositeReward>();
    expectTypeOf<readonly [RolloutReward, string]>().not.toExtend<Parameters<typeof weightedSum>[number]>();
  });
});
