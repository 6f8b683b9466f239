import type { Score } from "../core/index.js";
import { checkGroups } from "./batch.js";
import type { RewardGroups } from "./estimator.js";
import { checkedOptions, type OptionRules } from "./options.js";
import { deviationOf, isScorable, momentsOf } from "./statistics.js";

/** What a group must have to be worth a training step. */
interface GroupFilterSettings {
  /** A group whose deviation is this or less is dropped; `null` keeps groups of equal rewards. */
  readonly maxDroppedDeviation?: number;
  /** Degrees of freedom taken off in the deviation. */
  readonly ddof?: 0 | 1;
  /** Where the mean reward, or the share of correct completions, must lie. */
  readonly range?: readonly [min: number, max: number];
  /** Whether the ends of the range are within it. */
  readonly inclusive?: boolean;
  /** A reward of this or more is correct, and the range is one of shares; without it the mean reward is judged. */
  readonly correctFrom?: number;
}

/** Systems whose group filter a preset reproduces. */
export type GroupFilterPreset = "dapo" | "slime" | "open-instruct" | "openrlhf" | "prime";

/** Options of {@link filterGroups}: a preset, and what differs from it. */
export interface GroupFilterOptions extends GroupFilterSettings {
  /** The system whose filter stands where no option is given. @default "open-instruct" */
  readonly preset?: GroupFilterPreset;
}

/** The options of each system. */
export const filterPresets: Readonly<Record<GroupFilterPreset, GroupFilterSettings>> = {
  /** DAPO's dynamic sampling (arXiv:2503.14476): 0 < correct completions < all. */
  dapo: { range: [0, 1], correctFrom: 1 },
  /** slime `check_reward_nonzero_std`. */
  slime: { maxDroppedDeviation: 1e-6, ddof: 1 },
  /** open-instruct `filter_zero_std_samples`: rewards that are exactly equal. */
  "open-instruct": { maxDroppedDeviation: 0, ddof: 0 },
  /** OpenRLHF's dynamic filtering: the mean reward strictly within the range. */
  openrlhf: { range: [0, 1] },
  /** PRIME: the accuracy within the range, ends included. */
  prime: { range: [0.2, 0.8], inclusive: true, correctFrom: 1 },
};

/** Why a group is dropped. */
export type DropReason = "no_reward" | "equal_rewards" | "too_low" | "too_high";

/** What {@link filterGroups} decides. */
export interface FilteredGroups {
  /** Numbers of the groups that stay, in order. */
  readonly kept: readonly number[];
  /** The others, each with its reason. */
  readonly dropped: readonly { readonly group: number; readonly reason: DropReason }[];
}

const rules: OptionRules<GroupFilterOptions> = {
  preset: {
    enum: Object.keys(filterPresets),
    description: "The system whose filter stands where no option is given.",
  },
  maxDroppedDeviation: { type: "number", minimum: 0, description: "A deviation of this or less is none." },
  ddof: { enum: [0, 1], description: "Degrees of freedom taken off in the deviation." },
  range: {
    type: "array",
    items: { type: "number" },
    minItems: 2,
    maxItems: 2,
    description: "Where the mean reward, or the share of correct completions, must lie.",
  },
  inclusive: { type: "boolean", description: "Whether the ends of the range are within it." },
  correctFrom: { type: "number", description: "A reward of this or more is correct." },
};

function outsideRange(
  rewards: Float64Array,
  mean: number,
  { range, inclusive = false, correctFrom }: GroupFilterSettings,
): DropReason | null {
  if (range === undefined) return null;
  const [min, max] = range;
  const rate =
    correctFrom === undefined
      ? mean
      : rewards.filter((reward) => reward >= correctFrom).length / rewards.length;
  if (rate < min || (rate === min && !inclusive)) return "too_low";
  return rate > max || (rate === max && !inclusive) ? "too_high" : null;
}

function reasonToDrop(group: readonly Score[], settings: GroupFilterSettings): DropReason | null {
  const rewards = Float64Array.from(group.filter(isScorable));
  if (rewards.length === 0) return "no_reward";
  const { maxDroppedDeviation, ddof = 1 } = settings;
  if (maxDroppedDeviation !== undefined && deviationOf(rewards, ddof) <= maxDroppedDeviation) {
    return "equal_rewards";
  }
  return outsideRange(rewards, momentsOf(rewards).mean, settings);
}

/**
 * Tells groups that teach something from those that do not, for dynamic sampling. Without options, groups of equal
 * rewards are dropped. A `null`, NaN or infinite reward is left out; a group without any other is always dropped.
 *
 * @throws {RewardError} `bad_options` if an option does not exist or has no meaning
 * @example
 * const { kept, dropped } = filterGroups(rewards, { preset: "dapo" });
 */
export function filterGroups(groups: RewardGroups, options: GroupFilterOptions = {}): FilteredGroups {
  checkGroups(groups);
  const { preset = "open-instruct", ...given } = checkedOptions("filterGroups", rules, options);
  const hasOwnRule = given.range !== undefined || given.maxDroppedDeviation !== undefined;
  const settings =
    hasOwnRule && options.preset === undefined ? given : { ...filterPresets[preset], ...given };
  const judged = groups.map((rewards, group) => ({ group, reason: reasonToDrop(rewards, settings) }));
  return {
    kept: judged.filter(({ reason }) => reason === null).map(({ group }) => group),
    dropped: judged.filter((each): each is { group: number; reason: DropReason } => each.reason !== null),
  };
}
