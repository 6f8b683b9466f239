import { describe, expect, it } from "vitest";
import { numericMatch } from "../../../src/index.js";
import { scoreWith } from "./scored-columns.js";

describe("numeric_match", () => {
  it.each([
    [{}, "0.5", "<answer>1/2</answer>", 1],
    [{}, "1000", "<answer>1,000</answer>", 1],
    [{}, "42", "<answer>42.0</answer>", 1],
    [{}, "0.3333333", "<answer>1/3</answer>", 1],
    [{}, "100", "<answer>99</answer>", 0],
    [{ preset: "reasoning-gym-float" }, "100", "<answer>99</answer>", 0],
    [{ preset: "reasoning-gym-float" }, "1.00", "<answer>1.005</answer>", 1],
    [{}, "5 cm", "<answer>5 cm</answer>", 1],
    [{}, "5 cm", "<answer>5 m</answer>", 0],
    [{}, "5 cm", "<answer>5</answer>", 0],
    [{}, "5", "<answer>5 apples</answer>", 1],
    [{}, "42", "<answer>42%</answer>", 0],
    [{}, "42", "<answer>42 or 43</answer>", 0],
    [{}, "42", "<answer>4 2</answer>", 0],
    [{}, "9007199254740992", "<answer>9007199254740993</answer>", 0],
    [{}, "1e3", "<answer>1000</answer>", 1],
    [{}, "x", "<answer>42</answer>", null],
    [{}, "42", "<answer>1e999999</answer>", 0],
    [{}, "-5", "<answer>−5</answer>", 1],
    [{}, "42", "<answer>NaN</answer>", 0],
    [{}, "42", "<answer>4**2</answer>", 0],
  ] as const)("with %j, for the solution %j: %j is %j", async (options, solution, completion, score) => {
    const actual = await scoreWith(numericMatch(options), completion, { solution });
    if (score === null) expect(actual).toBeNull();
    else expect(actual).toBeCloseTo(score, 12);
  });
});
