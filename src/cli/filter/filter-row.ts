import type { ScoredRow } from "../scored/scored-row.js";
import type { Reason } from "./judge-group.js";
import { withCompletions } from "./parallel-lists.js";

/** What is written of a row; `null` for nothing. */
export interface FilteredRow {
  readonly kept: string | null;
  readonly rejected: string | null;
}

const REASON = "rejected";

const indices = (reasons: readonly (Reason | null)[], isKept: boolean): number[] =>
  reasons.flatMap((reason, at) => ((reason === null) === isKept ? [at] : []));

/** The line as it came, which keeps every digit, with the reason behind its fields. */
function withReason({ row, text, line, error }: ScoredRow, reason: Reason | readonly Reason[]): string {
  const added = { [REASON]: reason };
  if (row === null) return JSON.stringify({ error: `line ${line}: ${error}`, ...added });
  const isPlain = Object.keys(row).length > 0 && !Object.hasOwn(row, REASON);
  return isPlain
    ? `${text.slice(0, -1)},${JSON.stringify(added).slice(1)}`
    : JSON.stringify({ ...row, ...added });
}

/**
 * Parts what stays of a row from what does not.
 *
 * @param reasons one for each completion; none for a row that was not scored
 * @param fields those that have a value for each completion
 */
export function filterRow(
  scored: ScoredRow,
  reasons: readonly (Reason | null)[],
  fields: readonly string[],
): FilteredRow {
  const { text, isList, error } = scored;
  if (error !== null) return { kept: null, rejected: withReason(scored, "not_scored") };
  const [kept, dropped] = [indices(reasons, true), indices(reasons, false)];
  const why = dropped.map((at) => reasons[at] as Reason);
  if (dropped.length === 0)
    return kept.length > 0
      ? { kept: text, rejected: null }
      : { kept: null, rejected: withReason(scored, []) };
  if (kept.length === 0)
    return { kept: null, rejected: withReason(scored, isList ? why : (why[0] as Reason)) };
  const rejected = { ...withCompletions(scored, fields, dropped), [REASON]: why };
  return { kept: JSON.stringify(withCompletions(scored, fields, kept)), rejected: JSON.stringify(rejected) };
}
