import { checkObject, RewardError } from "../core/index.js";
import { checkGroups } from "./batch.js";
import type { RewardGroups } from "./estimator.js";
import { isScorable } from "./statistics.js";

/**
 * The optimal value of each prompt under KL-regularised learning, V* = β log mean exp(reward / β), from the rewards of
 * completions that the reference policy sampled (A*-PO, arXiv:2505.20686, which is TRL's A2PO). It lies between the mean and the greatest
 * reward; as the baseline of {@link remax} it makes the advantage of A*-PO.
 *
 * @returns one value per group; `null` for a group without a scorable reward
 * @throws {RewardError} `bad_options` if β is not a positive number
 */
export function optimalValue(groups: RewardGroups, options: { readonly beta: number }): (number | null)[] {
  checkGroups(groups);
  checkObject("The options of optimalValue", options, "an object such as { beta: 0.5 }");
  const { beta } = options;
  if (!(beta > 0 && beta < Infinity)) {
    throw new RewardError("bad_options", `The option "beta" must be a positive number; it is ${beta}.`);
  }
  return groups.map((group) => {
    const rewards = group.filter(isScorable);
    if (rewards.length === 0) return null;
    const max = rewards.reduce((most, reward) => Math.max(most, reward), -Infinity);
    const shares = rewards.map((reward) => Math.exp((reward - max) / beta));
    return max + beta * Math.log(shares.reduce((sum, share) => sum + share, 0) / rewards.length);
  });
}
