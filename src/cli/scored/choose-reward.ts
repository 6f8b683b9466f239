import { RewardError, type Score } from "../../core/index.js";
import type { ScoredSample } from "./scored-row.js";

/** Reads a score of a sample; `null` where it has none. */
export type ScoreReader = (sample: ScoredSample) => Score;

function checkName(name: string, { scores }: ScoredSample): void {
  if (Object.hasOwn(scores, name)) return;
  throw new RewardError(
    "bad_options",
    `No reward of the file is called ${JSON.stringify(name)}; there is ${Object.keys(scores).join(", ")}.`,
  );
}

/**
 * Reads the score of a reward; without a name, the weighted sum.
 *
 * @param first a sample of the file
 * @throws {RewardError} if the sample has no such reward
 */
export function scoreReader(name: string | null, first: ScoredSample): ScoreReader {
  if (name === null) return ({ reward }) => reward;
  checkName(name, first);
  return ({ scores }) => scores[name] ?? null;
}

/**
 * The reward that says which completions are correct: the one that is named; or else the only one, or the only one that
 * gives verdicts.
 *
 * @param first a sample of the file
 * @throws {RewardError} if the sample has no such reward, or none is named and several may be meant
 */
export function rewardOfCorrectness(name: string | null, first: ScoredSample): string {
  if (name !== null) {
    checkName(name, first);
    return name;
  }
  const names = Object.keys(first.scores);
  const judging = names.filter((each) => (first.verdicts[each] ?? null) !== null);
  const [only, ...others] = names.length === 1 ? names : judging;
  if (only !== undefined && others.length === 0) return only;
  throw new RewardError(
    "bad_options",
    `Which reward says what is correct? Give --reward; there is ${names.join(", ")}.`,
  );
}
