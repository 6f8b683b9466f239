import { describe, expect, it } from "vitest";
import {
  extractAnswer,
  type ExtractionMethod,
  type ExtractOptions,
} from "../../../../src/math/extract/index.js";

const textOf = (completion: string, options?: ExtractOptions): string | undefined =>
  extractAnswer(completion, options)?.text;

describe("extractAnswer", () => {
  it.each([
    ["\\boxed{ 42 }", "42", "boxed"],
    ["<answer>\n42\n</answer>", "42", "answer_tag"],
    ['{"answer": 42}', "42", "json"],
    ["The answer is 42.", "42", "final_sentence"],
    ["6 × 7 = 42\n#### 42", "42", "marked"],
    ["$42$", "42", "whole"],
    ["\\boxed{42} <answer>41</answer> The answer is 40.", "42", "boxed"],
    ["<answer>42</answer> The answer is 40.", "42", "answer_tag"],
    ["<answer>The answer is \\boxed{42}.</answer>", "42", "boxed"],
    ["<answer>The answer is $42$.</answer>", "42", "answer_tag"],
    ["<answer>\\(42\\)</answer>", "42", "answer_tag"],
    ["#### Check\nThe answer is 42.", "42", "final_sentence"],
    ["\\boxed{42}\n% \\boxed{41}", "42", "boxed"],
    ["\\boxed{42} <!-- \\boxed{41} -->", "42", "boxed"],
    ["\\boxed{42} ~~\\boxed{41}~~", "42", "boxed"],
    ["$x~~=~~\\boxed{42}$", "42", "boxed"],
    ["5 % of 840 is\n\\boxed{42}", "42", "boxed"],
    ["The answer is 42</s>", "42", "final_sentence"],
    ["The answer is 42.<|im_end|><|endoftext|>\n", "42", "final_sentence"],
    ["Answer: __42__", "42", "final_sentence"],
    ["The final result is 42.", "42", "final_sentence"],
    ["```output\n42\n```", "42", "final_sentence"],
    ["```output\n42.0\n```\n42 cars drove for 15 minutes.", "42.0", "final_sentence"],
    ["```output\n3.0\n```\nThree trucks are needed for 80 stones.", "3.0", "final_sentence"],
  ])("finds the answer of %j", (completion, text, method) => {
    expect(extractAnswer(completion)).toMatchObject({ text, method });
  });

  it.each([
    "```output\n42\n```\n41 cars drove.",
    "```output\n[1, 2]\n```",
    "```output\n42\n```\nIs it so?\nNo.",
  ])("takes no answer from %j", (completion) => {
    expect(extractAnswer(completion)).toBeNull();
  });

  it("says where the answer stands in the whole completion", () => {
    const completion = "<think>\\boxed{1}</think> It is \\boxed{42}.";
    const { span } = extractAnswer(completion) ?? {};
    expect(completion.slice(span?.start, span?.end)).toBe("42");
  });

  it.each([
    ["no form", "It is 42."],
    ["nothing", ""],
    ["an empty box", "<answer>42</answer> \\boxed{ }"],
    ["an answer in the thinking", "<think>\\boxed{42}</think>"],
    ["a truncated thought", "<think>\\boxed{42}"],
    ["a box that is cut off", "So it is \\boxed{42"],
  ])("finds none for %s", (_case, completion) => {
    expect(extractAnswer(completion)).toBeNull();
  });

  it("takes the thinking from the options", () => {
    expect(textOf("\\boxed{42}", { thinking: "prefilled" })).toBeUndefined();
    expect(textOf("so</think>\\boxed{42}", { thinking: "prefilled" })).toBe("42");
    expect(textOf("<think>\\boxed{42}", { thinking: "none" })).toBe("42");
  });

  it("takes the forms from the options, in their order", () => {
    const completion = "\\boxed{1} **2** <answer>3</answer>";
    const only = (...methods: ExtractionMethod[]): string | undefined => textOf(completion, { methods });
    expect(only("answer_tag", "boxed")).toBe("3");
    expect(only("bold")).toBe("2");
    expect(only("json")).toBeUndefined();
    expect(only()).toBeUndefined();
  });

  it.each([
    ["it grew by 5.5%", "5.5%"],
    ["from 10 to 1,000.99m²", "1,000.99"],
    ["a share of 3/4 each", "3/4"],
    ["so \\frac{2}{5} of it", "\\frac{2}{5}"],
    ["minus: -7 degrees", "-7"],
    ["共有 99颗", "99"],
  ])("takes the last number of %j only if it is asked to", (completion, text) => {
    expect(extractAnswer(completion, { methods: [] })).toBeNull();
    expect(extractAnswer(completion, { methods: [], lastNumber: true })).toMatchObject({
      text,
      method: "last_number",
    });
  });

  it("takes no number out of a word", () => {
    expect(extractAnswer("AZYUK2A x_5", { methods: [], lastNumber: true })).toBeNull();
  });

  it.each([
    ["\\boxed{5} … so it is \\boxed{6}.", "\\boxed{5}, so again. \\boxed{5}"],
    ["\\boxed{5} or \\boxed{6}", "\\boxed{5} or \\boxed{5}"],
    ["<answer>5</answer> <answer>6</answer>", "<answer>5</answer> <answer>5</answer>"],
    ["The answer is 5. The answer is 6.", "The answer is 5. The answer is 5."],
  ])("rejects %j if several answers are too many", (conflict, agreement) => {
    expect(extractAnswer(conflict)).not.toBeNull();
    expect(extractAnswer(conflict, { several: "reject" })).toBeNull();
    expect(textOf(agreement, { several: "reject" })).toBe("5");
  });
});
