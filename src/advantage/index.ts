export type { BatchColumns } from "./batch.js";
export { checkAdvantageOptions, estimateAdvantages, type FlatRewards } from "./estimate.js";
export type { RewardGroups } from "./estimator.js";
export { gdpo, type GdpoOptions } from "./estimators/gdpo.js";
export { gpg, type GpgOptions } from "./estimators/gpg.js";
export { groupRelative, type GroupRelativeOptions } from "./estimators/group-relative.js";
export { bestOverSecond, type BestOverSecondOptions } from "./estimators/grpo-pass-k.js";
export {
  leaveOneOutDeviation,
  type LeaveOneOutDeviationOptions,
} from "./estimators/leave-one-out-deviation.js";
export { leaveOneOut, type LeaveOneOutOptions } from "./estimators/leave-one-out.js";
export { maxRl, type MaxRlOptions } from "./estimators/max-rl.js";
export {
  optimalRewardBaseline,
  type OptimalRewardBaselineOptions,
} from "./estimators/optimal-reward-baseline.js";
export { passAtKTraining, type PassAtKTrainingOptions } from "./estimators/pass-at-k-training.js";
export {
  reinforcePlusPlus,
  reinforcePlusPlusBaseline,
  type ReinforcePlusPlusBaselineOptions,
  type ReinforcePlusPlusOptions,
} from "./estimators/reinforce-plus-plus.js";
export { remax } from "./estimators/remax.js";
export { bestOfN, type BestOfNOptions } from "./evaluation/best-of-n.js";
export type { Estimate } from "./evaluation/intervals.js";
export { majorityAtK, type MajorityAtKOptions, type Vote } from "./evaluation/majority-at-k.js";
export { passAtK, type PassAtKOptions } from "./evaluation/pass-at-k.js";
export {
  type DropReason,
  type FilteredGroups,
  filterGroups,
  type GroupFilterOptions,
  type GroupFilterPreset,
  filterPresets,
} from "./filters.js";
export { type GroupId, mapGroups, rowsByGroup } from "./grouping.js";
export { rewardMetrics, type RewardMetricsOptions, type ScoredBatch } from "./metrics.js";
export { optimalValue } from "./optimal-value.js";
export { type AdvantagePreset, type GroupRelativeSettings, presets } from "./presets.js";
export { type AdvantageOptions, type EstimatorName, estimators } from "./registry.js";
export { gae, type GaeOptions } from "./tokens/gae.js";
export { optimalTokenBaseline, type OptimalTokenBaselineInput } from "./tokens/optimal-token-baseline.js";
export {
  reinforcePlusPlusTokens,
  type ReinforcePlusPlusTokensOptions,
} from "./tokens/reinforce-plus-plus.js";
export { rewardLastToken, type TokenAdvantages, type TokenRows } from "./tokens/rows.js";
