import { type Completion, RewardError, type RolloutReward } from "../core/index.js";
import { completionLength } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Options of {@link truncationPenalty}. */
export interface TruncationPenaltyOptions {
  /** The penalty of another system: open-instruct's `non_stop_penalty_value`, OpenRLHF's `stop_properly_penalty_coef`. */
  readonly preset?: "open-instruct" | "openrlhf";
  /** Score of a truncated completion. @default -1 */
  readonly penalty?: number;
  /** Length in tokens at which sampling stops: it tells truncation where `truncated` is not known. */
  readonly maxLength?: number;
}

function isTruncated(completion: Completion, maxLength: number | undefined): boolean {
  if (completion.truncated !== undefined) return completion.truncated;
  if (maxLength !== undefined) return completionLength(completion, "tokens") >= maxLength;
  throw new RewardError(
    "missing_column",
    'truncation_penalty needs the completion\'s truncated (over the bridge the column "truncated"), or its option maxLength.',
  );
}

/**
 * `penalty` if sampling was cut off before the model ended its turn, else 0. Range -1 to 0.
 *
 * open-instruct's `non_stop_penalty` and OpenRLHF's negative `stop_properly_penalty_coef`, which put the penalty in
 * the place of the reward; here it is a term of its own. To scale the reward of truncated completions instead, as
 * NeMo-RL does, put a `gate` around it.
 *
 * @throws {RewardError} `missing_column` if neither `truncated` nor, with `maxLength`, the token count is known
 */
export const truncationPenalty: RewardFactory<RolloutReward, TruncationPenaltyOptions> = defineReward({
  name: "truncation_penalty",
  summary: "A penalty for completions that were cut off at the length limit, else 0.",
  family: "length",
  source: "open-instruct (non_stop_penalty); OpenRLHF and ProRL v2 (stop_properly_penalty_coef).",
  range: ({ penalty = -1 }: TruncationPenaltyOptions) => [penalty, 0],
  optionalColumns: ["truncated", "n_tokens"],
  presets: { "open-instruct": { penalty: -10 }, openrlhf: { penalty: -0.5 } },
  options: {
    penalty: { type: "number", maximum: 0, default: -1, description: "Score of a truncated completion." },
    maxLength: {
      type: "integer",
      minimum: 1,
      description: "Length in tokens at which sampling stops, for completions without the column truncated.",
    },
  },
  rollout: ({ penalty = -1, maxLength }: TruncationPenaltyOptions) => {
    return ({ completion }) => (penalty !== 0 && isTruncated(completion, maxLength) ? penalty : 0);
  },
});
