import type { ScoreRange } from "../core/index.js";

/** The range of a reward whose least and greatest scores are among these. */
export const rangeOver = (...scores: readonly number[]): ScoreRange => [
  Math.min(...scores),
  Math.max(...scores),
];
