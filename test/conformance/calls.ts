import {
  type CompletionInput,
  type GroupInput,
  type RewardFunction,
  type Score,
  scoreGroups,
} from "../../src/index.js";
import type { Vector } from "./vector.js";

/** Any columns: an adapter knows which its reward reads. */
export type Columns = Readonly<Record<string, unknown>>;

/** The completions of a vector. */
export function completionsOf({ inputs }: Vector): readonly CompletionInput[] {
  return (inputs.completions ?? []) as readonly CompletionInput[];
}

/** The scores of all completions, in the order of the groups. */
export async function scores<C extends object>(
  reward: RewardFunction<C>,
  groups: readonly GroupInput<C>[],
): Promise<Score[]> {
  return (await scoreGroups(groups, reward)).rewards.flat();
}

/** The scores of a vector's completions, taken as one group. */
export function scoresOfVector<C extends object>(
  reward: RewardFunction<C>,
  vector: Vector,
  columns: C,
): Promise<Score[]> {
  const group = { columns, completions: completionsOf(vector) } as GroupInput<C>;
  return scores(reward, [group]);
}
