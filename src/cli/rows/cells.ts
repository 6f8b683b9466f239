import type { Row } from "./parse-row.js";
import { readMessages } from "./read-completions.js";

/** What the cells of a table are read for. */
interface CellRoles {
  readonly completion: string;
  readonly prompt: string | null;
  /** The field of each column that a reward reads. */
  readonly columns: Readonly<Record<string, string>>;
}

/** What no text can be. */
const NEVER_TEXT: ReadonlySet<string> = new Set(["n_tokens", "token_ids", "truncated"]);

/** The column of the answer: "007" and "[1, 2]" stay as they are written. */
const ANSWER = "solution";

/** A field of this name holds a list of completions; one of another name may hold a completion that is a list. */
const HOLDS_LIST = /(?:completions|responses|generations|outputs|predictions)$/i;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The list or the object that a text is; the text itself, if it is none. */
function structureIn(text: unknown): unknown {
  if (typeof text !== "string" || !/^\s*[[{]/.test(text)) return text;
  return parsed(text) ?? text;
}

/** A row of texts with the lists and objects that they are, by which its shape is told. */
export const withStructures = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([field, text]) => [field, structureIn(text)]));

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length > 0;

/** A conversation, or a list of completions in a field that has some; any other text is the completion, or the prompt. */
function readText(field: string, text: unknown): unknown {
  const value = structureIn(text);
  if (isList(value) && readMessages(value) !== null) return value;
  const isCompletions =
    isList(value) && value.every((each) => typeof each === "string" || readMessages(each) !== null);
  return HOLDS_LIST.test(field) && isCompletions ? value : text;
}

function readColumn(column: string, text: unknown): unknown {
  if (column === ANSWER) return text;
  if (!NEVER_TEXT.has(column) || typeof text !== "string") return structureIn(text);
  return parsed(text.toLowerCase()) ?? text;
}

/**
 * Reads the cells of a table of texts, such as CSV: JSON where a text cannot be meant, and else the text.
 *
 * - The completion and the prompt: a conversation is one; a list of completions is one in a field that is named so.
 * - `n_tokens`, `token_ids` and `truncated` of a reward: numbers, lists, truth values.
 * - Any other column that a reward reads, but the answer: lists and objects.
 */
export function readCells(row: Row, { completion, prompt, columns }: CellRoles): Row {
  const read = Object.entries(columns).map(([column, field]) => [field, readColumn(column, row[field])]);
  const texts = [completion, prompt].flatMap((field) =>
    field === null ? [] : [[field, readText(field, row[field])]],
  );
  const known = [...read, ...texts].filter(([field]) => Object.hasOwn(row, field as string));
  return { ...row, ...(Object.fromEntries(known) as Row) };
}
