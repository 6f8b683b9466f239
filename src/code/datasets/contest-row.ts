import type { IoiSubtask } from "../ioi.js";
import type { TestLimits, TestSuite } from "../test-case.js";
import { isRow, type Row, textUnder } from "./row.js";

/** What rows of contests say beside their tests. */
type ContestParts = Pick<TestSuite, "checker" | "files" | "limits" | "subtask">;

const CHECKER_NAMES = ["generated_checker", "checker"];

/** Whether a problem of Codeforces cannot be judged by what a program prints: it interacts, or writes to a file. */
export function needsMoreThanOutput({ input_mode, interaction_format }: Row): boolean {
  const isInteractive = typeof interaction_format === "string" && interaction_format.trim() !== "";
  return isInteractive || input_mode === "file";
}

/** What a row says beside its tests; `null` if it cannot be read. */
export function contestParts(row: Row): ContestParts | null {
  const [checker, limits] = [textUnder(row, CHECKER_NAMES), limitsOf(row)];
  const files = filesOf(row.grader_files);
  const subtask = subtaskOf(row);
  if (files === null || subtask === null) return null;
  return {
    ...(checker !== undefined && { checker }),
    ...(limits && { limits }),
    ...(Object.keys(files).length > 0 && { files }),
    ...(subtask && { subtask }),
  };
}

function positive(value: unknown): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && number > 0 && Number.isFinite(number) ? number : null;
}

/** A limit that is larger is in bytes. */
const MOST_MEGABYTES = 100_000;
const MEGABYTE = 1 << 20;

function limitsOf({ time_limit, memory_limit }: Row): Partial<TestLimits> | null {
  const [seconds, memory] = [positive(time_limit), positive(memory_limit)];
  if (seconds === null && memory === null) return null;
  return {
    ...(seconds !== null && { timeMs: Math.ceil(seconds * 1000) }),
    ...(memory !== null && { memoryBytes: memory > MOST_MEGABYTES ? memory : memory * MEGABYTE }),
  };
}

const GRADERS = /^(?:\.\/)?(?:graders\/)?([\w.-]{1,100})$/;

/** The files that are compiled with a submission to the IOI: those of its folder of graders. `null` for none such. */
function filesOf(value: unknown): Readonly<Record<string, string>> | null {
  const pairs = pairsOf(value ?? []);
  if (pairs === null) return null;
  const named = pairs.flatMap(([path, content]) => {
    const name = GRADERS.exec(path)?.[1];
    return name === undefined || content === "" ? [] : [[name, content] as const];
  });
  return Object.fromEntries(named);
}

/** The entries of an object, or of a list of them; those that are no texts are empty. */
function pairsOf(value: unknown): readonly (readonly [string, string])[] | null {
  const pairs: unknown = isRow(value) ? Object.entries(value) : value;
  if (!Array.isArray(pairs) || !pairs.every((pair) => Array.isArray(pair))) return null;
  return (pairs as readonly (readonly unknown[])[]).map(([path, content]) => [
    String(path),
    typeof content === "string" ? content : "",
  ]);
}

const MAX_PRECISION = 15;

/** A row with names of tests is of a subtask of the IOI; `null` if what it is worth makes no sense. */
function subtaskOf({ test_names, score, score_precision }: Row): IoiSubtask | null | undefined {
  if (!Array.isArray(test_names) || score === undefined) return undefined;
  if (typeof score !== "number" || !Number.isFinite(score)) return null;
  if (score_precision === undefined || score_precision === null) return { points: score };
  const precision = Number(score_precision);
  const isPrecision = Number.isInteger(precision) && precision >= 0 && precision <= MAX_PRECISION;
  return isPrecision ? { points: score, precision } : null;
}
