import { expect, it } from "vitest";
import { isInFence, literalFences } from "../../../src/text/index.js";

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

it.each([
  ["```py\na\n```", ["a\n"]],
  ["x ```py\na``` y ```py\nb```", ["a", "b"]],
  ["```py\na\n```py\nb\n```", ["a\n"]],
  ["```py\n```", [""]],
  ["```python\na\n```", []],
  ["```py\na", []],
])("literalFences of %j", (text, expected) => {
  const fences = [...literalFences(text, { start: 0, end: text.length }, "py\n")];
  expect(fences.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

it("literalFences stays within its stretch", () => {
  const text = "```py\na```\n```py\nb```";
  expect([...literalFences(text, { start: 1, end: text.length - 3 }, "py\n")]).toEqual([]);
});
