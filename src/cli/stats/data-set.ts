import { completionText } from "../../core/index.js";
import { codePointLength } from "../../text/length.js";
import type { ScoredRow } from "../scored/scored-row.js";
import {
  addSample,
  addTo,
  emptySum,
  type GroupCounts,
  isCorrect,
  type Measures,
  newGroup,
  type Sum,
} from "./group-counts.js";

/** What is counted of the rows of a data set. */
export interface DataSet {
  readonly name: string;
  rows: number;
  notScored: number;
  /** By key; rows that stand alone are told by their place. */
  readonly groups: Map<string, GroupCounts>;
  /** Of completions, in characters. */
  readonly lengths: { readonly correct: Sum; readonly incorrect: Sum; readonly all: Sum };
}

export const newDataSet = (name: string): DataSet => ({
  name,
  rows: 0,
  notScored: 0,
  groups: new Map(),
  lengths: { correct: emptySum(), incorrect: emptySum(), all: emptySum() },
});

function groupOf({ groups }: DataSet, row: ScoredRow): GroupCounts {
  const key = row.group ?? `${row.line} ${row.source}`;
  const known = groups.get(key);
  if (known) return known;
  const group = newGroup(row);
  groups.set(key, group);
  return group;
}

/**
 * Counts a row: rows with the same key are one group, wherever they stand.
 *
 * @param measures `undefined` as long as no row has a completion
 */
export function addRow(dataSet: DataSet, row: ScoredRow, measures: Measures | undefined): void {
  dataSet.rows++;
  if (row.error !== null) dataSet.notScored++;
  if (measures === undefined || row.samples.length === 0) return;
  const group = groupOf(dataSet, row);
  const { lengths } = dataSet;
  for (const sample of row.samples) {
    addSample(group, sample, measures);
    if (sample.completion === null) continue;
    const length = codePointLength(completionText(sample.completion));
    const judged = isCorrect(sample, measures);
    addTo(lengths.all, length);
    if (judged !== null) addTo(judged ? lengths.correct : lengths.incorrect, length);
  }
}
