import { describe, expect, it } from "vitest";
import { tokenF1 } from "../../../src/index.js";
import { scoreWith } from "./scored-columns.js";

describe("token_f1", () => {
  it.each([
    [{}, "Beatles", "<answer>The Beatles band</answer>", 0.6666666666666666],
    [{}, ["x", "Beatles"], "<answer>beatles!</answer>", 1],
    [{}, "no", "<answer>no way</answer>", 0],
    [{ wholeAnswers: false }, "no", "<answer>no way</answer>", 0.6666666666666666],
    [{}, "Paris", "<answer></answer>", 0],
    [{}, "Paris", "<answer>x y</answer>", 0],
    [{ preset: "re-search" }, "Paris", "<finish>x</finish>", 0.1],
    [{ preset: "slime" }, "Paris", "Paris", 1],
    [{ preset: "open-instruct" }, "Paris", "r</think><answer>Paris", 1],
    [{}, "the", "<answer>the</answer>", null],
  ] as const)("with %j, for the solution %j: %j is %j", async (options, solution, completion, score) => {
    const actual = await scoreWith(tokenF1(options), completion, { solution });
    if (score === null) expect(actual).toBeNull();
    else expect(actual).toBeCloseTo(score, 12);
  });
});
