import { describe, expect, it } from "vitest";
import { scoreAnswer } from "../../../src/index.js";
import { scoreWith } from "./scored-columns.js";

describe("score_answer", () => {
  it.each([
    [{}, "42", "<answer>42</answer>", 1],
    [{}, "42", "<answer>It is 42</answer>", 0.25],
    [{}, "42", "<answer>420</answer>", 0],
    [{}, "42", "<answer>-42</answer>", 0],
    [{}, "42", "<answer>42.5</answer>", 0],
    [{ preset: "reasoning-gym" }, "42", "<answer>420</answer>", 0.6666666666666666],
    [{ decimals: true }, "1000", "<answer>+01,000.00</answer>", 1],
    [{ contained: "nowhere" }, "42", "<answer>It is 42</answer>", 0],
    [{}, "a", "<answer>😀 a</answer>", 0.3333333333333333],
    [{}, "42", "42", 0],
    [{}, "", "<answer>x</answer>", null],
  ] as const)("with %j, for the solution %j: %j is %j", async (options, solution, completion, score) => {
    const actual = await scoreWith(scoreAnswer(options), completion, { solution });
    if (score === null) expect(actual).toBeNull();
    else expect(actual).toBeCloseTo(score, 12);
  });
});
