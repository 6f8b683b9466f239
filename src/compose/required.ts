import { type AnyReward, type ColumnsOf, type CompositeReward, toReward } from "../core/index.js";
import { composite } from "./composite.js";

/**
 * The same score, whose `null` makes a weighted sum `null`: a completion whose answer nobody can judge is not paid
 * for its format instead.
 *
 * @example
 * weightedSum([required(accuracy()), 1], [thinkFormat(), 0.2]);
 */
export function required<R extends AnyReward>(reward: R): CompositeReward<ColumnsOf<R>> {
  return composite("required", [toReward(reward)], ([score = null]) => score, { isRequired: true });
}
