import {
  type AnyReward,
  type ColumnsOfAll,
  type CompositeReward,
  RewardError,
  type Score,
  shown,
  toReward,
} from "../core/index.js";
import { composite } from "./composite.js";

/** A reward and its weight in the sum. */
export type WeightedTerm = readonly [reward: AnyReward, weight: number];

/** Σ weight × score over the scores that are not `null`; `null` if none is. TRL's `nansum`. */
export function sumScores(scores: readonly Score[], weights: readonly number[]): Score {
  let sum: Score = null;
  scores.forEach((score, i) => {
    if (score !== null) sum = (sum ?? 0) + score * (weights[i] ?? 1);
  });
  return sum;
}

function checkTerms(terms: readonly WeightedTerm[]): void {
  if (terms.length === 0) throw new RewardError("bad_options", "A weighted sum needs at least one reward.");
  if (!terms.every((term) => Array.isArray(term))) {
    throw new RewardError(
      "bad_options",
      "weightedSum takes pairs: weightedSum([accuracy(), 1], [thinkFormat(), 0.2]).",
    );
  }
  for (const [reward, weight] of terms) {
    const { name } = toReward(reward);
    if (Number.isFinite(weight)) continue;
    throw new RewardError(
      "bad_options",
      `The weight of ${name} must be a finite number, not ${shown(weight)}.`,
    );
  }
}

/**
 * The weighted sum of rewards, as GRPO trainers form it: a `null` score is left out of the sum, unless it is that of
 * a `required` part, and a completion on which no reward has an opinion has the reward `null`. The weights are used
 * as they are, not normalised.
 *
 * @throws {RewardError} `bad_options` if there is no term, or a weight is not a finite number.
 * @example
 * weightedSum([accuracy(), 1], [thinkFormat(), 0.2]);
 */
export function weightedSum<const T extends readonly WeightedTerm[]>(
  ...terms: T
): CompositeReward<ColumnsOfAll<T[number][0]>> {
  checkTerms(terms);
  const parts = terms.map(([reward]) => toReward(reward));
  const weights = terms.map(([, weight]) => weight);
  const isRequired = parts.map((part) => part.kind === "composite" && part.isRequired === true);
  return composite("weighted_sum", parts, (scores) =>
    scores.some((score, i) => score === null && isRequired[i]) ? null : sumScores(scores, weights),
  );
}
