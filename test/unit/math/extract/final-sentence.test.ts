import { describe, expect, it } from "vitest";
import { extractAnswer } from "../../../../src/math/extract/index.js";

const tex = String.raw;
const textOf = (completion: string): string | undefined =>
  extractAnswer(completion, { methods: ["final_sentence"] })?.text;

describe("a sentence that states the answer", () => {
  it.each([
    "The answer is 42.",
    "the final answer is: 42",
    "The answer was 42!",
    "The answer would be 42",
    "The answer will be 42",
    "Answer: 42",
    "ANSWER = 42",
    "answer : 42",
    "**Answer:** 42",
    "Answer: **42**.",
    "Answer:\n\n42",
    "### Answer\n42",
    "**Final Answer**\n\n\\[ 42 \\]",
    "So the answer is $42$.",
    "The answer to the problem is 42.",
    "6 × 7\nA: 42",
    "答案是42",
    "答案：42",
    "答：42",
    "最终答案为 $42$。",
    "La réponse est 42.",
    "La respuesta es 42",
    "The final answer is $42$. I hope it is correct.",
    "The answer is 42<|im_end|>",
    "The answer is 42\nand so on",
    "答案是42。所以",
    "The answer is that the answer is 42.",
    "The answer is 41. No, the answer is 42.",
    "The answer is 41. No wait, it is 42",
    "The answer is 42.\nAnswer:",
    "Final Answer: The largest $n$ is 42.",
    "The answer is 42, because 6 × 7 is 42.",
    "The answer is approximately 42.",
    "Answer: Jane has 42 of them left.",
    "ans: 42",
    "Final Answer\n\n42",
    "Ans = 42",
  ])("gives 42 in %j", (completion) => {
    expect(textOf(completion)).toBe("42");
  });

  it.each([
    ["The answer is 3.14. I am sure.", "3.14"],
    ["The answer is 1,234.5.", "1,234.5"],
    [tex`The answer is $\frac{1}{2}$. I hope so.`, tex`\frac{1}{2}`],
    [tex`Answer: \[ x^2 + 1. \]`, "x^2 + 1"],
    ["The answer is $5$ percent.", tex`5\%`],
    ["The answer is 5 apples.", "5 apples"],
    ["The answer is 5 more than x.", "5 more than x"],
    ["The answer is 5 million dollars in all.", "5 million dollars in all"],
    ["The answer is 3/4 of a whole cup.", "3/4"],
    ["The answer is $\\{1,2\\}$.", tex`\{1,2\}`],
    ["The answer is the set $\\{1,2\\}$.", tex`\{1,2\}`],
    ["So the ordered pair $(x, y)$ is no matter. The answer is $(7, 6)$.", "(7, 6)"],
    ["The answer is $5$ and $6$.", "5 and 6"],
    ["The answer is 5 or 6.", "5 or 6"],
    ["The answer is $5$ or $6$.", "5 or 6"],
    ["The correct answer is (B).", "(B)"],
    ["The correct answer is option C, because A is wrong.", "C"],
    ["故选：C。", "C"],
    ["The answer is yes.", "yes"],
    ["The answer is no.", "no"],
    ["Answer: **No**", "No"],
    ["Solving, we get $x = 2$.", "x = 2"],
    ["The possible values are 5, 6, 7.", "5, 6, 7"],
    ["The possible values are $5$, $6$ and $7$.", "5, 6 and 7"],
    ["The answer is x+1.", "x+1"],
    ["The answer is [1, 2).", "[1, 2)"],
    ["réponse est (35 + 70 = 105).", "35 + 70 = 105"],
    ["答案：每份应该是 $\\frac{2}{5}$ 吨。", tex`\frac{2}{5}`],
  ])("gives the value of %j", (completion, text) => {
    expect(textOf(completion)).toBe(text);
  });

  it.each([
    "Therefore, there are 12 of them.",
    "It took a while. Thus, the total is $12$.",
    "So the length is:\n\n\\[\n12\n\\]",
    "Hence $x$ equals $12$. I hope it is correct. <|im_start|>user",
    "因此，一共有12。",
    "The result is 12.",
    "12 is the answer.",
    "We add them. Hence $12$ is our final answer.",
    "After adding, we find that the sum of both is 12.",
    "6 + 6 = 12. The total is **12**.",
    "The value of $x$ is $12$.",
    "First we add them.\nThe sum equals exactly 12.",
    "The profit was 12",
    "Adding them up, we get $12$.",
    "We obtain 12.",
    "Adding six to six gives us $12$.",
    "The value is $12$, which is about 12.0.",
  ])("may draw a conclusion at the end of the text: %j", (completion) => {
    expect(textOf(completion)).toBe("12");
  });

  it.each([
    "",
    "42",
    "I have no answer",
    "an unanswerable question",
    "Answer: ",
    "Answer: .",
    "There are 42 of them.",
    "The answer is greater than 42.",
    "The answer is at least 42.",
    "It is false that the answer is 42.",
    "Therefore, there are 12 of them. Let us check.",
    "Hence proved.",
    "The answer is in step 5.",
    "Answer: see equation (5)",
    "The number is a multiple of 5.",
    "Answer: no idea",
    "First, we get 5. Then we add 2.",
    "If we try 3, we get $5$.",
    "We get 5?",
    "We have $x=2$ or $x=3$.",
    "We have 5 apples and 6 oranges.",
    "The values are 5 or 6.",
    "Let us add. The sum is 12",
    "The result is 12. Let us check.",
    "The result may not be 12.",
    "The radius is 5 more than that.",
    "The wrong answer is 5.",
    "The first guess is 5.",
    "There are 42.",
    "41 or 42 is the answer.",
    "I doubt that 42 is the answer.",
  ])("is not to be found in %j", (completion) => {
    expect(textOf(completion)).toBeUndefined();
  });
});
