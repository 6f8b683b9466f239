import type { RolloutReward } from "../core/index.js";
import { completionLength, type LengthUnit } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";
import { lengthOption, READS_TOKEN_COUNT, unitOption } from "./length-options.js";

/** Options of {@link softOverlongPunishment}; lengths are in `unit`. */
export interface SoftOverlongPunishmentOptions {
  /** The variant of another system; those of verl, ms-swift and NeMo-RL have no floor. */
  readonly preset?: "open-r1" | "trl" | "verl" | "openrlhf" | "ms-swift" | "nemo-rl";
  /** Length at which the punishment is full. @default 16384 */
  readonly maxLength?: number;
  /** Width of the ramp below `maxLength`; 0 makes it a step. @default 4096 */
  readonly cache?: number;
  /** What is lost at `maxLength`: verl's and OpenRLHF's penalty factor. @default 1 */
  readonly penalty?: number;
  /** Whether the punishment stays at `penalty` beyond `maxLength`, or goes on falling. @default true */
  readonly clamped?: boolean;
  /** What lengths count. @default "tokens" */
  readonly unit?: LengthUnit;
}

/**
 * 0 up to `maxLength - cache`, then falling in a straight line to `-penalty` at `maxLength`, where it stays unless
 * `clamped` is false. Range -1 to 0.
 *
 * DAPO (arXiv:2503.14476), equation 13; the `soft_overlong_punishment` of open-r1 and TRL, the overlong penalties of
 * verl's DAPO manager, OpenRLHF, ms-swift (`soft_overlong`) and NeMo-RL. A `cache` of 0, by which those divide, makes
 * a step here.
 */
export const softOverlongPunishment: RewardFactory<RolloutReward, SoftOverlongPunishmentOptions> =
  defineReward({
    name: "soft_overlong_punishment",
    summary: "0 up to maxLength - cache, then falling to -penalty at maxLength.",
    family: "length",
    source: "DAPO (arXiv:2503.14476), equation 13; open-r1, TRL, verl, OpenRLHF, ms-swift and NeMo-RL.",
    range: ({ penalty = 1, clamped = true, cache = 4096 }: SoftOverlongPunishmentOptions) => [
      penalty === 0 || clamped || cache === 0 ? -penalty : null,
      0,
    ],
    optionalColumns: ["n_tokens"],
    readsWhen: READS_TOKEN_COUNT,
    presets: {
      "open-r1": {},
      trl: {},
      verl: { maxLength: 20_480, clamped: false },
      openrlhf: {},
      "ms-swift": { clamped: false },
      "nemo-rl": { maxLength: 20_480, clamped: false },
    },
    options: {
      maxLength: lengthOption(16_384, "Length at which the punishment is full."),
      cache: lengthOption(4096, "Width of the ramp below maxLength; 0 makes it a step."),
      penalty: { type: "number", minimum: 0, default: 1, description: "What is lost at maxLength." },
      clamped: {
        type: "boolean",
        default: true,
        description: "Whether the punishment stays at the penalty beyond maxLength, or goes on falling.",
      },
      unit: unitOption("tokens"),
    },
    rollout: (options: SoftOverlongPunishmentOptions) => {
      const { maxLength = 16_384, cache = 4096, penalty = 1, clamped = true, unit = "tokens" } = options;
      return ({ completion }) => {
        const excess = completionLength(completion, unit) - (maxLength - cache);
        if (excess <= 0 || penalty === 0) return 0;
        if (excess >= cache && (clamped || cache === 0)) return -penalty;
        return (-excess / cache) * penalty;
      };
    },
  });
