export { isThenable } from "./maybe-promise.js";
export { type AdvantageColumns, batchAdvantages } from "./batch-advantages.js";
export {
  type Batch,
  type LeafReward,
  NOT_ASKED,
  type Offload,
  scoreUnit,
  type Unit,
  type UnitLimits,
} from "./leaf-run.js";
export { type ItemLimits, systemFault } from "./run-item.js";
export { type BatchResult, leavesOf, scoreBatch, type ScoreOptions } from "./score-batch.js";
export {
  type GroupInput,
  type GroupScores,
  type PerGroup,
  scoreGroups,
  type ScoreGroupsOptions,
} from "./score-groups.js";
