import { RewardError, type Score } from "../core/index.js";
import {
  arrangeBatch,
  type BatchColumns,
  flatten,
  layoutOfSizes,
  type RewardBatch,
  sizesOf,
  split,
} from "./batch.js";
import { checkedOptions, type OptionRule, type OptionRules } from "./options.js";

/** Rewards of the completions of some prompts, one list per prompt. */
export type RewardGroups = readonly (readonly Score[])[];

/** A column that an estimator cannot do without. */
type NeededColumn = keyof BatchColumns<unknown>;

/** One way to turn the rewards of a batch into advantages. */
export interface Estimator<O extends object = object> {
  /** Name on the wire, in snake case. */
  readonly name: string;
  readonly rules: OptionRules<O>;
  readonly needs?: readonly NeededColumn[];
  /** @returns one finite advantage per row, 0 where the row has no reward */
  readonly compute: (batch: RewardBatch, options: O) => Float64Array;
}

/** The rule of the option that says what a missing reward counts. */
export const unscorableRule: OptionRule = {
  enum: ["exclude", "zero"],
  description: "Whether a missing reward stays out of every statistic, or counts as the reward 0.",
};

/** The rule of the option that says what the only reward of a group gets. */
export const singletonRule: OptionRule = {
  enum: ["zero", "raw"],
  description: "What the only scorable reward of a group gets: 0, or the reward itself.",
};

/** The rule of a number that keeps a divisor from 0. */
export const epsRule: OptionRule = {
  type: "number",
  minimum: 0,
  description: "Added to what the centred rewards are divided by.",
};

/** The rule of the degrees of freedom. */
export const ddofRule: OptionRule = {
  enum: [0, 1],
  description: "Degrees of freedom taken off in the deviation: 1 for the sample's, 0 for the population's.",
};

/** The batch's rewards, with 0 in place of missing ones if they count as that. */
export function countedRewards({ rewards }: RewardBatch, unscorable: "exclude" | "zero"): Float64Array {
  return unscorable === "zero" ? rewards.map((reward) => (Number.isNaN(reward) ? 0 : reward)) : rewards;
}

/**
 * Runs an estimator over a batch.
 *
 * @throws {RewardError} `bad_options` if an option does not exist or does not fit, `bad_input` if a column is missing
 */
export function runEstimator<O extends object>(
  { name, rules, needs = [], compute }: Estimator<O>,
  batch: RewardBatch,
  options: O,
): Float64Array {
  const checked = checkedOptions(name, rules, options);
  const missing = needs.find((column) => batch[column] === undefined);
  if (missing !== undefined) {
    throw new RewardError("bad_input", `The estimator ${name} needs "${missing}", one value per reward.`);
  }
  return compute(batch, checked);
}

/** An estimator as a function of lists: groups of rewards in, groups of advantages out. */
export function overGroups<O extends object>(
  estimator: Estimator<O>,
): (groups: RewardGroups, options?: O) => number[][] {
  return (groups, options = {} as O) => {
    const { starts } = layoutOfSizes(sizesOf(groups));
    return split(runEstimator(estimator, { rewards: flatten(groups), starts }, options), starts);
  };
}

/** The same for an estimator that reads columns beside the rewards; they are lists per group, too. */
export function overGroupsWith<O extends object>(
  estimator: Estimator<O>,
): (groups: RewardGroups, options?: O & BatchColumns<RewardGroups>) => number[][] {
  return (groups, given) => {
    const { lengths, baselines, ...options } = given ?? {};
    const layout = layoutOfSizes(sizesOf(groups));
    const columns = {
      ...(lengths && { lengths: flatten(lengths) }),
      ...(baselines && { baselines: flatten(baselines) }),
    };
    const batch = arrangeBatch(flatten(groups), columns, layout);
    return split(runEstimator(estimator, batch, options as O), layout.starts);
  };
}
