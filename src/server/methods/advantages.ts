import type { GroupId } from "../../advantage/index.js";
import { RewardError, type Score } from "../../core/index.js";
import { estimate, type EstimatorSpec } from "../estimators.js";
import type { Method } from "./method.js";

type AdvantagesParams = EstimatorSpec & {
  readonly rewards: readonly Score[];
  readonly groups: readonly GroupId[];
};

/** Computes advantages of rewards that the caller already has. */
export const advantages: Method<AdvantagesParams, { readonly advantages: readonly number[] }> = (params) => {
  const { rewards, groups, ...spec } = params;
  if (groups.length !== rewards.length) {
    throw new RewardError(
      "bad_input",
      `"groups" has ${groups.length} ids for ${rewards.length} rewards; send one for each.`,
    );
  }
  return { advantages: estimate(rewards, groups, spec) };
};
