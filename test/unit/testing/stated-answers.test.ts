import { describe, expect, it } from "vitest";
import { statedAnswers, withAnswers } from "../../../src/testing/completions/stated-answers.js";

const found = (text: string): string[] =>
  statedAnswers(text).map(({ place, answer }) => `${place} ${answer}`);

describe("statedAnswers", () => {
  it.each([
    ["\\boxed{\\frac{1}{2}}, or \\fbox{3}", ["boxed \\frac{1}{2}", "fbox 3"]],
    ["\\boxed{\\{1, 2\\}}", ["boxed \\{1, 2\\}"]],
    ["<answer>\n5</answer>", ["answer-tag \n5"]],
    ["<answer>\\boxed{5}</answer>", ["boxed 5"]],
    ["\\boxed{\\boxed{5}}", ["boxed 5"]],
    ["#### Step\nSo\n#### 42\n", ["hashes  42"]],
    ["#### Step\nSo", []],
    ["\\boxed{5", []],
    ["\\boxed{5 \\boxed{6}", ["boxed 6"]],
    ["<answer>5", []],
    ["", []],
  ])("%j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("are replaced where they stand", () => {
    const text = "\\boxed{1} and <answer>2</answer>.";
    expect(withAnswers(text, statedAnswers(text), (answer) => `${answer}0`)).toBe(
      "\\boxed{10} and <answer>20</answer>.",
    );
  });
});
