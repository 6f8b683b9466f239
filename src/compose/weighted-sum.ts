import {
  type AnyReward,
  type ColumnsOf,
  type CompositeReward,
  RewardError,
  type Score,
} from "../core/index.js";

/** A reward and its weight in the sum. */
export type WeightedTerm = readonly [reward: AnyReward, weight: number];

/** All columns that any of the terms reads. */
type ColumnsOfTerms<T extends readonly WeightedTerm[]> = (
  T[number] extends infer Term
    ? Term extends readonly [infer R, number]
      ? (columns: ColumnsOf<R>) => void
      : never
    : never
) extends (columns: infer C extends object) => void
  ? C
  : never;

/** Σ weight × score over the scores that are not `null`; `null` if none is. TRL's `nansum`. */
export function sumScores(scores: readonly Score[], weights: readonly number[]): Score {
  let sum: Score = null;
  scores.forEach((score, i) => {
    if (score !== null) sum = (sum ?? 0) + score * (weights[i] ?? 1);
  });
  return sum;
}

/**
 * The weighted sum of rewards, as GRPO trainers form it: a `null` score is left out of the sum, and a completion
 * on which no reward has an opinion has the reward `null`. The weights are used as they are, not normalised.
 *
 * @throws {RewardError} `bad_options` if there is no term, or a weight is not a finite number.
 */
export function weightedSum<const T extends readonly WeightedTerm[]>(
  ...terms: T
): CompositeReward<ColumnsOfTerms<T>> {
  if (terms.length === 0) throw new RewardError("bad_options", "A weighted sum needs at least one reward.");
  if (!terms.every((term) => Array.isArray(term))) {
    throw new RewardError(
      "bad_options",
      "weightedSum takes pairs: weightedSum([accuracy(), 1], [thinkFormat(), 0.2]).",
    );
  }
  const weights = terms.map(([reward, weight]) => {
    if (Number.isFinite(weight)) return weight;
    throw new RewardError(
      "bad_options",
      `The weight of ${reward.name} must be a finite number, not ${weight}.`,
    );
  });
  return {
    kind: "composite",
    name: "weighted_sum",
    parts: terms.map(([reward]) => reward as CompositeReward<ColumnsOfTerms<T>>),
    combine: (scores) => sumScores(scores, weights),
  };
}
