import { expect, it } from "vitest";
import { differenceOf } from "../../../../src/cli/run/difference.js";
import { comparators } from "../../../../src/code/index.js";

const output = (text: string) => ({ kind: "output", text }) as const;

it.each([
  ["1\n2\n", "1\n3\n", 'line 2: "2" instead of "3"'],
  ["1\n", "1\n2\n", 'line 2: nothing instead of "2"'],
  ["1\n2\n", "1\n", 'line 2: "2" instead of nothing'],
  ["", "5", 'line 1: nothing instead of "5"'],
  ["a\u0000", "a", 'line 1: "a\\u0000" instead of "a"'],
  ["x".repeat(100), "y", `line 1: "${"x".repeat(60)}…" instead of "y"`],
])("tells the first line of %j that is not that of %j", (written, expected, difference) => {
  expect(differenceOf(written, output(expected), comparators.lines)).toBe(difference);
});

it("passes over lines that the comparator takes", () => {
  expect(differenceOf("YES\nno", output("yes\nyes"), comparators.tokens_ignoring_case)).toBe(
    'line 2: "no" instead of "yes"',
  );
});

it("says so if only the white space differs", () => {
  expect(differenceOf("1", output("1\n"), comparators.exact)).toBe("only the white space differs");
});

it("tells what values a call should have given", () => {
  const values = [[1, 2], new Map([["a", 1]])];
  expect(differenceOf("[2, 1]", { kind: "value", values }, comparators.lines)).toBe(
    '[2, 1] instead of [1,2] or {"a":1}',
  );
  expect(differenceOf("", { kind: "expression", text: "f(1)" }, comparators.lines)).toBe(
    "nothing instead of the value of f(1)",
  );
});
