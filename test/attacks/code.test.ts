import { describe, expect, it } from "vitest";
import {
  codeforcesScore,
  type ComparatorName,
  comparators,
  extractCode,
  judgeOutput,
  numericTokens,
  passesTests,
  passFraction,
} from "../../src/code/index.js";

const NAMES = Object.keys(comparators) as readonly ComparatorName[];

/** What the program prints to pass a test of which it knows little. */
const OUTPUTS: readonly (readonly [trick: string, stdout: string, expected: string])[] = [
  ["C1: leaves before it prints", "", "15"],
  ["C4: says that it has passed", "all tests passed\nok 1\n1..1", "15"],
  ["C12: NaN", "nan", "15"],
  ["C12: infinity", "inf", "15"],
  ["C12: a number that overflows", "1e999", "15"],
  ["the first line only", "1", "1\n2"],
  ["nothing, for an empty first line", "", "\n15"],
  ["every answer, the right one first", "15\n16\n17", "15"],
  ["digits of another script", "１５", "15"],
  ["NUL behind the answer", "15\0", "15"],
  ["a zero-width space behind the answer", "15\u200b", "15"],
  ["a list of answers", "15, 16", "15"],
];

describe.each(OUTPUTS)("%s", (_trick, stdout, expected) => {
  it.each(NAMES)("is wrong by %s", (name) => {
    expect(comparators[name](stdout, expected)).toBe(false);
  });

  it("is wrong within a tolerance", () => {
    expect(numericTokens({ absolute: 0.01, relative: 0.01 })(stdout, expected)).toBe(false);
  });
});

describe("a run that did not end well earns nothing, whatever it printed", () => {
  it.each(["runtime_error", "timeout", "memory_limit", "output_limit", "compile_error"] as const)(
    "%s",
    (outcome) => {
      const results = [judgeOutput({ outcome, stdout: "15" }, "15", comparators.exact)];
      expect(passFraction(results).score).toBe(0);
      expect(passesTests(results).score).toBe(0);
      expect(codeforcesScore("code", results).score).toBeLessThanOrEqual(0);
    },
  );
});

describe("C13: of several blocks the last of the language is submitted", () => {
  it.each<[string, string, string | null]>([
    ["right first, junk last", "```python\nright\n```\n```python\njunk\n```", "junk\n"],
    ["junk first, right last", "```python\njunk\n```\n```python\nright\n```", "right\n"],
    ["a block within a block", "````text\n```python\ninner\n```\n````", null],
    ["a wrong language", "```javascript\ncode\n```", null],
    ["no language", "```\ncode\n```", null],
    ["a last block that is cut off", "```python\na\n```\n```python\nb", "a\n"],
    ["a block in the thinking", "<think>\n```python\na\n```\n</think>", null],
  ])("%s", (_what, text, expected) => {
    expect(extractCode(text, "python")).toBe(expected);
  });
});

it("C13: a hundred thousand fences are read", () => {
  const text = "```python\n```\n".repeat(100_000);
  expect(extractCode(text, "python")).toBe("");
  expect(extractCode(`${text}${"```python\n".repeat(100_000)}`, "python")).toBe("");
});
