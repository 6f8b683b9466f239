import { toJson } from "../../text/index.js";
import { readAssert } from "../read-assert.js";
import type { TestCase, TestSuite } from "../test-case.js";
import { contestParts, needsMoreThanOutput } from "./contest-row.js";
import { readPackedText } from "./pickled-text.js";
import { isRow, parsed, type Row, textUnder } from "./row.js";

/** Names under which rows keep tests, or further parts of themselves, in the order in which they are looked for. */
export const TEST_PARTS = [
  "verification_info",
  "input_output",
  "public_test_cases",
  "private_test_cases",
  "test_cases",
  "tests",
  "test_list",
  "official_tests",
  "generated_tests",
  "ground_truth",
] as const;

/** What stands beside a part and goes on with it. */
const FURTHER_PARTS: Readonly<Partial<Record<string, (typeof TEST_PARTS)[number]>>> = {
  public_test_cases: "private_test_cases",
  official_tests: "generated_tests",
};

const LANGUAGE_NAMES = ["language", "lang"];
const SETUP_NAMES = ["setup", "test_setup_code"];
const FUNCTION_NAMES = ["fn_name", "func_name", "function_name"];

/**
 * The tests that a value of a data set holds, or `null` if it holds none that can be read, or one that cannot. Read are
 * whole rows, and of them:
 *
 * - `{"inputs": [...], "outputs": [...], "fn_name"?}`: APPS, TACO, PRIME, verl
 * - `{"language"?, "test_cases": [{"input", "output", "fn_name"?}]}`: open-r1's and PrimeIntellect's `verification_info`
 * - `[{"input", "output"}]`: the tests of Codeforces and LiveCodeBench, the latter's also packed in base64
 * - `{"official_tests", "generated_tests"?, "generated_checker"?, "time_limit", "memory_limit"}`: open-r1/codeforces;
 *   problems that interact or use files have no tests here
 * - `{"test_names", "test_cases": {name: [input, output]}, "score", "score_precision", "grader_files"?}`: open-r1/ioi
 * - `["assert f(1) == 2"]`: MBPP
 *
 * Each as a value or as its JSON text. A test with the name of a function calls it; a list of lines is their text. Time
 * limits are in seconds, memory limits in megabytes, or in bytes if they are above 100,000.
 */
export async function readTestSuite(value: unknown): Promise<TestSuite | null> {
  return suiteOf(value, {}, 0);
}

/** Rows hold parts that hold texts of JSON, no deeper. */
const DEEPEST = 6;

async function suiteOf(value: unknown, around: Row, depth: number): Promise<TestSuite | null> {
  if (depth > DEEPEST) return null;
  if (typeof value === "string") {
    const inner = parsed(value) ?? (await readPackedText(value));
    return suiteOf(inner, around, depth + 1);
  }
  if (Array.isArray(value)) return listedSuite(value as readonly unknown[], around);
  return isRow(value) ? rowSuite(value, around, depth) : null;
}

async function rowSuite(value: Row, around: Row, depth: number): Promise<TestSuite | null> {
  const row = { ...around, ...functionBeside(value), ...value };
  if (needsMoreThanOutput(row)) return null;
  if (Array.isArray(row.inputs) && Array.isArray(row.outputs))
    return pairedSuite(row.inputs, row.outputs, row);
  const part = TEST_PARTS.find((name) => isPart(value[name]));
  if (part === undefined) return namedSuite(value, around);
  const { [part]: tests, ...rest } = row;
  const suite = await suiteOf(tests, rest, depth + 1);
  const further = value[FURTHER_PARTS[part] ?? part];
  if (suite === null || further === tests || !isPart(further)) return suite;
  const more = await suiteOf(further, rest, depth + 1);
  return more && { ...suite, tests: [...suite.tests, ...more.tests] };
}

/** Counts of tests have the names of tests, and empty lists hold none. */
const isPart = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : isRow(value) || typeof value === "string";

