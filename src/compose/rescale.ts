import {
  type AnyReward,
  type ColumnsOf,
  type CompositeReward,
  RewardError,
  shown,
  toReward,
} from "../core/index.js";
import { composite } from "./composite.js";
import { checkFinite, checkNames } from "./check-options.js";

/** Options of {@link rescale}. */
export interface RescaleOptions {
  /** Two scores of the reward, … */
  readonly from: readonly [number, number];
  /** … and what they become. */
  readonly to: readonly [number, number];
}

function checkPairs(pairs: Readonly<Record<string, unknown>>): void {
  for (const [name, pair] of Object.entries(pairs)) {
    if (Array.isArray(pair) && pair.length === 2) continue;
    throw new RewardError("bad_options", `rescale needs two scores in ${name}, not ${shown(pair)}.`);
  }
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
  options: RescaleOptions,
): CompositeReward<ColumnsOf<R>> {
  checkNames("rescale", options, ["from", "to"]);
  const { from, to } = options;
  checkPairs({ from, to });
  const [[low, high], [atLow, atHigh]] = [from, to];
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
