import {
  type AnyReward,
  type ColumnsOf,
  type CompositeReward,
  RewardError,
  toReward,
} from "../core/index.js";
import { composite } from "./composite.js";
import { checkFinite } from "./numbers.js";

/** Options of {@link rescale}. */
export interface RescaleOptions {
  /** Two scores of the reward, … */
  readonly from: readonly [number, number];
  /** … and what they become. */
  readonly to: readonly [number, number];
}

/**
 * Maps scores along the straight line through (`from[0]`, `to[0]`) and (`from[1]`, `to[1]`), beyond its ends too:
 * put `clamp` around it to stop there. `null` stays `null`.
 *
 * @throws {RewardError} `bad_options` if a number is not finite, or both of `from` are the same
 * @example
 * rescale(accuracy(), { from: [0, 1], to: [-1, 1] });
 */
export function rescale<R extends AnyReward>(
  reward: R,
  { from: [low, high], to: [atLow, atHigh] }: RescaleOptions,
): CompositeReward<ColumnsOf<R>> {
  checkFinite("rescale", { "from[0]": low, "from[1]": high, "to[0]": atLow, "to[1]": atHigh });
  if (low === high)
    throw new RewardError("bad_options", `rescale needs two scores in from; both are ${low}.`);
  return composite("rescale", [toReward(reward)], ([score = null]) => {
    if (score === null) return null;
    const share = (score - low) / (high - low);
    // Of the two forms, this one hits both ends exactly.
    return (1 - share) * atLow + share * atHigh;
  });
}
