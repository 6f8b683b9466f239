import { createHistogram, type Histogram } from "./histogram.js";
import { addMoment, emptyMoments, type Moments } from "./moments.js";

/** Completions of about one length. */
export interface LengthColumn {
  /** Their lengths: from `from` to below `to`. */
  readonly from: number;
  readonly to: number;
  readonly scores: Histogram;
  readonly moments: Moments;
}

/** Scores against lengths, in as many columns as lengths have doublings, times three. */
export interface LengthDensity {
  readonly add: (length: number, score: number) => void;
  readonly columns: () => readonly LengthColumn[];
}

const COLUMNS_PER_DOUBLING = 3;

/** Lengths that no other column tells apart: below it, columns would be narrower than a character. */
const LEAST_LENGTH = 4;

const columnOf = (length: number): number =>
  Math.floor(Math.log2(Math.max(LEAST_LENGTH, length)) * COLUMNS_PER_DOUBLING);

const startOf = (column: number): number => 2 ** (column / COLUMNS_PER_DOUBLING);

/** A density without samples. */
export function createLengthDensity(): LengthDensity {
  const columns = new Map<number, { readonly scores: Histogram; readonly moments: Moments }>();
  const add = (length: number, score: number): void => {
    const at = columnOf(length);
    const column = columns.get(at) ?? { scores: createHistogram(), moments: emptyMoments() };
    columns.set(at, column);
    column.scores.add(score);
    addMoment(column.moments, score);
  };
  return {
    add,
    columns: () =>
      [...columns]
        .sort(([a], [b]) => a - b)
        .map(([at, column]) => ({ from: startOf(at), to: startOf(at + 1), ...column })),
  };
}
