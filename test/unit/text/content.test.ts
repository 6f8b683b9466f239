import { expect, it } from "vitest";
import { hasContent, saysSomething } from "../../../src/text/index.js";

it.each([
  ["a", true],
  [" \n\x1c\u3000", false],
  ["\u200b\u200d\u2060\ufeff\u00ad", false],
  ["\u200b.", true],
  ["😀", true],
  ["\u{e0041}\u{1d173}", false],
  ["\u2800", false],
  ["\ud800", true],
  ["", false],
])("hasContent(%j)", (text, expected) => {
  expect(hasContent(text, 0, text.length)).toBe(expected);
});

it("hasContent looks at its stretch only", () => {
  expect(hasContent("a b", 1, 2)).toBe(false);
  expect(hasContent("a b", 1, 3)).toBe(true);
});

it.each([
  ["a", true],
  ["7", true],
  ["∞", true],
  ["😀", true],
  ["+", true],
  ["...", false],
  ["…", false],
  ["***\n---", false],
  ["\u200b。", false],
])("saysSomething(%j)", (text, expected) => {
  expect(saysSomething(text, 0, text.length)).toBe(expected);
});
