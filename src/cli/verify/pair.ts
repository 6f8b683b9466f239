import { parseRow, type Row } from "../rows/parse-row.js";

/** Which fields of a line hold what. */
export interface PairFields {
  readonly referenceField: string;
  readonly answerField: string;
  /** The field that says whether the answer is right; `null` if there is none. */
  readonly labelField: string | null;
}

/** What a line holds. */
export interface Pair {
  /** `undefined` if the line has none. */
  readonly id: unknown;
  readonly reference: string;
  readonly answer: string;
  readonly label: boolean | null;
}

/** A line that holds no pair, and why. */
export interface BadLine {
  readonly id: unknown;
  readonly problem: string;
}

const LABELS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  [1, true],
  ["1", true],
  ["true", true],
  [false, false],
  [0, false],
  ["0", false],
  ["false", false],
]);

function textProblem(row: Row, field: string): string | null {
  if (!Object.hasOwn(row, field)) return `there is no field ${JSON.stringify(field)}`;
  const value = row[field];
  if (typeof value === "string" || value === null) return null;
  if (typeof value !== "number") return `the field ${JSON.stringify(field)} is neither text nor a number`;
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER
    ? null
    : `the number in the field ${JSON.stringify(field)} is too large to be read exactly; write it as text`;
}

function labelOf(row: Row, field: string): boolean | undefined {
  const value = row[field];
  return LABELS.get(typeof value === "string" ? value.toLowerCase() : value);
}

function labelProblem(row: Row, field: string): string | null {
  return labelOf(row, field) === undefined
    ? `the field ${JSON.stringify(field)} holds no label (true, false, 1 or 0)`
    : null;
}

/** `null` is no text: no answer, or no reference. */
function textOf(row: Row, field: string): string {
  const value = row[field];
  return typeof value === "number" ? String(value) : typeof value === "string" ? value : "";
}

/** Reads a line of an input. Never throws. */
export function parsePair(line: string, fields: PairFields): Pair | BadLine {
  const row = parseRow(line.trim());
  if (typeof row === "string") return { id: undefined, problem: row };
  const { referenceField, answerField, labelField } = fields;
  const problem =
    textProblem(row, referenceField) ??
    textProblem(row, answerField) ??
    (labelField === null ? null : labelProblem(row, labelField));
  if (problem !== null) return { id: row.id, problem };
  return {
    id: row.id,
    reference: textOf(row, referenceField),
    answer: textOf(row, answerField),
    label: labelField === null ? null : (labelOf(row, labelField) ?? null),
  };
}
