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
export type { AnswerColumns, Extraction, ExtractionOptions } from "./answers/index.js";
export type { InstructionColumns } from "./ifeval/index.js";
export { accuracy, type AccuracyOptions } from "./rewards/accuracy.js";
export { answerFormat, type AnswerFormatOptions } from "./rewards/answer-format.js";
export { bboxGiou, type BboxGiouOptions, type BoundingBoxColumns } from "./rewards/bbox-giou.js";
export { binaryCode, type BinaryCodeOptions } from "./rewards/binary-code.js";
export { boxedFormat, type BoxedFormatOptions } from "./rewards/boxed-format.js";
export { cfCode, type CfCodeColumns, type CfCodeOptions } from "./rewards/cf-code.js";
export { code, type CodeRewardOptions } from "./rewards/code.js";
export type { CodeColumns } from "./rewards/code-options.js";
export { codeFormat, type CodeFormatOptions, type LanguageColumns } from "./rewards/code-format.js";
export { cosineScaled, type CosineScaledOptions } from "./rewards/cosine-scaled.js";
export { countdown, type CountdownColumns, type CountdownOptions } from "./rewards/countdown.js";
export {
  type AnyRewardFactory,
  defineReward,
  type Family,
  type GroupRewardDefinition,
  type RewardFactory,
  type RewardInfo,
  type RolloutRewardDefinition,
} from "./rewards/define-reward.js";
export { exactMatch, type ExactMatchOptions } from "./rewards/exact-match.js";
export { gsm8kAnswer, type Gsm8kAnswerOptions } from "./rewards/gsm8k-answer.js";
export { intAnswer, type IntAnswerOptions } from "./rewards/int-answer.js";
export { ioiCode, type IoiCodeColumns, type IoiCodeOptions } from "./rewards/ioi-code.js";
export {
  knightsAndKnaves,
  type KnightsAndKnavesColumns,
  type KnightsAndKnavesOptions,
} from "./rewards/knights-and-knaves.js";
export { diversity, type DiversityMeasure, type DiversityOptions } from "./rewards/diversity.js";
export {
  languageConsistency,
  type LanguageConsistencyColumns,
  type LanguageConsistencyOptions,
} from "./rewards/language-consistency.js";
export { ifeval, type IfevalOptions } from "./rewards/ifeval.js";
export { jsonMatch, type JsonMatchOptions, type JsonSolutionColumns } from "./rewards/json-match.js";
export { jsonSchema, type JsonSchemaOptions, type SchemaColumns } from "./rewards/json-schema.js";
export { jsonValid, type JsonValidOptions } from "./rewards/json-valid.js";
export { length, type LengthOptions } from "./rewards/length.js";
export { listMatch, type ListColumns, type ListMatchOptions } from "./rewards/list-match.js";
export {
  multipleChoice,
  type MultipleChoiceColumns,
  type MultipleChoiceOptions,
} from "./rewards/multiple-choice.js";
export { multiply, type MultiplyOptions } from "./rewards/multiply.js";
export { numericMatch, type NumericMatchOptions } from "./rewards/numeric-match.js";
export { reasoningAccuracy, type ReasoningAccuracyOptions } from "./rewards/reasoning-accuracy.js";
export { reasoningSteps, type ReasoningStepsOptions } from "./rewards/reasoning-steps.js";
export { regexFormat, type RegexFormatOptions } from "./rewards/regex-format.js";
export { scoreAnswer, type ScoreAnswerOptions } from "./rewards/score-answer.js";
export { softFormat, type SoftFormatOptions } from "./rewards/soft-format.js";
export { maxLength, type MaxLengthColumns, type MaxLengthOptions } from "./rewards/max-length.js";
export {
  repetitionPenalty,
  type RepetitionPenaltyOptions,
  type RepetitionUnit,
} from "./rewards/repetition-penalty.js";
export { type JudgeColumns, llmJudge, type LlmJudgeOptions } from "./rewards/llm-judge.js";
export { remoteGroup } from "./rewards/remote-group.js";
export { remote } from "./rewards/remote.js";
export {
  softOverlongPunishment,
  type SoftOverlongPunishmentOptions,
} from "./rewards/soft-overlong-punishment.js";
export { strictFormat, type StrictFormatOptions } from "./rewards/strict-format.js";
export { substringMatch, type SubstringMatchOptions } from "./rewards/substring-match.js";
export { tagCount, type TagCountOptions } from "./rewards/tag-count.js";
export { targetLength, type TargetLengthColumns, type TargetLengthOptions } from "./rewards/target-length.js";
export { thinkFormat, type ThinkFormatOptions } from "./rewards/think-format.js";
export { thinkingBudget, type ThinkingBudgetOptions } from "./rewards/thinking-budget.js";
export { tokenF1, type TokenF1Options } from "./rewards/token-f1.js";
export { truncationPenalty, type TruncationPenaltyOptions } from "./rewards/truncation-penalty.js";
export { xmlCount, type XmlCountOptions } from "./rewards/xml-count.js";
export { toolCallMatch, type ToolCallMatchOptions } from "./rewards/tool-call-match.js";
export type { ConnectionOptions } from "./http/index.js";
export type { Criterion, RemoteOptions } from "./judge/index.js";
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
export type {
  JsonComparison,
  JsonPlace,
  LengthUnit,
  Prefilled,
  TemplateLayout,
  ThinkingMode,
  ToolCallFormat,
} from "./text/index.js";
