export { checkList, checkName, checkObject, checkText, shown, wrongInput } from "./caller-input.js";
export {
  type Completion,
  type CompletionInput,
  type Message,
  type MessagePart,
  type Prompt,
  type ToolCall,
  completionText,
  messageText,
  toCompletion,
} from "./completion.js";
export { located, RewardError, type RewardErrorCode } from "./errors.js";
export {
  checkOptions,
  FINITE,
  FLAG,
  FUNCTION,
  LIST,
  listOf,
  type Need,
  type Needs,
  OBJECT,
  oneOf,
  POSITIVE,
  wholeNumber,
} from "./options.js";
export {
  type AnyReward,
  type ColumnsOf,
  type ColumnsOfAll,
  type CompositeReward,
  type ExtraValue,
  type GroupReward,
  type PlainReward,
  type RewardContext,
  type RewardFunction,
  type RewardLike,
  type RewardOutcome,
  type RewardResult,
  type RolloutReward,
  type Score,
  type ScoreRange,
  toReward,
} from "./reward.js";
export {
  columnValue,
  createRollout,
  createTask,
  type Group,
  type Rollout,
  ROLLOUT_COLUMN_NAMES,
  type RolloutColumn,
  type SolutionColumns,
  type Task,
} from "./task.js";
export {
  type DecidedVerdict,
  type Fault,
  type UndeterminedVerdict,
  undetermined,
  type Verdict,
  verdictStatus,
} from "./verdict.js";
