import { type AdvantageOptions, estimateAdvantages, type GroupId } from "../../../src/advantage/index.js";
import type { Adapter, Deviation, Vector } from "../vector.js";

function optionsOf({ params }: Vector): AdvantageOptions {
  const { use_leave_one_out_baseline, normalize_rewards } = params;
  if (use_leave_one_out_baseline) return { estimator: normalize_rewards ? "grpo_leave_one_out" : "rloo" };
  return { preset: "nemo-rl", scale: normalize_rewards ? "group" : "none" };
}

/** NeMo-RL's GRPO, with and without its leave-one-out baseline. */
export const nemoRlAdvantages: Adapter = {
  tolerance: { absolute: 1e-4, relative: 1e-3 },
  expected: ({ expected }) => (expected as { advantages: unknown }).advantages,
  run: (vector) => {
    const { rewards, index } = vector.inputs as { rewards: number[]; index: GroupId[] };
    return [...estimateAdvantages({ rewards, groups: index }, optionsOf(vector))];
  },
};

const winners = 0.37796342038057995;

export const nemoRlDeviations: readonly Deviation[] = [
  {
    reason:
      "The siblings of the one loser do not differ; NeMo-RL's float32 makes a deviation of rounding, and divides by it.",
    returns: { "nemo_rl.grpo_advantages#016": [-0.9499999999999998, ...new Array<number>(7).fill(winners)] },
  },
];
