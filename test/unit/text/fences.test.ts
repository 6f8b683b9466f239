import { expect, it } from "vitest";
import { isInFence } from "../../../src/text/index.js";

it.each([
  ["x", false],
  ["```\nx", true],
  ["```js\nx", true],
  ["```\na\n```\nx", false],
  ["```\na\n```\n```\nx", true],
  ["a ``` x", false],
])("isInFence(%j) of its last character", (text, expected) => {
  expect(isInFence(text, text.length - 1)).toBe(expected);
});

it("isInFence counts from where it is told", () => {
  expect(isInFence("```\na\n```\nx", 10, 3)).toBe(true);
});
