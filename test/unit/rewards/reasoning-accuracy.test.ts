import { describe, expect, it } from "vitest";
import { reasoningAccuracy } from "../../../src/index.js";
import { scoreWith } from "./scored-columns.js";

describe("reasoning_accuracy", () => {
  it.each([
    [{}, "42", "r</think> \\boxed{42}", 1],
    [{}, "42", "r</think> \\boxed{41}", 0],
    [{}, "42", "\\boxed{42}", 0],
    [{}, "42", "\\boxed{42}</think> done", 0],
    [{ delimiters: ["<end>"] }, "42", "r<end> \\boxed{42}", 1],
    [{ delimiters: ["<end>"] }, "42", "r</think> \\boxed{42}", 0],
    [{}, null, "r</think> \\boxed{42}", null],
  ] as const)("with %j, for the solution %j: %j is %j", async (options, solution, completion, score) => {
    const actual = await scoreWith(reasoningAccuracy(options), completion, { solution });
    if (score === null) expect(actual).toBeNull();
    else expect(actual).toBeCloseTo(score, 12);
  });
});
