import type { RewardInfo } from "../../rewards/define-reward.js";
import type { Registry } from "../../rewards/registry.js";
import type { Method } from "./method.js";

/** What each reward of the registry says of itself, by name. */
export function listRewards(registry: Registry): RewardInfo[] {
  return [...registry.values()].map(({ info }) => info).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Lists the rewards. */
export const rewardsList: Method<unknown, { readonly rewards: readonly RewardInfo[] }> = (
  _,
  { registry },
) => ({
  rewards: listRewards(registry),
});
