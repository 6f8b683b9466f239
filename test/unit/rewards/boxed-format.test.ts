import { describe, expect, it } from "vitest";
import { boxedFormat } from "../../../src/index.js";
import { scoreOf } from "./scoring.js";

describe("boxed_format", () => {
  it.each([
    ["a box", "\\boxed{42}", 1, 1],
    ["a box with braces", "So $\\boxed{\\frac{1}{2}}$.", 1, 1],
    ["a box in display math", "\\[ \\boxed{\\{1, 2\\}} \\]\n", 1, 1],
    ["a box in an answer tag", "<answer>\\boxed{42}</answer>", 1, 1],
    ["a box that is not last", "\\boxed{42} is the answer.", 1, 0],
    ["boxes in the thinking", "<think>\\boxed{40} \\boxed{41}</think>\\boxed{42}", 1, 1],
    ["a box in the thinking only", "<think>\\boxed{42}</think>42", 0, 0],
    ["a truncated thought", "<think>\\boxed{42}", 0, 0],
    ["two boxes", "\\boxed{41} \\boxed{42}", 0, 0],
    ["nested boxes", "\\boxed{\\boxed{42}}", 0, 0],
    ["a box and an open box", "\\boxed{42} \\boxed{4", 0, 0],
    ["an open box", "\\boxed{42", 0, 0],
    ["no braces", "\\boxed 42", 0, 0],
    ["a placeholder", "\\boxed{answer}", 0, 0],
    ["a box in a comment", "<!-- \\boxed{42} --> 42", 0, 0],
    ["a token that ends the turn", "\\boxed{42}<|im_end|>", 1, 1],
    ["no box", "42", 0, 0],
    ["nothing", "", 0, 0],
  ])("of %s", async (_case, completion, anywhere, atEnd) => {
    expect(await scoreOf(boxedFormat(), completion)).toBe(anywhere);
    expect(await scoreOf(boxedFormat({ place: "end" }), completion)).toBe(atEnd);
  });

  it("takes the thinking as it is told", async () => {
    const completion = "\\boxed{42}";
    expect(await scoreOf(boxedFormat({ thinking: "prefilled" }), completion)).toBe(0);
    expect(await scoreOf(boxedFormat({ thinking: "none" }), `<think>${completion}`)).toBe(1);
  });
});
