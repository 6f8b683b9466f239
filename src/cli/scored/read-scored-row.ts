import type { ExtraValue, Score, Verdict } from "../../core/index.js";
import { behindMark } from "../rows/behind-mark.js";
import { fieldOf } from "../rows/field-of.js";
import { parseRow, type Row } from "../rows/parse-row.js";
import { readCompletions, type Sampled } from "../rows/read-completions.js";
import { readPrompt } from "../rows/read-prompt.js";
import type { ScoredFields } from "./choose-scored-fields.js";
import type { ScoredRow, ScoredSample } from "./scored-row.js";

/** What a line holds, beside where it stands. */
type Content = Omit<ScoredRow, "source" | "line" | "text" | "fields">;

/** A value of each completion of the row; `null` if it is not as it has to be. */
type PerSample<T> = readonly T[] | null;

const isTable = (value: unknown): value is Row =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isScore = (value: unknown): value is Score => value === null || Number.isFinite(value);

const isVerdict = (value: unknown): value is Verdict | null =>
  value === null || (isTable(value) && typeof value.status === "string");

const isExtra = (value: unknown): value is ExtraValue => value === null || typeof value !== "object";

function perSample<T>(
  value: unknown,
  count: number | null,
  isValid: (each: unknown) => each is T,
): PerSample<T> {
  const values: readonly unknown[] | null = count === null ? [value] : Array.isArray(value) ? value : null;
  return values?.length === (count ?? 1) && values.every(isValid) ? values : null;
}

/** The table of each completion, from a table of lists; a text says which entry is none. */
function tables<T>(
  name: string,
  value: unknown,
  count: number | null,
  isValid: (each: unknown) => each is T,
): readonly Readonly<Record<string, T>>[] | string {
  if (!isTable(value)) return `"${name}" is no table of rewards`;
  const rows = Array.from({ length: count ?? 1 }, (): [string, T][] => []);
  for (const [key, column] of Object.entries(value)) {
    const values = perSample(column, count, isValid);
    if (values === null) return `"${name}" of ${JSON.stringify(key)} is not what score writes`;
    rows.forEach((row, at) => row.push([key, values[at] as T]));
  }
  return rows.map((row) => Object.fromEntries(row));
}

/** The completions, where the row has as many as were scored. */
function readSampled(row: Row, field: string | null, hasPrompt: boolean, count: number | null) {
  const value = field === null ? undefined : fieldOf(row, field);
  const sampling = readCompletions(value, hasPrompt);
  const isUsable =
    typeof sampling !== "string" &&
    sampling.isList === (count !== null) &&
    sampling.completions.length === (count ?? 1);
  return isUsable ? sampling : null;
}

function readSamples(
  row: Row,
  count: number | null,
  completions: readonly Sampled[] | null,
): readonly ScoredSample[] | string {
  const scores = tables("scores", row.scores, count, isScore);
  if (typeof scores === "string") return scores;
  const verdicts = tables("verdicts", row.verdicts ?? {}, count, isVerdict);
  if (typeof verdicts === "string") return verdicts;
  const extra = tables("extra", row.extra ?? {}, count, isExtra);
  if (typeof extra === "string") return extra;
  const rewards = perSample(row.reward, count, isScore);
  const hasAdvantage = row.advantage !== undefined && row.advantage !== null;
  const advantages = hasAdvantage ? perSample(row.advantage, count, isScore) : [];
  if (rewards === null || advantages === null) return '"reward" or "advantage" is not what score writes';
  return rewards.map((reward, at) => ({
    completion: completions?.[at] ?? null,
    scores: scores[at] ?? {},
    reward,
    verdicts: verdicts[at] ?? {},
    extra: extra[at] ?? {},
    advantage: advantages[at] ?? null,
  }));
}

const unread = (row: Row | null, error: string): Content => ({
  row,
  group: null,
  prompt: null,
  reference: undefined,
  isList: false,
  samples: [],
  error,
});

/** By the field that is given, else by the prompt; but a list of completions is a group of its own. */
function groupOf(
  row: Row,
  prompt: ScoredRow["prompt"],
  isList: boolean,
  fields: ScoredFields,
): string | null {
  if (fields.group !== null) return JSON.stringify([fieldOf(row, fields.group)]);
  return isList || prompt === null ? null : JSON.stringify(prompt);
}

/** Why the row was not scored, if it was not. */
function errorOf({ scores, error }: Row): string | null {
  if (scores !== undefined && scores !== null) return null;
  return typeof error === "string" ? error : "the row has no scores";
}

/**
 * Reads a line that `score` wrote. Never throws: what cannot be read says why.
 *
 * @param line `null` for one that was too long to be read
 */
export function readScoredRow(line: string, fields: ScoredFields): Content {
  const row = parseRow(line);
  if (typeof row === "string") return unread(null, row);
  const error = errorOf(row);
  if (error !== null) return unread(row, error);
  const count = Array.isArray(row.reward) ? row.reward.length : null;
  const given = readPrompt(row, fields.prompt);
  const ownPrompt = typeof given === "string" ? null : given.prompt;
  const sampling = readSampled(row, fields.completion, ownPrompt !== null, count);
  const samples = readSamples(row, count, sampling?.completions ?? null);
  if (typeof samples === "string") return unread(row, samples);
  const prompt = ownPrompt ?? sampling?.prompt ?? null;
  return {
    row,
    group: groupOf(row, prompt, count !== null, fields),
    prompt,
    reference:
      fields.reference === null
        ? undefined
        : behindMark(fieldOf(row, fields.reference), fields.referenceMark),
    isList: count !== null,
    samples,
    error: null,
  };
}
