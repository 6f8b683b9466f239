import { expect, it } from "vitest";
import { isBlank, isSpace, skipSpace } from "../../../src/text/index.js";

const PYTHON_SPACES =
  "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a" +
  "\u2028\u2029\u202f\u205f\u3000";

it("isSpace is Python's str.isspace", () => {
  const found = Array.from({ length: 0x10000 }, (_, unit) => unit).filter(isSpace);
  expect(String.fromCharCode(...found)).toBe(PYTHON_SPACES);
});

it("skipSpace stops at the first character, or at the end", () => {
  expect(skipSpace("a \x1c b", 1)).toBe(4);
  expect(skipSpace("a   b", 1, 3)).toBe(3);
  expect(skipSpace("  ", 0)).toBe(2);
});

it.each([
  ["a b", 1, 2, true],
  ["a b", 1, 3, false],
  ["a", 1, 1, true],
])("isBlank(%j, %i, %i)", (text, start, end, expected) => {
  expect(isBlank(text, start, end)).toBe(expected);
});
