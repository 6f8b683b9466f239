import { expect, it } from "vitest";
import { isAside } from "../../../src/text/index.js";

it.each([
  ["x", false],
  ["```\nx", true],
  ["```js\nx", true],
  ["```\na\n```\nx", false],
  ["```\na\n```\n```\nx", true],
  ["a ``` x", false],
  ["~~~\nx", true],
  ["~~~\n```\n~~~\nx", false],
  ["  ```\nx", true],
  ["> ```\n> x", true],
  ["<!-- x", true],
  ["<!-- a --> x", false],
])("isAside(%j) of its last character", (text, expected) => {
  expect(isAside(text, text.length - 1)).toBe(expected);
});

it("isAside counts from where it is told", () => {
  expect(isAside("```\na\n```\nx", 10, 3)).toBe(true);
});
