import { checkObject, RewardError, type Score } from "../../core/index.js";
import { checkGroups } from "../batch.js";
import type { RewardGroups } from "../estimator.js";
import { isScorable } from "../statistics.js";
import { type Estimate, type EstimateOptions, normalEstimate } from "./intervals.js";
import { checkDraws } from "./pass-at-k.js";

/** Options of {@link bestOfN}. */
export interface BestOfNOptions extends EstimateOptions {
  /** Completions of which the best is chosen. */
  readonly n: number;
  /** What the best is chosen by, such as a reward model's scores; the scores themselves by default. */
  readonly by?: RewardGroups;
}

interface Candidate {
  readonly value: number;
  readonly rank: number;
}

function candidatesOf(scores: readonly Score[], by: readonly Score[] | undefined): Candidate[] {
  if (by !== undefined && by.length !== scores.length) {
    throw new RewardError(
      "bad_input",
      `"by" has ${by.length} values for a problem of ${scores.length} scores.`,
    );
  }
  return scores
    .map((value, i) => ({ value, rank: by === undefined ? value : (by[i] as Score) }))
    .filter((each): each is Candidate => isScorable(each.value) && isScorable(each.rank))
    .sort((a, b) => a.rank - b.rank);
}

/** The mean over all sets of n of the value of the highest rank; candidates of one rank count their mean. */
function expectedBest(candidates: readonly Candidate[], n: number): number {
  const total = candidates.length;
  let expected = 0;
  let isBest = n / total;
  for (let end = total; end > 0;) {
    let start = end;
    let sum = 0;
    let weight = 0;
    while (start > 0 && candidates[start - 1]?.rank === candidates[end - 1]?.rank) {
      start--;
      sum += (candidates[start] as Candidate).value;
      weight += isBest;
      isBest *= start === 0 ? 0 : Math.max(start - n + 1, 0) / start;
    }
    expected += (weight * sum) / (end - start);
    end = start;
  }
  return expected;
}

/**
 * Best-of-n: the mean score of the best of n completions, without bias over all sets of n of each problem's
 * completions, averaged over the problems. With `by` the best is chosen by another score, as a reward model does at
 * inference. Completions without a score, or without a value to choose by, are left out. The interval is the normal
 * one over problems, since scores have no bounds; it needs two problems.
 *
 * @param groups one list of scores per problem
 * @throws {RewardError} `bad_options` for an `n` or a confidence without meaning, `bad_input` for fewer than n scores
 */
export function bestOfN(groups: RewardGroups, options: BestOfNOptions): Estimate {
  checkGroups(groups);
  checkObject("The options of bestOfN", options, "an object such as { n: 4 }");
  const { n, by, ...interval } = options;
  if (by !== undefined) checkGroups(by);
  const problems = groups.map((scores, i) => candidatesOf(scores, by && (by[i] ?? [])));
  checkDraws(
    "n",
    n,
    problems.map((candidates) => candidates.length),
  );
  return normalEstimate(
    problems.map((candidates) => expectedBest(candidates, n)),
    interval,
  );
}
