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
  if (value === undefined || value === null) return {};
  const pairs: readonly unknown[] | null = Array.isArray(value)
    ? value
    : isRow(value)
      ? Object.entries(value)
      : null;
  if (pairs === null) return null;
  const files: Record<string, string> = {};
  for (const pair of pairs) {
    const [path, content] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
    if (typeof path !== "string") return null;
    const name = GRADERS.exec(path)?.[1];
    if (name !== undefined && typeof content === "string" && content !== "") files[name] = content;
  }
  return files;
}

const MAX_PRECISION = 15;

/** A row with names of tests is of a subtask of the IOI; `null` if what it is worth makes no sense. */
function subtaskOf({ test_names, score, score_precision }: Row): IoiSubtask | null | undefined {
  if (!Array.isArray(test_names) || score === undefined) return undefined;
  const precision = score_precision ?? 2;
  const isPrecision = Number.isInteger(precision) && Number(precision) >= 0 && Number(precision) <= MAX_PRECISION;
  if (typeof score !== "number" || !Number.isFinite(score) || !isPrecision) return null;
  return { points: score, precision: Number(precision) };
}
