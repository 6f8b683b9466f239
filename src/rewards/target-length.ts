import type { RolloutReward } from "../core/index.js";
import type { LengthUnit } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";
import { lengthOption, lengthShown, READS_TOKEN_COUNT, readLength, unitOption } from "./length-options.js";

/** Options of {@link targetLength}; lengths are in `unit`. */
export interface TargetLengthOptions {
  /** The variant of another system: `open-instruct` of its verifier `max_length`. */
  readonly preset?: "open-instruct";
  /** The length that is asked for, where the row's column `target_length` asks for none. @default 1000 */
  readonly target?: number;
  /** Distance from the target at which the score is 0; 0 stands for the target itself. @default 0 */
  readonly scale?: number;
  /** Whether the score falls in a straight line, or along half a cosine wave. @default "linear" */
  readonly shape?: "linear" | "cosine";
  /** What lengths count. @default "tokens" */
  readonly unit?: LengthUnit;
}

/** The columns that {@link targetLength} reads. */
export interface TargetLengthColumns {
  readonly target_length?: number | string | null;
}

/**
 * 1 at the target length, falling with the distance from it to 0 at `scale`: `1 - |length - target| / scale`.
 * Range 0 to 1. `null` if the row's `target_length` is not a length.
 *
 * open-instruct's verifier `max_length` and eval-protocol's `length_reward` with a target; never below 0, which
 * open-instruct's is for long texts. A completion of length 0, or of white space, earns 0 unless it is asked for.
 */
export const targetLength: RewardFactory<
  RolloutReward<TargetLengthColumns>,
  TargetLengthOptions
> = defineReward({
  name: "target_length",
  summary: "1 at the target length, falling to 0 with the distance from it.",
  family: "length",
  source: "open-instruct (max_length); eval-protocol (length_reward).",
  range: [0, 1],
  optionalColumns: ["target_length", "n_tokens"],
  readsWhen: READS_TOKEN_COUNT,
  presets: { "open-instruct": { scale: 32_768 } },
  options: {
    target: lengthOption(1000, "The length that is asked for, where the row asks for none."),
    scale: lengthOption(
      0,
      "Distance from the target at which the score is 0; 0 stands for the target itself.",
    ),
    shape: {
      enum: ["linear", "cosine"],
      default: "linear",
      description: "Whether the score falls in a straight line, or along half a cosine wave.",
    },
    unit: unitOption("tokens"),
  },
  rollout: ({ target = 1000, scale = 0, shape = "linear", unit = "tokens" }: TargetLengthOptions) => {
    return ({ task, completion }) => {
      const asked = readLength(task.columns.target_length, target);
      if (typeof asked !== "number") return asked;
      const length = lengthShown(completion, unit);
      if (length === 0 && asked > 0) return 0;
      const distance = Math.abs(length - asked);
      const progress = distance === 0 ? 0 : Math.min(distance / (scale === 0 ? asked : scale), 1);
      return shape === "linear" ? 1 - progress : 0.5 * (1 + Math.cos(progress * Math.PI));
    };
  },
});
