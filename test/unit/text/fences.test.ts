import { expect, it } from "vitest";
import { literalFences } from "../../../src/text/index.js";

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
