import {
  type AnyReward,
  type ColumnsOfAll,
  type CompositeReward,
  RewardError,
  toReward,
} from "../core/index.js";
import { composite } from "./composite.js";

/**
 * The score of the first reward that has an opinion. A later one is run only for the completions on which those
 * before it had none.
 *
 * @throws {RewardError} `bad_options` with fewer than two rewards
 * @example
 * fallback(accuracy(), exactMatch());
 */
export function fallback<const T extends readonly AnyReward[]>(
  ...rewards: T
): CompositeReward<ColumnsOfAll<T[number]>> {
  if (rewards.length < 2) throw new RewardError("bad_options", "fallback needs at least two rewards.");
  return composite(
    "fallback",
    rewards.map((reward) => toReward(reward)),
    (scores) => scores.find((score) => score !== null) ?? null,
    { needs: (_part, earlier) => earlier.every((score) => score === null) },
  );
}
