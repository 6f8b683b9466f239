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
import { deviationOf, momentsOf } from "../statistics.js";
import { whiten, zeroMissing } from "../whitening.js";

/** Options of {@link leaveOneOut}. */
export interface LeaveOneOutOptions {
  /** Rewards are clipped to this range first. */
  readonly clip?: readonly [min: number, max: number];
  /** Whether the advantages of the batch are whitened: (advantage - mean) / (deviation + 1e-4). @default false */
  readonly normalize?: boolean;
  /** What the advantages are divided by, as ms-swift does: the rewards' deviation + eps. @default "none" */
  readonly scale?: "group" | "batch" | "none";
  /** Degrees of freedom taken off in that deviation. @default 1 */
  readonly ddof?: 0 | 1;
  /** Added to that deviation. @default 1e-4 */
  readonly eps?: number;
  /** What the only scorable reward of a group gets: 0, or the reward itself, as in verl's `rloo`. @default "zero" */
  readonly singleton?: "zero" | "raw";
  /** Whether a missing reward stays out of every statistic, or counts as 0, as in ms-swift. @default "exclude" */
  readonly unscorable?: "exclude" | "zero";
}

const WHITENING = { eps: 1e-4, epsAt: "deviation" } as const;

function clipped(rewards: Float64Array, clip: LeaveOneOutOptions["clip"]): Float64Array {
  return clip ? rewards.map((reward) => Math.min(Math.max(reward, clip[0]), clip[1])) : rewards;
}

/** n/(n-1) × (reward - mean), over the divisor; NaN for a row without a reward, or without a sibling. */
function compute(batch: RewardBatch, options: LeaveOneOutOptions): Float64Array {
  const { clip, normalize = false, scale = "none", ddof = 1, eps = 1e-4 } = options;
  const { singleton = "zero", unscorable = "exclude" } = options;
  const rewards = clipped(countedRewards(batch, unscorable), clip);
  const advantages = new Float64Array(rewards.length).fill(Number.NaN);
  const batchDeviation = scale === "batch" ? deviationOf(rewards, ddof) : 0;
  forEachGroup(batch, (from, to) => {
    const moments = momentsOf(rewards, from, to);
    const { count, mean, isConstant } = moments;
    if (count < 2 && singleton === "zero") return;
    const center = count < 2 ? 0 : mean;
    const correction = count < 2 ? 1 : count / (count - 1);
    const deviation = scale === "group" ? deviationOf(rewards, ddof, from, to, moments) : batchDeviation;
    const divisor = scale === "none" || count < 2 || isConstant ? 1 : deviation + eps;
    writeCentered(advantages, rewards, [from, to], { center, factor: correction, divisor });
  });
  return zeroMissing(normalize ? whiten(advantages, WHITENING) : advantages);
}

/** RLOO. */
export const rloo: Estimator<LeaveOneOutOptions> = {
  name: "rloo",
  rules: {
    clip: {
      type: "array",
      items: { type: "number" },
      minItems: 2,
      maxItems: 2,
      description: "The range that rewards are clipped to first.",
    },
    normalize: { type: "boolean", description: "Whether the advantages of the batch are whitened." },
    scale: {
      enum: ["group", "batch", "none"],
      description:
        "What the advantages are divided by: the deviation of the group, of the batch, or nothing.",
    },
    ddof: ddofRule,
    eps: epsRule,
    singleton: singletonRule,
    unscorable: unscorableRule,
  },
  compute,
};

/**
 * RLOO's advantages: each reward minus the mean of the other rewards of its group (arXiv:2402.14740), as TRL's
 * `RLOOTrainer` computes them without its KL term.
 *
 * A `null`, NaN or infinite reward stays out of every mean and has advantage 0; so has the only scorable reward
 * of a group, which whitening leaves out as well. Groups may differ in size.
 *
 * @param groups one list of rewards per prompt
 * @returns one list of finite advantages per prompt, of the same lengths
 */
export const leaveOneOut: (groups: RewardGroups, options?: LeaveOneOutOptions) => number[][] =
  overGroups(rloo);
