export {
  type AnyReward,
  type ColumnsOf,
  type ColumnsOfAll,
  type Completion,
  type CompletionInput,
  type CompositeReward,
  type DecidedVerdict,
  type ExtraValue,
  type Fault,
  type Group,
  type GroupReward,
  type Message,
  type MessagePart,
  type PlainReward,
  type Prompt,
  type RewardContext,
  RewardError,
  type RewardErrorCode,
  type RewardFunction,
  type RewardLike,
  type RewardOutcome,
  type RewardResult,
  type Rollout,
  type RolloutColumn,
  type RolloutReward,
  type Score,
  type SolutionColumns,
  type Task,
  type ToolCall,
  type UndeterminedVerdict,
  type Verdict,
} from "./core/index.js";
export {
  clamp,
  type ClampOptions,
  fallback,
  gate,
  type GateOptions,
  metricOnly,
  perTurn,
  type PerTurnOptions,
  required,
  rescale,
  type RescaleOptions,
  weightedSum,
  type WeightedTerm,
} from "./compose/index.js";
export { accuracy, type AccuracyOptions } from "./rewards/accuracy.js";
export { answerFormat, type AnswerFormatOptions } from "./rewards/answer-format.js";
export { boxedFormat, type BoxedFormatOptions } from "./rewards/boxed-format.js";
export { codeFormat, type CodeFormatOptions, type LanguageColumns } from "./rewards/code-format.js";
export { cosineScaled, type CosineScaledOptions } from "./rewards/cosine-scaled.js";
export {
  type AnyRewardFactory,
  defineReward,
  type GroupRewardDefinition,
  type RewardFactory,
  type RewardInfo,
  type RolloutRewardDefinition,
} from "./rewards/define-reward.js";
export { length, type LengthOptions } from "./rewards/length.js";
export { reasoningSteps, type ReasoningStepsOptions } from "./rewards/reasoning-steps.js";
export { regexFormat, type RegexFormatOptions } from "./rewards/regex-format.js";
export { softFormat, type SoftFormatOptions } from "./rewards/soft-format.js";
export {
  softOverlongPunishment,
  type SoftOverlongPunishmentOptions,
} from "./rewards/soft-overlong-punishment.js";
export { strictFormat, type StrictFormatOptions } from "./rewards/strict-format.js";
export { tagCount, type TagCountOptions } from "./rewards/tag-count.js";
export { thinkFormat, type ThinkFormatOptions } from "./rewards/think-format.js";
export { xmlCount, type XmlCountOptions } from "./rewards/xml-count.js";
export type { JsonSchema } from "./schema/index.js";
export {
  type GroupInput,
  type GroupScores,
  type PerGroup,
  scoreGroups,
  type ScoreGroupsOptions,
  type ScoreOptions,
} from "./score/index.js";
export { type CompositionSpec, type LeafSpec, type RewardSpec, rewardFromSpec } from "./spec/index.js";
export type { LengthUnit, Prefilled, TemplateLayout, ThinkingMode } from "./text/index.js";
