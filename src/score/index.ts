export { type AdvantageColumns, batchAdvantages } from "./batch-advantages.js";
export type { Batch } from "./leaf-run.js";
export { type BatchResult, scoreBatch, type ScoreOptions } from "./score-batch.js";
export {
  type GroupInput,
  type GroupScores,
  type PerGroup,
  scoreGroups,
  type ScoreGroupsOptions,
} from "./score-groups.js";
