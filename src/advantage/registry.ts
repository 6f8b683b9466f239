import type { Estimator } from "./estimator.js";
import { gdpoEstimator, type GdpoOptions } from "./estimators/gdpo.js";
import { gpgEstimator, type GpgOptions } from "./estimators/gpg.js";
import { drGrpo, type DrGrpoOptions, grpo, type GroupRelativeOptions } from "./estimators/group-relative.js";
import { type BestOverSecondOptions, grpoPassK } from "./estimators/grpo-pass-k.js";
import { grpoLeaveOneOut, type LeaveOneOutDeviationOptions } from "./estimators/leave-one-out-deviation.js";
import { type LeaveOneOutOptions, rloo } from "./estimators/leave-one-out.js";
import { maxRlEstimator, type MaxRlOptions } from "./estimators/max-rl.js";
import { opo, type OptimalRewardBaselineOptions } from "./estimators/optimal-reward-baseline.js";
import { passKTraining, type PassAtKTrainingOptions } from "./estimators/pass-at-k-training.js";
import {
  type ReinforcePlusPlusBaselineOptions,
  reinforcePlusPlusBaselineEstimator,
  reinforcePlusPlusEstimator,
  type ReinforcePlusPlusOptions,
} from "./estimators/reinforce-plus-plus.js";
import { remaxEstimator } from "./estimators/remax.js";

/** The options of each estimator, by its name. */
export interface EstimatorOptions {
  dr_grpo: DrGrpoOptions;
  gdpo: GdpoOptions;
  gpg: GpgOptions;
  grpo: GroupRelativeOptions;
  grpo_leave_one_out: LeaveOneOutDeviationOptions;
  grpo_passk: BestOverSecondOptions;
  maxrl: MaxRlOptions;
  opo: OptimalRewardBaselineOptions;
  pass_at_k: PassAtKTrainingOptions;
  reinforce_plus_plus: ReinforcePlusPlusOptions;
  reinforce_plus_plus_baseline: ReinforcePlusPlusBaselineOptions;
  remax: object;
  rloo: LeaveOneOutOptions;
}

/** Name of an estimator. */
export type EstimatorName = keyof EstimatorOptions;

/** An estimator by its name, with its options. @default { estimator: "grpo", preset: "trl" } */
export type AdvantageOptions =
  | ({ readonly estimator?: "grpo" } & GroupRelativeOptions)
  | { readonly [N in EstimatorName]: { readonly estimator: N } & EstimatorOptions[N] }[EstimatorName];

/** Every estimator of one reward per completion. */
export const estimators: { readonly [N in EstimatorName]: Estimator<EstimatorOptions[N]> } = {
  dr_grpo: drGrpo,
  gdpo: gdpoEstimator,
  gpg: gpgEstimator,
  grpo,
  grpo_leave_one_out: grpoLeaveOneOut,
  grpo_passk: grpoPassK,
  maxrl: maxRlEstimator,
  opo,
  pass_at_k: passKTraining,
  reinforce_plus_plus: reinforcePlusPlusEstimator,
  reinforce_plus_plus_baseline: reinforcePlusPlusBaselineEstimator,
  remax: remaxEstimator,
  rloo,
};
