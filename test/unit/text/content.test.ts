import { expect, it } from "vitest";
import { hasContent } from "../../../src/text/index.js";

it.each([
  ["a", true],
  [" \n\x1c\u3000", false],
  ["\u200b\u200d\u2060\ufeff\u00ad", false],
  ["\u200b.", true],
  ["😀", true],
  ["\ud800", true],
  ["", false],
])("hasContent(%j)", (text, expected) => {
  expect(hasContent(text, 0, text.length)).toBe(expected);
});

it("hasContent looks at its stretch only", () => {
  expect(hasContent("a b", 1, 2)).toBe(false);
  expect(hasContent("a b", 1, 3)).toBe(true);
});
