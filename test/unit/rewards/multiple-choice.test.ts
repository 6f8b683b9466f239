import { describe, expect, it } from "vitest";
import { multipleChoice } from "../../../src/index.js";
import { scoreWith } from "./scored-columns.js";

describe("multiple_choice", () => {
  it.each([
    [{}, "B", "The answer is (B).", 1],
    [{}, "B", "<answer>b</answer>", 1],
    [{}, "B", "\\boxed{\\text{B}}", 1],
    [{}, "B", "B) Paris", 1],
    [{}, 1, "B", 1],
    [{}, "B", "I considered A. Final answer: B", 1],
    [{}, "B", "A, B, C, D", 0],
    [{}, "B", "A or B", 0],
    [{}, "B", "The answer is A or B.", 0],
    [{}, "B", "not B", 0],
    [{}, "B", "B is wrong", 0],
    [{}, "B", "<answer>ABCD</answer>", 0],
    [{}, "B", "<answer>B, C</answer>", 0],
    [{}, "B", "The answer is B. No, the answer is A.", 0],
    [{}, "A", "A dog is a mammal.", 0],
    [{}, "B", "", 0],
    [{}, "Z", "B", null],
    [{}, null, "B", null],
    [{}, "B", "the correct answer is C, not B", 0],
    [{}, "C", "答案是C", 1],
    [{}, "C", "C is correct", 1],
  ] as const)("with %j, for the solution %j: %j is %j", async (options, solution, completion, score) => {
    const actual = await scoreWith(multipleChoice(options), completion, { solution });
    if (score === null) expect(actual).toBeNull();
    else expect(actual).toBeCloseTo(score, 12);
  });
});
