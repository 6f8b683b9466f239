import { describe, expect, it } from "vitest";
import { lastFinalAnswer } from "../../../src/text/index.js";

/** The text of the span, or `null`. */
function found(text: string): string | null {
  const span = lastFinalAnswer(text);
  return span && text.slice(span.start, span.end);
}

describe("lastFinalAnswer", () => {
  it.each([
    ["The answer is 42.", "42"],
    ["the final answer is: 42", "42"],
    ["The answer was 42!", "42"],
    ["The answer would be 42", "42"],
    ["The answer will be 42", "42"],
    ["Answer: 42", "42"],
    ["ANSWER = 42", "42"],
    ["answer : 42", "42"],
    ["**Answer:** 42", "42"],
    ["Answer: **42**.", "42**"],
    ["Answer:\n\n42", "42"],
    ["#### 42", " 42"],
    ["6 × 7 = 42\n#### 42\n", " 42"],
    ["答案是42", "42"],
    ["答案：42", "42"],
    ["答：42", "42"],
  ])("finds the rest of the sentence in %j", (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  it.each([
    ["The answer is 3.14. I am sure.", "3.14"],
    ["The answer is 42? Yes.", "42"],
    ["The answer is 42\nand so on", "42"],
    ["答案是42。所以", "42"],
    ["The answer is 42", "42"],
    ["The answer is $\\frac{1}{2}$. I hope it is correct.", "$\\frac{1}{2}$"],
  ])("ends with the sentence in %j", (text, expected) => {
    expect(found(text)).toBe(expected);
  });

  it("takes the last one", () => {
    expect(found("The answer is 41. No, the answer is 42.")).toBe("42");
  });

  it("takes the last phrase of a sentence", () => {
    expect(found("The answer is that the answer is 42.")).toBe("42");
  });

  it.each(["The answer is 42.\nAnswer:", "The answer is 42. Answer: .", "#### 42\n####\n"])(
    "passes over a phrase with nothing behind it in %j",
    (text) => {
      expect(found(text)?.trim()).toBe("42");
    },
  );

  it.each([
    "",
    "42",
    "I have no answer",
    "the answers are 42",
    "an unanswerable question",
    "### 42",
    "Answer: ",
  ])("finds none in %j", (text) => {
    expect(lastFinalAnswer(text)).toBeNull();
  });

  it("passes once over white space that many phrases share", () => {
    const text = `${"answer:".repeat(60_000)}${" ".repeat(400_000)}\n`;
    expect(found(`${text}the answer is 42`)).toBe("42");
  });
});
