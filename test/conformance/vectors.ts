import { readdirSync, readFileSync } from "node:fs";
import type { Message } from "../../src/index.js";

/** What an original returned: one value per completion, a single value, or the exception that it raised. */
type Expected =
  | number
  | readonly (number | null)[]
  | { readonly advantages: readonly number[] }
  | { readonly error: string; readonly message: string };

/** One call of an original implementation; the keys are explained in vectors/README.md. */
export interface Vector {
  readonly id: string;
  readonly reward: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly inputs: {
    readonly completions?: readonly (string | readonly Message[])[];
    readonly solution?: readonly string[];
    readonly is_correct?: readonly (boolean | null)[];
    readonly gold_parseable?: readonly boolean[];
    readonly completion_lengths?: readonly number[];
    readonly lengths?: readonly number[];
    readonly length?: number;
    readonly rewards_per_func?: readonly (readonly (number | "NaN" | null)[])[];
  };
  readonly expected: Expected;
  readonly note?: string;
}

const FOLDER = new URL("vectors/", import.meta.url);

function readVectors(file: string): readonly Vector[] {
  return (JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) as { vectors: Vector[] }).vectors;
}

/** Every vector of every file. */
export const vectors: readonly Vector[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".json"))
  .flatMap(readVectors);

/** The values that the original returned as a list, or `null` if it raised. */
export function expectedValues({ expected }: Vector): readonly (number | null)[] | null {
  if (typeof expected === "number") return [expected];
  if ("error" in expected) return null;
  return "advantages" in expected ? expected.advantages : expected;
}

/** What this library makes of a vector: values, or the code of the `RewardError` that it throws. */
export type Outcome = readonly (number | null)[] | string;

const isClose = (actual: number, expected: number, absolute: number, relative: number): boolean =>
  Math.abs(actual - expected) <= Math.max(absolute, relative * Math.abs(expected));

function agrees(reward: string, actual: number | null, expected: number | null): boolean {
  if (actual === null || expected === null) return actual === expected;
  if (reward === "trl.async_grpo_advantages") return isClose(actual, expected, 1e-9, 0);
  if (reward.endsWith("_advantages")) return isClose(actual, expected, 1e-4, 1e-3);
  return expected === 0 || expected === 1
    ? Math.abs(actual) === expected
    : isClose(actual, expected, 1e-12, 0);
}

/** Whether the outcome is what the original returned, within the tolerance of vectors/README.md. */
export function conforms(vector: Vector, outcome: Outcome): boolean {
  const expected = expectedValues(vector);
  if (expected === null || typeof outcome === "string") return false;
  return (
    outcome.length === expected.length &&
    outcome.every((value, i) => agrees(vector.reward, value, expected[i] ?? null))
  );
}
