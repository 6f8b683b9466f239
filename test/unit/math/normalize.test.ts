import { describe, expect, it } from "vitest";
import { normalizeAnswer } from "../../../src/math/normalize.js";

describe("normalizeAnswer", () => {
  it.each([
    ["dollars", "$42$", "42"],
    ["fractions", "\\dfrac{1}{2}\\tfrac12\\cfrac34", "\\frac{1}{2}\\frac12\\frac34"],
    ["sized parentheses", "\\left( 1, 2 \\right)", "(1,2)"],
    ["display style", "\\displaystyle \\sum", "\\sum"],
    ["thin spaces", "1\\,000\\!", "1000"],
    ["LaTeX thousands", "1{,}000", "1,000"],
    ["white space", " a \n b ", "ab"],
    ["a braced exponent", "x^{2}", "x^2"],
    ["stops", "42.", "42"],
    ["stops in Chinese", "42。", "42"],
    ["emphasis", "**42**", "42"],
    ["emphasis around a sentence's end", "**42.**", "42"],
  ])("folds %s", (_case, answer, normal) => {
    expect(normalizeAnswer(answer)).toBe(normal);
  });

  it.each([
    ["a space between digits", "1 1/2", "1 1/2"],
    ["much space between digits", "3 \n\t 4", "3 4"],
    ["a LaTeX space between digits", "3\\ 4", "3 4"],
    ["a product", "2*3", "2*3"],
    ["an arrow", "\\leftarrow", "\\leftarrow"],
    ["a fraction's name", "\\dfraction", "\\dfraction"],
    ["a pause before three digits", "32, 349", "32;349"],
    ["a variable", "x = 42", "x=42"],
    ["letter case", "B", "B"],
    ["an ellipsis", "0.333...", "0.333..."],
    ["a final star", "z^*", "z^*"],
  ])("keeps %s", (_case, answer, normal) => {
    expect(normalizeAnswer(answer)).toBe(normal);
  });

  it.each(["", " ", "$$", "...", "**"])("leaves nothing of %j", (answer) => {
    expect(normalizeAnswer(answer)).toBe("");
  });

  it("leaves an answer of more than 2000 characters as it is", () => {
    const long = `$${"A".repeat(2000)}$`;
    expect(normalizeAnswer(long)).toBe(long);
    expect(normalizeAnswer(`$${"A".repeat(1998)}$`)).toBe("A".repeat(1998));
  });
});