/** LiveCodeBench names the function in JSON beside the tests. */
function functionBeside({ metadata }: Row): Row {
  const inner = typeof metadata === "string" ? parsed(metadata) : metadata;
  return isRow(inner) && typeof inner.func_name === "string" ? { fn_name: inner.func_name } : {};
}

function pairedSuite(inputs: readonly unknown[], outputs: readonly unknown[], row: Row): TestSuite | null {
  if (inputs.length !== outputs.length) return null;
  return completeSuite(
    inputs.map((input, index) => readPair({ input, output: outputs[index] }, row)),
    row,
  );
}

function listedSuite(items: readonly unknown[], row: Row): TestSuite | null {
  const tests = items.map((item) => (typeof item === "string" ? readAssert(item) : readTest(item, row)));
  return completeSuite(tests, row);
}

/** Tests by their names: those that the row around them asks for, in its order. */
function namedSuite(tests: Row, row: Row): TestSuite | null {
  const { test_names: names } = row;
  if (!Array.isArray(names)) return null;
  return completeSuite(
    names.map((name: unknown) => {
      const key = String(name);
      return Object.hasOwn(tests, key) ? readTest(tests[key], row) : null;
    }),
    row,
  );
}

/** A pair is an object, or a list of both. */
function readTest(item: unknown, row: Row): TestCase | null {
  if (isRow(item)) return readPair(item, row);
  if (!Array.isArray(item) || item.length !== 2) return null;
  const [input, output] = item as readonly unknown[];
  return readPair({ input, output }, row);
}

/** Fewer tests than the row has would make others pass: one that cannot be read makes all unreadable. */
function completeSuite(tests: readonly (TestCase | null)[], row: Row): TestSuite | null {
  const read = tests.filter((test) => test !== null);
  const contest = contestParts(row);
  if (read.length === 0 || read.length < tests.length || contest === null) return null;
  const [language, setup] = [textUnder(row, LANGUAGE_NAMES), textUnder(row, SETUP_NAMES)];
  return {
    tests: read,
    ...(language !== undefined && { language }),
    ...(setup !== undefined && { setup }),
    ...contest,
  };
}

function readPair(pair: Row, row: Row): TestCase | null {
  const { input, output } = pair;
  const name = textUnder(pair, FUNCTION_NAMES) ?? textUnder(row, FUNCTION_NAMES);
  const isCall =
    name !== undefined && !["stdin", "stdin_stdout"].includes(String(pair.type ?? pair.testtype));
  if (isCall) return readCall(name, input, output);
  const [text, expected] = [linesOf(input), linesOf(output)];
  if (text === null || expected === null) return null;
  return { input: { kind: "stdin", text }, expected: { kind: "output", text: expected } };
}

function linesOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (!Array.isArray(value)) return null;
  const lines = value.map(linesOf);
  return lines.includes(null) ? null : lines.join("\n");
}

/** Arguments are a list, and the result a value, which APPS may put into a list; or both are JSON texts. */
function readCall(name: string, input: unknown, output: unknown): TestCase | null {
  const args = Array.isArray(input) ? JSON.stringify(input) : jsonLines(input);
  if (args === null) return null;
  const texts = Array.isArray(input)
    ? valuesOf(output)
    : [typeof output === "string" ? output : JSON.stringify(output)];
  const values = texts.map(toJson).filter((value) => value !== undefined);
  if (values.length < texts.length) return null;
  return { input: { kind: "call", name, args }, expected: { kind: "value", values } };
}

/** The JSON texts of the values that may come out. */
function valuesOf(output: unknown): string[] {
  const inner: unknown[] = Array.isArray(output) && output.length === 1 ? [output[0]] : [];
  return [output, ...inner].map((value) => JSON.stringify(value ?? null));
}

function jsonLines(input: unknown): string | null {
  if (typeof input !== "string") return null;
  const lines = input.split("\n").filter((line) => line.trim() !== "");
  // The lines keep their text, and with it integers that no double holds.
  return lines.every((line) => parsed(line) !== undefined) ? `[${lines.join(",")}]` : null;
}
