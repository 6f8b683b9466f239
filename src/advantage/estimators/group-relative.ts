import { forEachGroup, type RewardBatch, writeCentered } from "../batch.js";
import {
  countedRewards,
  ddofRule,
  epsRule,
  type Estimator,
  overGroups,
  type RewardGroups,
  singletonRule,
  unscorableRule,
} from "../estimator.js";
import { type AdvantagePreset, type GroupRelativeSettings, presets } from "../presets.js";
import { deviationOf, momentsOf } from "../statistics.js";

/** Options of {@link groupRelative}: a preset, and what differs from it. */
export interface GroupRelativeOptions extends Partial<GroupRelativeSettings> {
  /** The trainer whose settings stand where none is given. @default "trl" */
  readonly preset?: AdvantagePreset;
}

/** Options of Dr. GRPO: those of {@link GroupRelativeOptions} that matter without a divisor. */
export type DrGrpoOptions = Pick<GroupRelativeOptions, "singleton" | "unscorable">;

function compute(batch: RewardBatch, { preset = "trl", ...overrides }: GroupRelativeOptions): Float64Array {
  const { scale, ddof, eps, floor, singleton, unscorable } = { ...presets[preset], ...overrides };
  const rewards = countedRewards(batch, unscorable);
  const advantages = new Float64Array(rewards.length);
  const batchDeviation = scale === "batch" ? deviationOf(rewards, ddof) : 0;
  forEachGroup(batch, (from, to) => {
    const moments = momentsOf(rewards, from, to);
    const isRaw = moments.count === 1 && singleton === "raw";
    if (moments.isConstant && !isRaw) return;
    const deviation = scale === "group" ? deviationOf(rewards, ddof, from, to, moments) : batchDeviation;
    const divisor = scale === "none" ? 1 : (isRaw ? 1 : Math.max(deviation, floor)) + eps;
    const center = isRaw ? 0 : moments.mean;
    writeCentered(advantages, rewards, [from, to], { center, divisor });
  });
  return advantages;
}

/** GRPO. */
export const grpo: Estimator<GroupRelativeOptions> = {
  name: "grpo",
  rules: {
    preset: {
      enum: Object.keys(presets),
      description: "The trainer whose settings stand where none is given.",
    },
    scale: {
      enum: ["group", "batch", "none"],
      description:
        "What the centred rewards are divided by: the deviation of the group, of the batch, or nothing.",
    },
    ddof: ddofRule,
    eps: epsRule,
    floor: {
      type: "number",
      minimum: 0,
      description: "The least that a deviation counts, before eps is added.",
    },
    singleton: singletonRule,
    unscorable: unscorableRule,
  },
  compute,
};

/** Dr. GRPO: GRPO that divides by nothing. */
export const drGrpo: Estimator<DrGrpoOptions> = {
  name: "dr_grpo",
  rules: { singleton: singletonRule, unscorable: unscorableRule },
  compute: (batch, options) => compute(batch, { ...options, scale: "none" }),
};

/**
 * GRPO's group-relative advantages, (reward - mean of the group) / (deviation + eps), from DeepSeekMath
 * (arXiv:2402.03300); `scale: "none"` is Dr. GRPO (arXiv:2503.20783).
 *
 * A `null`, NaN or infinite reward stays out of every mean and deviation and has advantage 0. A group of equal
 * rewards has exactly 0 everywhere. Groups may differ in size. Linear in the number of rewards.
 *
 * @param groups one list of rewards per prompt
 * @returns one list of finite advantages per prompt, of the same lengths
 * @throws {RewardError} `bad_options` if the preset does not exist or a setting has no meaning
 */
export const groupRelative: (groups: RewardGroups, options?: GroupRelativeOptions) => number[][] =
  overGroups(grpo);
