import type { RolloutReward } from "../core/index.js";
import { completionLength, type LengthUnit } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Options of {@link softOverlongPunishment}; lengths are in `unit`. */
export interface SoftOverlongPunishmentOptions {
  /** Length at which the punishment is full. @default 16384 */
  readonly maxLength?: number;
  /** Width of the ramp below `maxLength`; 0 makes it a step. @default 4096 */
  readonly cache?: number;
  /** What lengths count. @default "tokens" */
  readonly unit?: LengthUnit;
}

/**
 * 0 up to `maxLength - cache`, then falling in a straight line to -1 at `maxLength` and beyond.
 *
 * DAPO (arXiv:2503.14476), equation 13; the `soft_overlong_punishment` of open-r1 and TRL.
 */
export const softOverlongPunishment: RewardFactory<RolloutReward, SoftOverlongPunishmentOptions> =
  defineReward({
    name: "soft_overlong_punishment",
    summary: "0 up to maxLength - cache, then falling to -1 at maxLength.",
    source: "DAPO (arXiv:2503.14476), equation 13; open-r1 and TRL (soft_overlong_punishment).",
    range: [-1, 0],
    optionalColumns: ["n_tokens"],
    options: {
      maxLength: {
        type: "integer",
        minimum: 0,
        default: 16384,
        description: "Length at which the punishment is full.",
      },
      cache: {
        type: "integer",
        minimum: 0,
        default: 4096,
        description: "Width of the ramp below maxLength; 0 makes it a step.",
      },
      unit: {
        enum: ["tokens", "characters"],
        default: "tokens",
        description: "What lengths count: tokens, or Unicode code points.",
      },
    },
    rollout: ({ maxLength = 16384, cache = 4096, unit = "tokens" }: SoftOverlongPunishmentOptions) => {
      return ({ completion }) => {
        const excess = completionLength(completion, unit) - (maxLength - cache);
        if (excess <= 0) return 0;
        return excess >= cache ? -1 : -excess / cache;
      };
    },
  });
