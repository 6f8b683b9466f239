import { checkList, checkObject, RewardError } from "../../core/index.js";
import { type GroupId, rowsByGroup } from "../grouping.js";
import { checkRows, discountedReturns, type TokenAdvantages, type TokenRows } from "./rows.js";

/** What {@link optimalTokenBaseline} reads besides the rewards. */
export interface OptimalTokenBaselineInput {
  /** The prompt of each completion; equal ids form a group. */
  readonly groups: readonly GroupId[];
  /** Log-probability of each token under the policy that sampled it. */
  readonly logProbs: TokenRows;
  /** The sum of the squared probabilities of the whole vocabulary at each token. */
  readonly sumPiSquared: TokenRows;
  /** Importance weight of each token under the training policy; 1 by default. */
  readonly importance?: TokenRows;
  /** Keeps the weights' sum from 0. @default 1e-8 */
  readonly eps?: number;
  /** Whether tokens of the longest completion that no sibling reaches have the baseline 0. @default false */
  readonly zeroTail?: boolean;
}

/** W(t) = Σ over tokens j up to t of (1 - 2π(j) + Σπ²(j)) × importance²: the energy of the gradient so far. */
function energies({ logProbs, sumPiSquared, importance }: OptimalTokenBaselineInput): number[][] {
  return logProbs.map((row, i) => {
    let energy = 0;
    return row.map((logProb, t) => {
      const ratio = importance?.[i]?.[t] ?? 1;
      energy += (1 - 2 * Math.exp(logProb) + (sumPiSquared[i]?.[t] as number)) * ratio * ratio;
      return energy;
    });
  });
}

/** The weighted mean return of the rows that reach token `t`, and how many do. */
function baselineAt(
  rows: readonly number[],
  t: number,
  returns: TokenRows,
  weights: TokenRows,
  eps: number,
): { readonly baseline: number; readonly reaching: number } {
  let weighted = 0;
  let total = eps;
  let reaching = 0;
  for (const row of rows) {
    const weight = weights[row]?.[t];
    if (weight === undefined) continue;
    reaching++;
    weighted += weight * (returns[row]?.[t] as number);
    total += weight;
  }
  return { baseline: total === 0 ? 0 : weighted / total, reaching };
}

/**
 * The optimal token baseline of verl's `optimal_token_baseline`: the return of each token minus
 * B(t) = Σ return(t) W(t) / (Σ W(t) + eps) over the siblings that are at least t tokens long, where W(t) is the energy
 * that the gradient of a completion has gathered up to t. A completion without siblings keeps its return.
 *
 * @param rewards one list of token rewards per completion
 * @throws {RewardError} `bad_input` if shapes differ or a value is not finite
 */
export function optimalTokenBaseline(rewards: TokenRows, input: OptimalTokenBaselineInput): TokenAdvantages {
  checkObject("The input", input, "an object with groups, logProbs and sumPiSquared");
  const { groups, logProbs, sumPiSquared, importance, eps = 1e-8, zeroTail = false } = input;
  checkRows(rewards, { logProbs, sumPiSquared, ...(importance && { importance }) });
  checkList('"groups"', groups, "a list with one id per completion");
  if (groups.length !== rewards.length) {
    throw new RewardError(
      "bad_input",
      `"groups" has ${groups.length} ids for ${rewards.length} completions.`,
    );
  }
  const returns = discountedReturns(rewards, 1);
  const advantages = returns.map((row) => row.slice());
  const weights = energies(input);
  for (const rows of rowsByGroup(groups).filter(({ length }) => length > 1)) {
    const longest = rows.reduce((length, row) => Math.max(length, returns[row]?.length ?? 0), 0);
    for (let t = 0; t < longest; t++) {
      const { baseline, reaching } = baselineAt(rows, t, returns, weights, eps);
      if (zeroTail && reaching === 1) continue;
      for (const row of rows) {
        const own = advantages[row] as number[];
        if (t < own.length) own[t] = (own[t] as number) - baseline;
      }
    }
  }
  return { advantages, returns };
}
