import { checkList, RewardError } from "../../core/index.js";

/** One list per completion, one value per token that the policy sampled; tokens of tools are left out. */
export type TokenRows = readonly (readonly number[])[];

/** Advantages and returns of each token. */
export interface TokenAdvantages {
  readonly advantages: number[][];
  readonly returns: number[][];
}

/** @throws {RewardError} `bad_input` if the rows differ in shape, or a value is not finite */
export function checkRows(rewards: TokenRows, columns: Readonly<Record<string, TokenRows>>): void {
  for (const [name, rows] of Object.entries({ rewards, ...columns })) {
    checkList(`"${name}"`, rows, "a list with one list of numbers per completion");
    for (const row of rows) checkList(`A row of "${name}"`, row, "the list of its tokens' numbers");
    const isAligned =
      rows.length === rewards.length && rows.every((row, i) => row.length === rewards[i]?.length);
    if (!isAligned)
      throw new RewardError("bad_input", `"${name}" must have one value per token of "rewards".`);
    if (!rows.every((row) => row.every((value) => Number.isFinite(value)))) {
      throw new RewardError("bad_input", `"${name}" must be finite numbers.`);
    }
  }
}

/**
 * Token rewards of completions that are scored as a whole: the score on the last token, 0 before it.
 *
 * @param scores one score per completion; `null` counts 0
 * @param lengths tokens of each completion
 * @throws {RewardError} `bad_input` if there is not a number of tokens for each score
 */
export function rewardLastToken(scores: readonly (number | null)[], lengths: readonly number[]): number[][] {
  checkList("The scores", scores, "a list with one per completion");
  checkList("The lengths", lengths, "a list with the tokens of each completion");
  if (
    scores.length !== lengths.length ||
    !lengths.every((length) => Number.isInteger(length) && length >= 0)
  ) {
    throw new RewardError("bad_input", "There must be a number of tokens, 0 or more, for each score.");
  }
  return lengths.map((length, row) => {
    const rewards = new Array<number>(length).fill(0);
    if (length > 0) rewards[length - 1] = scores[row] ?? 0;
    return rewards;
  });
}

/** Σ γ^(s-t) × reward of token s, over the tokens s from t on. */
export function discountedReturns(rewards: TokenRows, gamma: number): number[][] {
  return rewards.map((row) => {
    let running = 0;
    const returns = new Array<number>(row.length);
    for (let t = row.length - 1; t >= 0; t--) {
      running = (row[t] as number) + gamma * running;
      returns[t] = running;
    }
    return returns;
  });
}
