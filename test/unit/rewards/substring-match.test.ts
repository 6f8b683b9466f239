import { describe, expect, it } from "vitest";
import { substringMatch } from "../../../src/index.js";
import { scoreWith } from "./scored-columns.js";

describe("substring_match", () => {
  it.each([
    [{}, "Paris", "<answer>It is Paris.</answer>", 1],
    [{}, "Paris", "<answer>Parisians</answer>", 0],
    [{ preset: "search-r1" }, "Paris", "<answer>Parisians</answer>", 1],
    [{}, "Paris", "<answer>London</answer>", 0],
    [{}, "Paris", "Paris", 0],
    [{}, "Paris", "<answer>London Paris Berlin Rome</answer>", 0],
    [{}, "B", "<answer>A B C D</answer>", 0],
    [{}, "Paris", "<answer>Paris Texas</answer>", 1],
    [{}, "Paris", "<answer>La capitale est Paris</answer>", 1],
    [{}, "Tour Eiffel", "<answer>la grande Tour Eiffel de Paris</answer>", 1],
    [{ hedges: "accept" }, "Paris", "<answer>London Paris Berlin Rome</answer>", 1],
    [
      {},
      "Paris",
      "<answer>Paris and more and more and more and more and more and more and more and more and more and more </answer>",
      0,
    ],
    [{}, ["", "Paris"], "<answer>Paris</answer>", 1],
    [{}, "the", "<answer>the</answer>", null],
  ] as const)("with %j, for the solution %j: %j is %j", async (options, solution, completion, score) => {
    const actual = await scoreWith(substringMatch(options), completion, { solution });
    if (score === null) expect(actual).toBeNull();
    else expect(actual).toBeCloseTo(score, 12);
  });
});
