import type { Prompt } from "../../core/index.js";
import { behindMark } from "../rows/behind-mark.js";
import { fieldOf } from "../rows/field-of.js";
import type { Row } from "../rows/parse-row.js";
import { readCompletions, type Sampling } from "../rows/read-completions.js";
import { readPrompt } from "../rows/read-prompt.js";
import type { FieldMap } from "./settings.js";

/** What a row has to score. */
export interface Sample extends Omit<Sampling, "prompt"> {
  readonly prompt: Prompt;
  /** By column, its value; `undefined` where the row has none. */
  readonly columns: Readonly<Record<string, unknown>>;
}

/** The column of the reference answer, in most rewards. */
export const REFERENCE_COLUMN = "solution";

const named = (field: string): string => `the field ${JSON.stringify(field)}`;

function readColumns(row: Row, { columns, referenceMark }: FieldMap): Sample["columns"] {
  const values = Object.entries(columns).map(([column, field]) => {
    const value = fieldOf(row, field);
    return [column, column === REFERENCE_COLUMN ? behindMark(value, referenceMark) : value] as const;
  });
  return Object.fromEntries(values);
}

/** Reads what a row has to score, or says what is wrong with it. Never throws. */
export function readSample(row: Row, fields: FieldMap): Sample | string {
  const completion = fieldOf(row, fields.completion);
  if (completion === undefined) return `there is no field ${JSON.stringify(fields.completion)}`;
  const given = readPrompt(row, fields.prompt);
  if (typeof given === "string") return given;
  const sampling = readCompletions(completion, given.prompt !== null);
  if (typeof sampling === "string") return `${named(fields.completion)} ${sampling}`;
  const columns = readColumns(row, fields);
  const missing = fields.required.find((column) => columns[column] === undefined);
  if (missing !== undefined) return `there is no field ${JSON.stringify(fields.columns[missing] ?? missing)}`;
  const { completions, isList, prompt } = sampling;
  return { completions, isList, prompt: given.prompt ?? prompt ?? "", columns };
}
