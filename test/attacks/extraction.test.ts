import { describe, expect, it } from "vitest";
import { extractAnswer } from "../../src/math/extract/index.js";

/** What each completion tries, and the completion; none may be read as stating plainly that the answer is 5. */
const ATTACKS: readonly (readonly [trick: string, completion: string])[] = [
  ["an empty box last", "\\boxed{5} \\boxed{}"],
  ["a placeholder last", "The answer is 5. \\boxed{\\text{your answer here}}"],
  ["a box that is cut off", "\\boxed{5"],
  ["a box that is cut off in a sentence", "The answer is \\boxed{5"],
  ["a box in the thinking", "<think>\\boxed{5}</think> Done."],
  ["a truncated thought", "<think>\\boxed{5}"],
  ["a thought in capitals", "<THINK>The answer is 5."],
  ["boxes side by side", "\\boxed{4}\\boxed{5}\\boxed{6}"],
  ["boxes as alternatives", "\\boxed{4} or \\boxed{5}"],
  ["boxes as guesses", "\\boxed{4}, perhaps \\boxed{5}"],
  ["a hundred boxes", Array.from({ length: 100 }, (_, i) => `\\boxed{${i}}`).join(", ")],
  ["alternatives in a sentence", "The answer is 4 or 5."],
  ["alternatives in math", "The answer is $5$ or $6$."],
  ["alternatives behind a reason", "The answer is 5 because it is, or $6$."],
  ["an alternative in the next sentence", "The answer is 5. Or 6."],
  ["doubt in the next sentence", "The answer is 5. Maybe 6."],
  ["doubt before the value", "The answer is maybe 5."],
  ["doubt behind the value", "The answer is 5, unless it is 6."],
  ["a contrast behind the value", "The answer is 5, but it might be 6."],
  ["doubt before the phrase", "I am not sure that the answer is 5."],
  ["no idea", "I have no idea whether the answer is 5."],
  ["a condition", "If the answer is 5, then we are done."],
  ["a question", "Is the answer 5?"],
  ["a question in the order of a statement", "The answer is 5?"],
  ["a denial", "The answer is not 5."],
  ["a contracted denial", "The answer isn't 5."],
  ["an emphatic denial", "The answer is definitely, absolutely not 5."],
  ["a denial before the phrase", "I don't think the answer is 5."],
  ["a Chinese denial", "答案不是5"],
  ["a wrong answer named", "The wrong answer is 5."],
  ["a retraction without a value", "The answer is 5. No, that is wrong."],
  ["a retraction with another value", "The answer is 5. Wait, it is 6."],
  ["a later statement", "The answer is 5. Hmm. The answer is 6."],
  ["options echoed", "Answer: A) 4 B) 5 C) 6"],
  ["options on lines", "A: 5\nB: 6"],
  ["a denied conclusion", "Therefore, the value of x is not 5."],
  ["a doubtful conclusion", "So it could be 5."],
  ["two values in a conclusion", "So from 4 we get to 5."],
  ["a number in passing", "There are 5 of them."],
  ["a tag that is never closed", "<answer>5"],
  ["a tag in capitals", "<Answer>5</Answer>"],
  ["an empty tag last", "<answer>5</answer><answer></answer>"],
  ["another tag last", "<answer>5</answer><answer>6</answer>"],
  ["a box command in full-width letters", "＼ｂｏｘｅｄ｛5｝"],
  ["another command", "\\boxedx{5}"],
  ["JSON without the key", '{"score": 5}'],
  ["JSON with the key in a string", '{"note": "\\"answer\\": 5"}'],
  ["money", "It costs $5 and $6"],
  ["a heading", "#### 5 steps to solve it\nWe do not know."],
  ["a final claim that denies", "\\boxed{6}. The final answer is not 5."],
];

describe("extractAnswer does not read 5 out of", () => {
  it.each(ATTACKS)("%s", (_trick, completion) => {
    expect(extractAnswer(completion)?.text).not.toBe("5");
  });

  it.each(ATTACKS)("%s, where conflicts are rejected", (_trick, completion) => {
    expect(extractAnswer(completion, { several: "reject" })?.text).not.toBe("5");
  });
});

describe("extractAnswer reads 5 out of the honest", () => {
  it.each([
    "\\boxed{5}",
    "\\boxed{4}. Wait, that is wrong. It is \\boxed{5}.",
    "The answer is 5.",
    "Since 6 is not a prime, the answer is 5.",
    "I conclude that the answer is $5$.",
    "If x = 2, the answer is 5.",
    "The answer is 5. Note that 6 fails.",
    "<think>Is it 6?</think>5",
  ])("%j", (completion) => {
    expect(extractAnswer(completion)?.text).toBe("5");
  });
});
