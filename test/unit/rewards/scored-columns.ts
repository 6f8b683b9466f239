import { type CompletionInput, type RewardFunction, type Score, scoreGroups } from "../../../src/index.js";

/** What a reward makes of one completion, with any columns. */
export async function scoreWith(
  reward: unknown,
  completion: CompletionInput,
  columns: Readonly<Record<string, unknown>>,
): Promise<Score | undefined> {
  const groups = [{ columns, completions: [completion] }];
  return (await scoreGroups(groups, reward as RewardFunction<Readonly<Record<string, unknown>>>))
    .rewards[0]?.[0];
}
