import { describe, expect, it } from "vitest";
import { extractAnswer, extractReference } from "../../../src/math/index.js";

describe("extractAnswer", () => {
  it.each([
    ["\\boxed{ 42 }", "42", "boxed"],
    ["<answer>\n42\n</answer>", "42", "answer_tag"],
    ["The answer is 42.", "42", "final_sentence"],
    ["\\boxed{42} <answer>41</answer> The answer is 40.", "42", "boxed"],
    ["<answer>42</answer> The answer is 40.", "42", "answer_tag"],
    ["<answer>The answer is \\boxed{42}.</answer>", "42", "boxed"],
  ])("finds the answer of %j", (completion, text, method) => {
    expect(extractAnswer(completion)).toMatchObject({ text, method });
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
  ])("finds none for %s", (_case, completion) => {
    expect(extractAnswer(completion)).toBeNull();
  });
});

describe("extractReference", () => {
  it.each([
    [" 1/2 ", "1/2", "whole"],
    ["It is \\boxed{1/2}.", "1/2", "boxed"],
    ["<answer>1/2</answer>", "1/2", "answer_tag"],
    ["3 + 4 = 7\n#### 7", "7", "marked"],
    ["A: 12, B: 15", "A: 12, B: 15", "whole"],
    ["the answer is yes", "the answer is yes", "whole"],
    ["<think> is no thought in a reference", "<think> is no thought in a reference", "whole"],
  ])("finds the answer of %j", (reference, text, method) => {
    expect(extractReference(reference)).toMatchObject({ text, method });
  });

  it.each(["", " \n", "\\boxed{}", "The answer is \\boxed{ }.", "<answer></answer>"])(
    "finds none in %j",
    (reference) => {
      expect(extractReference(reference)).toBeNull();
    },
  );
});
