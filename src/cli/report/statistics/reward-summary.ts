import { type Score, type Verdict, verdictStatus } from "../../../core/index.js";
import { createHistogram, type Histogram } from "./histogram.js";
import { createLengthDensity, type LengthDensity } from "./length-density.js";
import { addMoment, emptyMoments, type Moments } from "./moments.js";

/** What is known of the scores of a reward. */
export interface RewardSummary {
  readonly name: string;
  readonly scores: Moments;
  nulls: number;
  readonly histogram: Histogram;
  readonly lengths: LengthDensity;
  /** How often each outcome occurs: see {@link outcomeOf}. */
  readonly outcomes: Map<string, number>;
  /** Milliseconds that items took, where the file says it. */
  readonly times: { readonly moments: Moments; readonly histogram: Histogram };
}

/** What a reward said of one completion. */
export interface Opinion {
  readonly score: Score;
  readonly verdict: Verdict | null;
  readonly milliseconds: number | null;
}

export const emptySummary = (name: string): RewardSummary => ({
  name,
  scores: emptyMoments(),
  nulls: 0,
  histogram: createHistogram(),
  lengths: createLengthDensity(),
  outcomes: new Map(),
  times: { moments: emptyMoments(), histogram: createHistogram() },
});

/** A file may hold any number of reasons. */
const MAX_OUTCOMES = 24;
const OTHER_OUTCOMES = "other";

/** `correct`, `incorrect`, `<fault>:<reason>`; without a verdict `scored` or `no score`. */
export function outcomeOf({ score, verdict }: Pick<Opinion, "score" | "verdict">): string {
  if (verdict === null) return score === null ? "no score" : "scored";
  return verdictStatus(verdict) ?? verdict.status;
}

/** @param length `null` where the completion is not known */
export function addOpinion(summary: RewardSummary, opinion: Opinion, length: number | null): void {
  const { score, milliseconds } = opinion;
  if (score === null) summary.nulls++;
  else {
    addMoment(summary.scores, score);
    summary.histogram.add(score);
    if (length !== null) summary.lengths.add(length, score);
  }
  if (milliseconds !== null) {
    addMoment(summary.times.moments, milliseconds);
    summary.times.histogram.add(Math.log10(Math.max(MIN_MILLISECONDS, milliseconds)));
  }
  const { outcomes } = summary;
  const outcome = outcomeOf(opinion);
  const key = outcomes.has(outcome) || outcomes.size < MAX_OUTCOMES ? outcome : OTHER_OUTCOMES;
  outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
}

/** A microsecond: times are counted by their logarithm. */
const MIN_MILLISECONDS = 0.001;
