import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readTestSuite } from "../../../src/code/index.js";

const stdin = (text: string, expected: string): object => ({
  input: { kind: "stdin", text },
  expected: { kind: "output", text: expected },
});
const call = (name: string, args: string, ...values: unknown[]): object => ({
  input: { kind: "call", name, args },
  expected: { kind: "value", values },
});

/** A text as LiveCodeBench packs it: the pickle of protocol 4 of Python's `pickle.dumps`. */
function packed(text: string): string {
  const bytes = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  const frame = Buffer.concat([
    Buffer.from([0x80, 4, 0x95, 0, 0, 0, 0, 0, 0, 0, 0, 0x58]),
    length,
    bytes,
    Buffer.from([0x94, 0x2e]),
  ]);
  return deflateSync(frame).toString("base64");
}

const CODEFORCES = {
  official_tests: [{ input: "1", output: "2" }],
  generated_tests: [{ input: "3", output: "4" }],
  generated_checker: "print(1)",
  time_limit: 1.5,
  memory_limit: 256,
  input_mode: "stdio",
  interaction_format: null,
  language: "cpp",
};

const IOI = {
  id: "wall",
  subtask: "01-small",
  score: 30,
  score_precision: 3,
  test_names: ["a", "b"],
  time_limit: 2,
  memory_limit: 2 ** 31,
  grader_files: [
    ["graders/wall.h", "int height();"],
    ["graders/grader.cpp", "int main() {}"],
    ["checker/checker.cpp", "int main() { return 1; }"],
    ["checker/testlib.h", "#pragma once"],
    ["graders/empty.h", ""],
  ],
};

/** Tests in as many rows, each in the next. */
function nested(depth: number): object {
  return depth === 0 ? [{ input: "1", output: "2" }] : { tests: nested(depth - 1) };
}

const LIVE = [{ input: "1\n[2, 3]", output: "5", testtype: "functional" }];

