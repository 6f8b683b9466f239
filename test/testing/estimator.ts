import type { AdvantageFunction } from "../../src/testing/index.js";

export type Group = readonly number[];
export const mean = (group: Group): number => group.reduce((sum, value) => sum + value, 0) / group.length;
export const deviation = (group: Group, ddof = 1): number => {
  const middle = mean(group);
  return Math.sqrt(
    group.reduce((sum, value) => sum + (value - middle) ** 2, 0) / Math.max(1, group.length - ddof),
  );
};
export const finite = (value: number): number =>
  Number.isFinite(value) && Math.abs(value) < 1e100 ? value : 0;

/** GRPO's advantages, as they should be. */
export const grpo = (group: Group): readonly number[] => {
  const clean = group.map(finite);
  if (new Set(clean).size < 2) return clean.map(() => 0);
  const [middle, spread] = [mean(clean), deviation(clean)];
  return clean.map((value) => (value - middle) / (spread + 1e-6));
};
export const perGroup =
  (estimate: (group: Group) => readonly number[]): AdvantageFunction =>
  (groups) =>
    groups.map(estimate);

/** The place of each reward among those of its group, equal ones at the same. */
export const ranks = (group: Group): readonly number[] => {
  const places = [...new Set(group)].sort((a, b) => a - b);
  return group.map((value) => places.indexOf(value));
};
