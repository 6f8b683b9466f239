import { type AnyReward, type ColumnsOf, type CompositeReward, toReward } from "../core/index.js";
import { composite } from "./composite.js";

/**
 * Scores a reward for the log alone: its scores are among the results, and the composition has no opinion, so a
 * weighted sum leaves it out. A weight of 0 differs: it turns a completion that nothing else can score into a 0.
 *
 * @example
 * weightedSum([accuracy(), 1], [metricOnly(length()), 1]);
 */
export function metricOnly<R extends AnyReward>(reward: R): CompositeReward<ColumnsOf<R>> {
  return composite("metric_only", [toReward(reward)], () => null);
}
