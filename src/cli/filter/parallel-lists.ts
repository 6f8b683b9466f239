import type { Row } from "../rows/parse-row.js";
import type { ScoredFields } from "../scored/choose-scored-fields.js";
import type { ScoredRow } from "../scored/scored-row.js";

/** What `score` writes: a list for each reward, and lists. */
const TABLES: ReadonlySet<string> = new Set(["scores", "verdicts", "extra", "timings"]);
const LISTS: ReadonlySet<string> = new Set(["reward", "advantage"]);

/** The completions themselves; and what says something of the prompt, which is no list of them, however long it is. */
const excludedFields = ({ completion, prompt, reference, group }: ScoredFields): ReadonlySet<string | null> =>
  new Set([completion, prompt, reference, group]);

/**
 * The fields that have a value for each completion, beside the completions themselves and what `score` wrote: a list of
 * as many in each of the rows.
 */
export function parallelFields(rows: readonly ScoredRow[]): readonly string[] {
  const lists = rows.filter(({ isList, row }) => isList && row !== null);
  const [first] = lists;
  if (!first) return [];
  const excluded = excludedFields(first.fields);
  const isParallel = (name: string): boolean =>
    lists.every(({ row, samples }) => {
      const value = row?.[name];
      return Array.isArray(value) && value.length === samples.length;
    });
  return Object.keys(first.row ?? {}).filter(
    (name) => !TABLES.has(name) && !LISTS.has(name) && !excluded.has(name) && isParallel(name),
  );
}

type Pick = (value: unknown) => unknown;

/** An object or a list with another value at the end of a path. */
function changedAt<T extends object>(holder: T, path: readonly string[], change: Pick): T {
  const [name = "", ...rest] = path;
  const value = (holder as Row)[name];
  const isEnd = rest.length === 0;
  if (value === undefined || (!isEnd && (typeof value !== "object" || value === null))) return holder;
  const copy = (Array.isArray(holder) ? [...holder] : { ...holder }) as Record<string, unknown>;
  copy[name] = isEnd ? change(value) : changedAt(value as object, rest, change);
  return copy as T;
}

const mapValues = (table: unknown, change: Pick): unknown =>
  Object.fromEntries(Object.entries(table as Row).map(([key, value]) => [key, change(value)]));

/** A row of a list with some of its completions, and what belongs to these. */
export function withCompletions(scored: ScoredRow, fields: readonly string[], kept: readonly number[]): Row {
  const {
    row,
    samples,
    fields: { completion },
  } = scored;
  const pick: Pick = (value) =>
    Array.isArray(value) && value.length === samples.length ? kept.map((at) => value[at] as unknown) : value;
  const picked = Object.entries(row ?? {}).map(([name, value]): [string, unknown] => {
    if (TABLES.has(name)) return [name, mapValues(value ?? {}, pick)];
    return [name, LISTS.has(name) || fields.includes(name) ? pick(value) : value];
  });
  const result: Row = Object.fromEntries(picked);
  return completion === null
    ? result
    : changedAt(result, Object.hasOwn(result, completion) ? [completion] : completion.split("."), pick);
}
