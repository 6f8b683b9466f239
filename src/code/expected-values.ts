import { compareJson, type Json, parseJson } from "../text/index.js";
import type { OutputComparator } from "./comparators.js";
import type { CodeRunner, Program, RunInput, RunLimits } from "./runner.js";
import type { Expected, TestCase } from "./test-case.js";
import type { RunResult } from "./test-result.js";

/** What is expected, as it can be compared; `null` where it could not be computed. */
export type Known = Exclude<Expected, { kind: "expression" }> | null;

/** What tests expect, with the values of expected expressions, which runs of the setup alone compute. */
export async function expectedValues(
  runner: CodeRunner,
  setup: Program,
  tests: readonly TestCase[],
  limits: RunLimits,
  signal: AbortSignal | undefined,
): Promise<Known[]> {
  const inputs = tests.flatMap(({ expected }): RunInput[] =>
    expected.kind === "expression" ? [{ kind: "expression", text: expected.text }] : [],
  );
  const runs = inputs.length === 0 ? [] : await runAlone(runner, setup, inputs, limits, signal);
  let next = 0;
  return tests.map(({ expected }) => (expected.kind === "expression" ? valueOf(runs[next++]) : expected));
}

async function runAlone(
  runner: CodeRunner,
  setup: Program,
  inputs: readonly RunInput[],
  limits: RunLimits,
  signal: AbortSignal | undefined,
): Promise<readonly RunResult[]> {
  const compiled = await runner.compile(setup, signal);
  return compiled.outcome === "ok" ? runner.run(compiled.artifact, inputs, limits, signal) : [];
}

function valueOf(run: RunResult | undefined): Known {
  const value = run?.outcome === "ok" ? parseJson(run.stdout) : undefined;
  return value === undefined ? null : { kind: "value", values: [value] };
}

/** Whether a program wrote the JSON text of one of some values. */
export const matches =
  (expected: readonly Json[]): OutputComparator =>
  (stdout) => {
    const found = parseJson(stdout);
    return found !== undefined && expected.some((value) => isSame(found, value));
  };

function isSame(found: Json, expected: Json): boolean {
  const counts = compareJson(found, expected, { strings: "exact", lists: "ordered" });
  return counts.matched === counts.candidate && counts.matched === counts.reference;
}
