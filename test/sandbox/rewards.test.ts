import { describe, expect, it } from "vitest";
import {
  binaryCode,
  type BinaryCodeOptions,
  code,
  type CodeRewardOptions,
  type CodeColumns,
  type RewardResult,
  scoreGroups,
} from "../../dist/index.js";

const PYTHON = "n = int(input())\nprint(sum(map(int, input().split())))";
const fenced = (source: string, language = "python"): string =>
  `<think>r</think>\n\`\`\`${language}\n${source}\n\`\`\``;
const info = {
  language: "python",
  test_cases: ["1", "2", "3"].map((first) => ({
    input: `2\n${first} 5\n`,
    output: `${Number(first) + 5}\n`,
  })),
};

async function scored(
  columns: CodeColumns,
  completion: string,
  options?: CodeRewardOptions,
): Promise<RewardResult["score"] | undefined> {
  const { scores } = await scoreGroups([{ columns, completions: [completion] }], code(options));
  return scores.code?.[0]?.[0];
}

describe("code", () => {
  it.each<[string, CodeColumns, string, number | null]>([
    ["a right program", { verification_info: info }, fenced(PYTHON), 1],
    ["one right answer of three", { verification_info: info }, fenced("print(7)"), 1 / 3],
    ["no output", { verification_info: info }, fenced("import sys; sys.exit(0)"), 0],
    ["a syntax error", { verification_info: info }, fenced("x ="), 0],
    ["no code", { verification_info: info }, "7", 0],
    ["tests as text", { verification_info: JSON.stringify(info) }, fenced(PYTHON), 1],
    [
      "a function",
      {
        input_output: {
          fn_name: "add",
          inputs: [
            [1, 2],
            [3, 4],
          ],
          outputs: [[3], 7],
        },
      },
      fenced("def add(a, b): return a + b"),
      1,
    ],
    [
      "a function that relies on imports that it does not have",
      { input_output: { fn_name: "most", inputs: [[[3, 3, 1]]], outputs: [3] } },
      fenced(
        "class Solution:\n    def most(self, a: List[int]) -> int: return Counter(a).most_common(1)[0][0]",
      ),
      1,
    ],
    [
      "a method of Solution",
      {
        input_output: {
          fn_name: "add",
          inputs: [
            [1, 2],
            [3, 4],
          ],
          outputs: [3, 7],
        },
      },
      fenced("class Solution:\n    def add(self, a, b): return 3"),
      0.5,
    ],
    [
      "an object that equals everything",
      { test_list: ["assert f(1) == 2"] },
      fenced("class Yes:\n    def __eq__(self, other): return True\ndef f(a): return Yes()"),
      0,
    ],
    [
      "assertions",
      { test_list: ["assert f((1, 2), 3) == {1, 2, 3}", "assert f((1,), 1) == set([1]), 'once'"] },
      fenced("def f(a, b): return set(a) | {b}"),
      1,
    ],
    [
      "JavaScript",
      { verification_info: { ...info, language: "javascript" } },
      fenced(
        `const [, line] = require("fs").readFileSync(0, "utf8").split("\\n"); console.log(eval(line.replace(" ", "+")));`,
        "js",
      ),
      1,
    ],
    [
      "TypeScript",
      { input_output: { fn_name: "add", inputs: [[1, 2]], outputs: [3] }, language: "typescript" },
      fenced("const add = (a: number, b: number): number => a + b;", "ts"),
      1,
    ],
    [
      "a language that is not run here",
      { verification_info: { ...info, language: "rust" } },
      fenced("fn main() {}", "rust"),
      null,
    ],
    ["no tests", {}, fenced(PYTHON), null],
    ["tests that cannot be read", { test_list: ["assert f(1) < 2"] }, fenced(PYTHON), null],
  ])(
    "scores %s",
    async (_name, columns, completion, score) => {
      expect(await scored(columns, completion)).toBe(score);
    },
    240_000,
  );

  it.each<[string, CodeRewardOptions, CodeColumns, string, number]>([
    [
      "comparator",
      { comparator: "tokens" },
      { test_cases: [{ input: "", output: "1 2" }] },
      "print('1  2')",
      1,
    ],
    [
      "tolerance",
      { comparator: "numbers", tolerance: 0.1 },
      { test_cases: [{ input: "", output: "1.0" }] },
      "print(1.05)",
      1,
    ],
    ["maxTests", { maxTests: 1 }, { verification_info: info }, "print(6)", 1],
    ["timeoutMs", { timeoutMs: 100 }, { test_cases: [{ input: "", output: "" }] }, "while True: pass", 0],
    [
      "memoryMb",
      { memoryMb: 64 },
      { test_cases: [{ input: "", output: "1" }] },
      "bytearray(100 << 20)\nprint(1)",
      0,
    ],
    [
      "timeoutFails",
      { timeoutFails: "all", timeoutMs: 3000 },
      { verification_info: info },
      "input()\na = input()\nwhile a == '3 5': pass\nprint(sum(map(int, a.split())))",
      0,
    ],
    [
      "language",
      { language: "javascript" },
      { test_cases: [{ input: "", output: "1" }] },
      "console.log(1)",
      0,
    ],
  ])(
    "follows its option %s",
    async (_name, options, columns, source, score) => {
      expect(await scored(columns, fenced(source), options)).toBe(score);
    },
    240_000,
  );
});

it("binary_code is 1 only for a program that passes its tests", async () => {
  const options: BinaryCodeOptions = { threshold: 0.5 };
  const completions = [fenced(PYTHON), fenced("print(7)"), fenced(`${PYTHON}\nx = 1`)];
  const groups = [{ columns: { verification_info: info }, completions }];
  expect((await scoreGroups(groups, binaryCode())).scores.binary_code).toEqual([[1, 0, 1]]);
  expect((await scoreGroups(groups, binaryCode(options))).scores.binary_code).toEqual([[1, 0, 1]]);
}, 240_000);
