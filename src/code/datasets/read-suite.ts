import { toJson } from "../../text/index.js";
import { readAssert } from "../read-assert.js";
import type { TestCase, TestSuite } from "../test-case.js";
import { readPackedText } from "./pickled-text.js";

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Names under which rows keep further parts of themselves, in the order in which they are looked for. */
const PARTS = ["test_cases", "tests", "test_list", "official_tests", "ground_truth"];

const LANGUAGE_NAMES = ["language", "lang"];
const SETUP_NAMES = ["setup", "test_setup_code"];
const FUNCTION_NAMES = ["fn_name", "func_name", "function_name"];

function textUnder(row: Row, names: readonly string[]): string | undefined {
  return names
    .map((name) => row[name])
    .find((value): value is string => typeof value === "string" && value !== "");
}

/** What stands beside the tests in their row. */
export interface SuiteContext {
  /** The function that tests call which name none. */
  readonly functionName?: string;
}

/**
 * The tests that a value of a data set holds, or `null` if it holds none that can be read, or one that cannot. Read are:
 *
 * - `{"inputs": [...], "outputs": [...], "fn_name"?}`: APPS, TACO, PRIME, verl
 * - `{"language"?, "test_cases": [{"input", "output", "fn_name"?}]}`: open-r1's and PrimeIntellect's `verification_info`
 * - `[{"input", "output"}]`: the tests of Codeforces and LiveCodeBench, the latter's also packed in base64
 * - `["assert f(1) == 2"]`: MBPP
 *
 * Each as a value or as its JSON text. A test with the name of a function calls it; a list of lines is their text.
 */
export async function readTestSuite(
  value: unknown,
  { functionName }: SuiteContext = {},
): Promise<TestSuite | null> {
  const around: Row = functionName === undefined ? {} : { fn_name: functionName };
  if (typeof value !== "string") return suiteOf(value, around);
  const inner = parsed(value) ?? (await readPackedText(value));
  // A JSON text may hold another, and no third.
  return suiteOf(typeof inner === "string" ? parsed(inner) : inner, around);
}

function suiteOf(value: unknown, around: Row): TestSuite | null {
  const inner = typeof value === "string" ? parsed(value) : value;
  if (Array.isArray(inner)) return listedSuite(inner as readonly unknown[], around);
  if (!isRow(inner)) return null;
  const row = { ...around, ...inner };
  if (Array.isArray(row.inputs) && Array.isArray(row.outputs))
    return pairedSuite(row.inputs, row.outputs, row);
  const part = PARTS.find((name) => inner[name] !== undefined);
  if (part === undefined) return null;
  const { [part]: tests, ...rest } = row;
  return suiteOf(tests, rest);
}

function pairedSuite(inputs: readonly unknown[], outputs: readonly unknown[], row: Row): TestSuite | null {
  if (inputs.length !== outputs.length) return null;
  return completeSuite(
    inputs.map((input, index) => readPair({ input, output: outputs[index] }, row)),
    row,
  );
}

function listedSuite(items: readonly unknown[], row: Row): TestSuite | null {
  const tests = items.map((item) => {
    if (typeof item === "string") return readAssert(item);
    return isRow(item) ? readPair(item, row) : null;
  });
  return completeSuite(tests, row);
}

/** Fewer tests than the row has would make others pass: one that cannot be read makes all unreadable. */
function completeSuite(tests: readonly (TestCase | null)[], row: Row): TestSuite | null {
  const read = tests.filter((test) => test !== null);
  if (read.length === 0 || read.length < tests.length) return null;
  const [language, setup] = [textUnder(row, LANGUAGE_NAMES), textUnder(row, SETUP_NAMES)];
  return { tests: read, ...(language !== undefined && { language }), ...(setup !== undefined && { setup }) };
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
