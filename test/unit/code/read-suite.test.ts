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
    ["Codeforces", [{ input: "1", output: "2" }], { tests: [stdin("1", "2")] }],
    ["verl", { ground_truth: '{"inputs": ["1"], "outputs": ["2"]}' }, { tests: [stdin("1", "2")] }],
  ])("%s are read", async (_name, value, suite) => {
    expect(await readTestSuite(value)).toEqual(suite);
  });

  it("LiveCodeBench are read, packed or not, and call the function beside them", async () => {
    const suite = { tests: [call("add", "[1,[2, 3]]", 5)] };
    const context = { functionName: "add" };
    expect(await readTestSuite(JSON.stringify(LIVE), context)).toEqual(suite);
    expect(await readTestSuite(packed(JSON.stringify(LIVE)), context)).toEqual(suite);
  });

  it("MBPP are read, with the code before them", async () => {
    const suite = await readTestSuite({ test_list: ["assert f(1) == 2"], test_setup_code: "x = 1" });
    expect(suite).toMatchObject({ setup: "x = 1", tests: [{ input: { text: "f(1)" } }] });
  });
});

it.each<[string, unknown]>([
  ["nothing", null],
  ["a number", 42],
  ["no JSON", "{"],
  ["no tests", []],
  ["an input without output", { inputs: ["1"], outputs: [] }],
  ["an assertion that cannot be read among others", ["assert f(1) == 2", "assert f(1) < 2"]],
  ["another pickle", deflateSync(Buffer.from([0x80, 4, 0x8c, 1, 0x61, 0x63, 0x2e])).toString("base64")],
  ["a pickle that is cut off", deflateSync(Buffer.from([0x80, 4, 0x8c, 9, 0x61])).toString("base64")],
  ["damaged data", "eJwAAAAA"],
])("%s has no tests", async (_name, value) => {
  expect(await readTestSuite(value)).toBeNull();
});
