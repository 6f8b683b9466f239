import { RewardError, type Score } from "../../core/index.js";
import type { ScoredSample } from "./scored-row.js";

/** Reads a score of a sample; `null` where it has none. */
export type ScoreReader = (sample: ScoredSample) => Score;

/** @throws {RewardError} if the sample has no such reward */
export function checkRewardName(name: string, { scores }: ScoredSample): void {
  if (Object.hasOwn(scores, name)) return;
  throw new RewardError(
    "bad_options",
    `No reward of the file is called ${JSON.stringify(name)}; there is ${Object.keys(scores).join(", ")}.`,
  );
}

/** Reads the score of a reward; without a name, the weighted sum. */
export function scoreReader(name: string | null): ScoreReader {
  return name === null ? ({ reward }) => reward : ({ scores }) => scores[name] ?? null;
}

/**
 * The reward that says which completions are correct, if nobody names it: the only one, or the only one that gives
 * verdicts; `null` if several may be meant.
 *
 * @param first a sample of the file
 */
export function guessCorrectness({ scores, verdicts }: ScoredSample): string | null {
  const names = Object.keys(scores);
  const judging = names.filter((name) => (verdicts[name] ?? null) !== null);
  const [only = null, ...others] = names.length === 1 ? names : judging;
  return others.length === 0 ? only : null;
}
