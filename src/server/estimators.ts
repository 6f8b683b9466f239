import {
  type GroupId,
  groupRelative,
  type GroupRelativeOptions,
  leaveOneOut,
  type LeaveOneOutOptions,
  mapGroups,
} from "../advantage/index.js";
import { RewardError, type Score } from "../core/index.js";

/** An advantage estimator by name, with its options. */
export type EstimatorSpec = { readonly estimator?: "grpo" | "rloo" } & GroupRelativeOptions &
  LeaveOneOutOptions;

const OPTIONS = {
  grpo: ["preset", "scale", "ddof", "eps", "singleton"],
  rloo: ["clip", "normalize"],
} as const;

/** Advantages of a flat list of rewards whose groups are given by id. */
export function estimate(
  rewards: readonly Score[],
  groups: readonly GroupId[],
  { estimator = "grpo", ...options }: EstimatorSpec,
): number[] {
  const known: readonly string[] = OPTIONS[estimator];
  const stray = Object.keys(options).find((name) => !known.includes(name));
  if (stray !== undefined) {
    throw new RewardError(
      "bad_options",
      `The estimator ${estimator} has no option "${stray}"; known are ${known.join(", ")}.`,
    );
  }
  const compute = estimator === "grpo" ? groupRelative : leaveOneOut;
  return mapGroups(rewards, groups, (split) => compute(split, options));
}
