import type { Score } from "../../../core/index.js";
import { createHistogram, type Histogram } from "./histogram.js";
import { addMoment, deviation, emptyMoments, type Moments } from "./moments.js";

/** How rewards differ within groups. What has no other completion beside it is no group. */
export interface GroupSpread {
  groups: number;
  /** Groups whose completions all have one reward: they teach a policy nothing. */
  degenerate: number;
  readonly sizes: Moments;
  /** Means of the groups that have a spread. */
  readonly spreadMeans: Histogram;
  /** Rewards of the groups that have none. */
  readonly degenerateMeans: Histogram;
  /** Standard deviations of all groups. */
  readonly deviations: Histogram;
}

export const emptySpread = (): GroupSpread => ({
  groups: 0,
  degenerate: 0,
  sizes: emptyMoments(),
  spreadMeans: createHistogram(),
  degenerateMeans: createHistogram(),
  deviations: createHistogram(),
});

/** Counts the rewards of a prompt's completions. */
export function addGroup(spread: GroupSpread, rewards: readonly Score[]): void {
  const moments = emptyMoments();
  for (const reward of rewards) if (reward !== null) addMoment(moments, reward);
  if (moments.count < 2) return;
  const isDegenerate = moments.least === moments.most;
  spread.groups++;
  spread.degenerate += Number(isDegenerate);
  addMoment(spread.sizes, moments.count);
  if (isDegenerate) spread.degenerateMeans.add(moments.least);
  else spread.spreadMeans.add(moments.mean);
  spread.deviations.add(isDegenerate ? 0 : deviation(moments));
}