describe("the tests of", () => {
  it.each<[string, unknown, object]>([
    ["APPS", { inputs: ["1 2\n"], outputs: ["3\n"] }, { tests: [stdin("1 2\n", "3\n")] }],
    ["APPS, as text", '{"inputs": ["1 2"], "outputs": ["3"]}', { tests: [stdin("1 2", "3")] }],
    ["APPS, as lists of lines", { inputs: [["1", "2"]], outputs: [["3"]] }, { tests: [stdin("1\n2", "3")] }],
    [
      "TACO, with a function",
      { fn_name: "add", inputs: [[1, 2]], outputs: [[3]] },
      { tests: [call("add", "[1,2]", [3], 3)] },
    ],
    [
      "open-r1",
      { language: "python", test_cases: [{ input: "1", output: "2", type: "stdin_stdout" }] },
      { language: "python", tests: [stdin("1", "2")] },
    ],
    [
      "PrimeIntellect, with a function",
      {
        language: "python",
        test_cases: [{ type: "function_call", fn_name: "f", input: ["a"], output: "b" }],
      },
      { language: "python", tests: [call("f", '["a"]', "b")] },
    ],
    ["TACO, as a row", { input_output: '{"inputs": ["1"], "outputs": ["2"]}' }, { tests: [stdin("1", "2")] }],
    [
      "PrimeIntellect, as a row",
      { verification_info: '{"language": "python", "test_cases": [{"input": "1", "output": "2"}]}' },
      { language: "python", tests: [stdin("1", "2")] },
    ],
    ["Codeforces", [{ input: "1", output: "2" }], { tests: [stdin("1", "2")] }],
    ["verl", { ground_truth: '{"inputs": ["1"], "outputs": ["2"]}' }, { tests: [stdin("1", "2")] }],
  ])("%s are read", async (_name, value, suite) => {
    expect(await readTestSuite(value)).toEqual(suite);
  });

  it.each([JSON.stringify(LIVE), packed(JSON.stringify(LIVE))])(
    "LiveCodeBench are read, packed or not, with the public ones first, and call the function beside them",
    async (private_test_cases) => {
      const metadata = '{"func_name": "add"}';
      const [first, second] = [call("add", "[0,[1]]", 1), call("add", "[1,[2, 3]]", 5)];
      const public_test_cases = JSON.stringify([{ input: "0\n[1]", output: "1", testtype: "functional" }]);
      expect(await readTestSuite({ private_test_cases, metadata })).toEqual({ tests: [second] });
      expect(await readTestSuite({ private_test_cases, public_test_cases, metadata })).toEqual({
        tests: [first, second],
      });
    },
  );

  it("LiveCodeBench on standard input are read", async () => {
    const tests = [{ input: "1", output: "2", testtype: "stdin" }];
    expect(await readTestSuite(packed(JSON.stringify(tests)))).toEqual({ tests: [stdin("1", "2")] });
  });

  it("a row of Codeforces are read, with those that were generated, the checker and the limits", async () => {
    expect(await readTestSuite(CODEFORCES)).toEqual({
      tests: [stdin("1", "2"), stdin("3", "4")],
      language: "cpp",
      checker: { language: "python", source: "print(1)" },
      limits: { timeMs: 1500, memoryBytes: 256 << 20 },
    });
    expect(await readTestSuite({ ...CODEFORCES, official_tests: [] })).toMatchObject({
      tests: [stdin("3", "4")],
    });
    expect(await readTestSuite({ ...CODEFORCES, generated_tests: 7 })).toMatchObject({
      tests: [stdin("1", "2")],
    });
  });

  it.each<[string, unknown]>([
    ["pairs by name", { b: ["3", "4"], a: ["1", "2"] }],
    ["objects by name", { b: { input: "3", output: "4" }, a: { input: "1", output: "2" }, c: ["5", "6"] }],
    [
      "pairs in order",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    ["text", '{"a": ["1", "2"], "b": ["3", "4"]}'],
  ])("a subtask of the IOI are read from %s", async (_name, test_cases) => {
    expect(await readTestSuite({ ...IOI, test_cases })).toEqual({
      tests: [stdin("1", "2"), stdin("3", "4")],
      files: { "wall.h": "int height();", "grader.cpp": "int main() {}" },
      checker: {
        language: "cpp",
        source: "int main() { return 1; }",
        files: { "testlib.h": "#pragma once" },
      },
      limits: { timeMs: 2000, memoryBytes: 2 ** 31 },
      subtask: { points: 30, precision: 3 },
    });
  });

  it("a checker are read in the language that it is in", async () => {
    const source = "#include <cstdio>\nint main() {}";
    const row = { ...IOI, test_cases: [["1", "2"]] };
    expect(await readTestSuite({ ...row, checker: source })).toMatchObject({
      checker: { language: "cpp", source },
    });
    expect(await readTestSuite({ ...row, grader_files: [] })).not.toHaveProperty("checker");
  });

  it("MBPP are read, with the code before them", async () => {
    const suite = await readTestSuite({ test_list: ["assert f(1) == 2"], test_setup_code: "x = 1" });
    expect(suite).toMatchObject({ setup: "x = 1", tests: [{ input: { text: "f(1)" } }] });
  });
});

it.each<[string, unknown]>([
  ["a problem that interacts", { ...CODEFORCES, interaction_format: "Ask 5 questions." }],
  ["a problem that uses files", { ...CODEFORCES, input_mode: "file" }],
  ["a row of Codeforces with a count of tests alone", { official_tests: [], generated_tests: 7 }],
  ["a subtask of the IOI without a test that it names", { ...IOI, test_cases: { a: ["1", "2"] } }],
  ["a subtask of the IOI without tests", IOI],
  ["a subtask of the IOI with a test of three parts", { ...IOI, test_cases: [["1", "2", "3"]] }],
  ["a subtask of the IOI that is worth a word", { ...IOI, test_cases: [["1", "2"]], score: "x" }],
  ["a subtask of the IOI of half a decimal", { ...IOI, test_cases: [["1", "2"]], score_precision: 0.5 }],
  ["a subtask of the IOI whose graders are a number", { ...IOI, test_cases: [["1", "2"]], grader_files: 7 }],
  [
    "a subtask of the IOI with a checker of two programs",
    {
      ...IOI,
      test_cases: [["1", "2"]],
      grader_files: [
        ["checker/a.cpp", "int main() {}"],
        ["checker/b.cpp", "int main() {}"],
      ],
    },
  ],
  [
    "a subtask of the IOI with a checker that is no program",
    { ...IOI, test_cases: [["1", "2"]], grader_files: [["checker/readme.txt", "See above."]] },
  ],
  ["parts within parts without end", nested(50)],
  ["nothing", null],
  ["a number", 42],
  ["no JSON", "{"],
  ["no tests", []],
  ["an input without output", { inputs: ["1"], outputs: [] }],
  ["an assertion that cannot be read among others", ["assert f(1) == 2", "assert f(1) < 2"]],
  ["another pickle", deflateSync(Buffer.from([0x80, 4, 0x8c, 1, 0x61, 0x63, 0x2e])).toString("base64")],
  ["a pickle that is cut off", deflateSync(Buffer.from([0x80, 4, 0x8c, 9, 0x61])).toString("base64")],
  ["damaged data", "eJwAAAAA"],
  ["a word", "hello"],
  ["a word with signs of base64", "ab="],
  ["base64 of another alphabet", "eJw_AA=="],
])("%s has no tests", async (_name, value) => {
  expect(await readTestSuite(value)).toBeNull();
});
