import { describe, expect, it } from "vitest";
import { expressionTiers, textTiers } from "../../../../src/math/tiers/index.js";
import { judge } from "./judge.js";

it("asks what is cheap first, and what is exact before what is approximate", () => {
  expect(textTiers.map(({ name }) => name)).toEqual([
    "normalized_text",
    "exact_value",
    "choice",
    "calendar",
    "words",
  ]);
  expect(expressionTiers.map(({ name }) => name).slice(0, 5)).toEqual([
    "ratio",
    "canonical_form",
    "rounded_decimal",
    "structure",
    "identity_test",
  ]);
});

describe("normalized_text", () => {
  it.each([
    ["x+1", "$x + 1$"],
    ["\\frac{1}{2}", "\\dfrac{1}{2}"],
    ["anything at all", "anything at all"],
    ["\\undefinedcommand{", "\\undefinedcommand{"],
  ])("%s is %s", (reference, answer) => {
    expect(judge(reference, answer)).toBe("correct by normalized_text");
  });
});

describe("exact_value", () => {
  it.each([
    ["42", "42.0", true],
    ["42", "+42", true],
    ["42", "042", true],
    ["0.5", ".50", true],
    ["1000", "1,000", true],
    ["1/2", "\\frac{1}{2}", true],
    ["1/2", "2/4", true],
    ["1000.99", "1000,99", true],
    ["42", "43", false],
    ["1/2", "2/3", false],
    ["9007199254740992", "9007199254740993", false],
  ])("%s and %s: %s", (reference, answer, equal) => {
    expect(judge(reference, answer)).toBe(`${equal ? "correct" : "incorrect"} by exact_value`);
  });
});

describe("choice", () => {
  it.each([
    ["B", "\\textbf{(B)}\\ 42", true],
    ["(D) Alina", "D", true],
    ["(D) Alina", "Alina", true],
    ["ACD", "A, C, D", true],
    ["A, C", "C, A", true],
    ["(B) \\frac12", "\\textbf{(B)} 0.5", true],
    ["(B) Paris", "B. Paris", true],
    ["(B) 42", "(B) 43", false],
    ["(B) Paris", "(B) London", false],
    ["B", "\\text{C}", false],
    ["ACD", "A, C", false],
  ])("%s and %s: %s", (reference, answer, equal) => {
    expect(judge(reference, answer)).toBe(`${equal ? "correct" : "incorrect"} by choice`);
  });

  it("takes the bare letter only, on request", () => {
    expect(judge("B", "(B) 42", { letters: "bare" })).toMatch(/^incorrect/);
    expect(judge("B", "(B)", { letters: "bare" })).toMatch(/^correct/);
  });
});

describe("calendar", () => {
  it.each([
    ["2024-01-15", "January 15, 2024", true],
    ["\\text{March 5}", "5 March", true],
    ["3 PM", "15:00", true],
    ["March 5", "March 6", false],
    ["10:05 AM", "10:05 PM", false],
  ])("%s and %s: %s", (reference, answer, equal) => {
    expect(judge(reference, answer)).toBe(`${equal ? "correct" : "incorrect"} by calendar`);
  });
});

describe("words", () => {
  it.each([
    ["\\text{Yes}", "yes", true],
    ["\\text{ellipse}", "an ellipse", true],
    ["\\text{no solution}", "\\emptyset", true],
    ["odd", "\\text{odd}", true],
    ["three", "3", true],
    ["20", "二十", true],
    ["20", "二十个", true],
    ["\\frac23", "三分之二", true],
    ["3", "三角形", false],
    ["\\text{Quadrant II}", "\\text{second quadrant}", true],
    ["\\text{II}", "\\text{Quadrant II}", true],
    ["\\text{Quadrant II}", "\\text{Quadrant III}", false],
    ["\\mathbb{R}", "all real numbers", true],
    ["\\text{Alice}", "\\text{Bob}", false],
    ["\\text{even}", "not even", false],
    ["5", "\\text{five or six}", false],
  ])("%s and %s: %s", (reference, answer, equal) => {
    expect(judge(reference, answer)).toMatch(equal ? /^correct/ : /^incorrect/);
  });
});

describe("sets and ordinals in words", () => {
  it.each([
    [String.raw`(0,\infty)`, String.raw`\text{all positive real numbers}`],
    [String.raw`\mathbb{Z}^+`, String.raw`\text{all positive integers}`],
    [String.raw`\mathbb{N}^*`, String.raw`\text{positive integers}`],
    ["15", String.raw`15^{\text{th}}`],
    ["2^{nd}", "4^{nd/2}"],
  ])("%s is %s", (reference, answer) => {
    expect(judge(reference, answer)).toMatch(/^correct/);
    expect(judge(answer, reference)).toMatch(/^correct/);
  });

  it.each([
    [String.raw`\mathbb{Z}`, String.raw`\text{all positive integers}`],
    [String.raw`[0,\infty)`, String.raw`\text{all positive real numbers}`],
    ["2", "2^{th}"],
  ])("%s is not %s", (reference, answer) => {
    expect(judge(reference, answer)).toMatch(/^incorrect/);
    expect(judge(answer, reference)).toMatch(/^incorrect/);
  });
});
