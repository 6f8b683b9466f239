import {
  type CompletionInput,
  type GroupReward,
  type RewardResult,
  type RolloutReward,
  type Score,
  scoreGroups,
  type SolutionColumns,
} from "../../../src/index.js";

type BuiltinReward = RolloutReward<SolutionColumns> | GroupReward<SolutionColumns>;

/** What a reward makes of the completions of one prompt, behind the scorer's gate. */
export async function resultsOf(
  reward: BuiltinReward,
  completions: readonly CompletionInput[],
  solution: SolutionColumns["solution"] = "42",
): Promise<RewardResult[]> {
  const { scores, verdicts } = await scoreGroups([{ columns: { solution }, completions }], reward);
  const [column = []] = scores[reward.name] ?? [];
  return column.map((score, i) => {
    const verdict = verdicts[reward.name]?.[0]?.[i];
    return { score, ...(verdict && { verdict }) };
  });
}

/** The scores of the completions of one prompt. */
export async function scoresOf(
  reward: BuiltinReward,
  completions: readonly CompletionInput[],
  solution?: SolutionColumns["solution"],
): Promise<Score[]> {
  return (await resultsOf(reward, completions, solution)).map(({ score }) => score);
}

/** The score of the only completion of a prompt; `undefined` would be a scorer that lost it. */
export async function scoreOf(
  reward: BuiltinReward,
  completion: CompletionInput,
  solution?: SolutionColumns["solution"],
): Promise<Score | undefined> {
  return (await scoresOf(reward, [completion], solution))[0];
}

interface Measured {
  readonly text: string;
  readonly tokenCount: number;
}

/** A right answer to the solution "42" that has so many tokens. */
export const right = (tokenCount: number): Measured => ({ text: "\\boxed{42}", tokenCount });

/** A wrong one. */
export const wrong = (tokenCount: number): Measured => ({ text: "\\boxed{41}", tokenCount });
