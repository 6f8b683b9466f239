import type { RolloutReward } from "../core/index.js";
import type { LengthUnit } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";
import {
  lengthOption,
  lengthShown,
  READS_TOKEN_COUNT,
  readLength,
  shareWithin,
  unitOption,
} from "./length-options.js";

/** Options of {@link maxLength}; lengths are in `unit`. */
export interface MaxLengthOptions {
  /** The variant of another system: `open-instruct` of its verifier `up_to_max_length`. */
  readonly preset?: "open-instruct";
  /** The greatest length that earns 1, where the row's column `max_length` gives none. @default 4096 */
  readonly maxLength?: number;
  /** Width of the ramp beyond `maxLength`, at whose end the score is 0; 0 makes it a step. @default 0 */
  readonly margin?: number;
  /** What lengths count. @default "tokens" */
  readonly unit?: LengthUnit;
}

/** The columns that {@link maxLength} reads. */
export interface MaxLengthColumns {
  readonly max_length?: number | string | null;
}

/**
 * 1 up to `maxLength`, then falling in a straight line to 0 at `maxLength + margin`. Range 0 to 1. `null` if the row's
 * `max_length` is not a length.
 *
 * open-instruct's verifier `up_to_max_length` and eval-protocol's `length_reward` with a maximum; never below 0, which
 * open-instruct's is for long texts. A completion of length 0, or of white space, earns 0.
 */
export const maxLength: RewardFactory<RolloutReward<MaxLengthColumns>, MaxLengthOptions> = defineReward({
  name: "max_length",
  summary: "1 up to maxLength, then falling to 0 within the margin.",
  family: "length",
  source: "open-instruct (up_to_max_length); eval-protocol (length_reward).",
  range: [0, 1],
  optionalColumns: ["max_length", "n_tokens"],
  readsWhen: READS_TOKEN_COUNT,
  presets: { "open-instruct": { margin: 32_768 } },
  options: {
    maxLength: lengthOption(4096, "The greatest length that earns 1, where the row gives none."),
    margin: lengthOption(0, "Width of the ramp beyond maxLength, at whose end the score is 0."),
    unit: unitOption("tokens"),
  },
  rollout: ({ maxLength: byDefault = 4096, margin = 0, unit = "tokens" }: MaxLengthOptions) => {
    return ({ task, completion }) => {
      const limit = readLength(task.columns.max_length, byDefault);
      if (typeof limit !== "number") return limit;
      const length = lengthShown(completion, unit);
      return length === 0 ? 0 : shareWithin(length, limit, margin);
    };
  },
});
