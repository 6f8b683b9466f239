import {
  type AdvantageOptions,
  type BatchColumns,
  estimateAdvantages,
  type GroupId,
} from "../../advantage/index.js";
import { RewardError, type Score } from "../../core/index.js";
import type { Method } from "./method.js";

type AdvantagesParams = AdvantageOptions &
  BatchColumns<readonly Score[]> & {
    readonly rewards: readonly Score[];
    readonly groups: readonly GroupId[];
  };

/** Computes advantages of rewards that the caller already has. */
export const advantages: Method<AdvantagesParams, { readonly advantages: readonly number[] }> = (params) => {
  const { rewards, groups, lengths, baselines, scores, ...options } = params;
  if (groups.length !== rewards.length) {
    throw new RewardError(
      "bad_input",
      `"groups" has ${groups.length} ids for ${rewards.length} rewards; send one for each.`,
    );
  }
  const columns = { ...(lengths && { lengths }), ...(baselines && { baselines }), ...(scores && { scores }) };
  return { advantages: [...estimateAdvantages({ rewards, groups, ...columns }, options)] };
};
