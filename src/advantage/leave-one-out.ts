import type { Score } from "../core/index.js";
import { isScorable, mean, standardDeviation } from "./statistics.js";

/** Options of {@link leaveOneOut}. */
export interface LeaveOneOutOptions {
  /** Rewards are clipped to this range first. */
  readonly clip?: readonly [min: number, max: number];
  /** Whether the advantages of the batch are whitened: (advantage - mean) / (deviation + 1e-4). @default false */
  readonly normalize?: boolean;
}

const WHITENING_EPS = 1e-4;

/** Each reward minus the mean of its scorable siblings, n/(n-1) × (reward - mean); `null` if it has no such sibling. */
function siblingAdvantages(rewards: readonly Score[]): Score[] {
  const scorable = rewards.filter(isScorable);
  const center = mean(scorable);
  if (scorable.length < 2) return rewards.map(() => null);
  const correction = scorable.length / (scorable.length - 1);
  return rewards.map((reward) => (isScorable(reward) ? correction * (reward - center) : null));
}

function whiten(groups: readonly (readonly Score[])[]): Score[][] {
  const all = groups.flat().filter(isScorable);
  const center = mean(all);
  const divisor = standardDeviation(all, 1) + WHITENING_EPS;
  return groups.map((group) =>
    group.map((advantage) => (isScorable(advantage) ? (advantage - center) / divisor : null)),
  );
}

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
export function leaveOneOut(
  groups: readonly (readonly Score[])[],
  options: LeaveOneOutOptions = {},
): number[][] {
  const { clip, normalize = false } = options;
  const clipped = clip
    ? groups.map((group) =>
        group.map((reward) => (isScorable(reward) ? Math.min(Math.max(reward, clip[0]), clip[1]) : null)),
      )
    : groups;
  const advantages = clipped.map(siblingAdvantages);
  const result = normalize ? whiten(advantages) : advantages;
  return result.map((group) => group.map((advantage) => advantage ?? 0));
}
