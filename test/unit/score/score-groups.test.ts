import { describe, expect, expectTypeOf, it } from "vitest";
import {
  accuracy,
  defineReward,
  type GroupInput,
  scoreGroups,
  type SolutionColumns,
  thinkFormat,
  weightedSum,
} from "../../../src/index.js";

const GROUPS = [
  { prompt: "6 × 7?", columns: { solution: "42" }, completions: ["It is \\boxed{42}.", "I give up."] },
  { columns: { solution: null }, completions: ["\\boxed{1}"] },
  { columns: { solution: "1" }, completions: [] },
];

describe("scoreGroups", () => {
  it("returns a list per group in every table", async () => {
    const result = await scoreGroups(GROUPS, weightedSum([accuracy(), 1], [thinkFormat(), 0.5]));
    const unit = 0.5 / (Math.SQRT1_2 + 1e-4);
    expect(result).toEqual({
      scores: { accuracy: [[1, 0], [null], []], think_format: [[0, 0], [0], []] },
      verdicts: {
        accuracy: [
          [
            { status: "correct", by: "normalized_text" },
            { status: "undetermined", fault: "candidate", reason: "no_answer" },
          ],
          [{ status: "undetermined", fault: "reference", reason: "missing" }],
          [],
        ],
        think_format: [[null, null], [null], []],
      },
      extra: { "accuracy.extracted": [["42", null], [null], []] },
      rewards: [[1, 0], [0], []],
      advantages: [[expect.closeTo(unit, 12), expect.closeTo(-unit, 12)], [0], []],
    });
  });

  it("computes the advantages that are asked for", async () => {
    const { advantages } = await scoreGroups(GROUPS, accuracy(), { advantages: { scale: "none" } });
    expect(advantages).toEqual([[0.5, -0.5], [0], []]);
  });

  it("gives a row without a reward the advantage 0, and no part in the baseline", async () => {
    const reward = defineReward({
      name: "length_or_none",
      summary: "The length of the text, if there is any.",
      range: [0, 100],
      rollout:
        () =>
        ({ completion: { text } }) =>
          text === "" ? null : text.length,
    });
    const { advantages } = await scoreGroups([{ completions: ["a", "", "bcd"] }], reward(), {
      advantages: { scale: "none" },
    });
    expect(advantages).toEqual([[-1, 0, 1]]);
  });

  it("takes texts, messages and completions with token counts", async () => {
    const reward = defineReward({
      name: "tokens",
      summary: "The number of tokens.",
      range: [0, 100],
      rollout:
        () =>
        ({ completion }) =>
          completion.tokenCount ?? completion.text.length,
    });
    const completions = ["four", [{ role: "assistant", content: "three" }], { text: "x", tokenCount: 9 }];
    expect((await scoreGroups([{ completions }], reward())).rewards).toEqual([[4, 5, 9]]);
  });

  it("hands the prompt to the rewards", async () => {
    const reward = defineReward({
      name: "echo",
      summary: "1 for repeating the prompt.",
      range: [0, 1],
      columns: ["prompt"],
      rollout:
        () =>
        ({ task, completion }) =>
          Number(task.prompt === completion.text),
    });
    const groups = [{ prompt: "a", completions: ["a", "b"] }];
    expect((await scoreGroups(groups, reward())).rewards).toEqual([[1, 0]]);
  });

  it("passes its limits on", async () => {
    const controller = new AbortController();
    const call = scoreGroups(GROUPS, accuracy(), { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: "cancelled" });
  });

  it("scores nothing for no groups", async () => {
    const result = await scoreGroups([], accuracy());
    expect(result).toEqual({
      scores: { accuracy: [] },
      verdicts: { accuracy: [] },
      extra: { "accuracy.extracted": [] },
      rewards: [],
      advantages: [],
    });
  });

  it("takes no group without the columns that the reward reads", () => {
    expectTypeOf<{ completions: string[] }>().not.toExtend<GroupInput<SolutionColumns>>();
    expectTypeOf<{ columns: { answer: string }; completions: string[] }>().not.toExtend<
      GroupInput<SolutionColumns>
    >();
    expectTypeOf<{ columns: { solution: boolean }; completions: string[] }>().not.toExtend<
      GroupInput<SolutionColumns>
    >();
    expectTypeOf<{ columns: { solution: string; level: number }; completions: string[] }>().toExtend<
      GroupInput<SolutionColumns>
    >();
    expectTypeOf<{ completions: string[] }>().toExtend<GroupInput>();
    expectTypeOf(scoreGroups<SolutionColumns>)
      .parameter(0)
      .toEqualTypeOf<readonly GroupInput<SolutionColumns>[]>();
  });
});
