import type { BatchReward, RewardCheckOptions, RewardTarget } from "../../../src/testing/index.js";

/** A reward with one fault, and what it claims to be. */
export interface RewardMutant {
  readonly title: string;
  readonly options: RewardCheckOptions;
  readonly create: () => RewardTarget;
}

/** Scores each completion by its text, and by the reference of its row. */
export const each =
  (score: (text: string, solution: unknown) => unknown): BatchReward =>
  (completions, { solution = [] }) =>
    completions.map((text, i) => score(text, solution[i]));

/** Mutants of one kind. */
export const mutantsOf =
  (kind: string, options: RewardCheckOptions) =>
  (title: string, create: () => RewardTarget, more: RewardCheckOptions = {}): RewardMutant => ({
    title: `${kind}: ${title}`,
    options: { ...options, ...more },
    create,
  });
