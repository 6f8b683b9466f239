import { checkObject, RewardError } from "../../core/index.js";
import { flatten, forEachGroup, layoutOfSizes, type RewardBatch, sizesOf, split } from "../batch.js";
import { epsRule, type Estimator, type RewardGroups, runEstimator, unscorableRule } from "../estimator.js";
import { momentsOf } from "../statistics.js";
import { whiten, zeroMissing } from "../whitening.js";
import { grpo } from "./group-relative.js";

/** Options of {@link gdpo}. */
export interface GdpoOptions {
  /** The weight of each reward function by its name. @default 1 each */
  readonly weights?: Readonly<Record<string, number>>;
  /** Added to every deviation: 1e-4 in TRL, 1e-8 in ms-swift. @default 1e-4 */
  readonly eps?: number;
  /**
   * Whether a completion that no reward function scored beside a sibling stays out of the final whitening, as in TRL,
   * or takes part with the value 0, as in ms-swift. @default "exclude"
   */
  readonly unscorable?: "exclude" | "zero";
}

type Weights = NonNullable<GdpoOptions["weights"]>;

/** The weight of each name; a weight for a name without scores is a mistake. */
function checkedWeights(names: readonly string[], weights: Weights): (name: string) => number {
  const stray = Object.keys(weights).find((name) => !names.includes(name));
  if (stray === undefined) return (name) => weights[name] ?? 1;
  throw new RewardError(
    "bad_options",
    `There is a weight for "${stray}", but no scores of that name; there are ${names.join(", ") || "none"}.`,
  );
}

/** Scores normalised within their groups; NaN where there is none, or no other one in a group of several. */
function normalized(scores: Float64Array, { starts }: RewardBatch, eps: number): Float64Array {
  const result = grpo.compute({ rewards: scores, starts }, { eps });
  forEachGroup({ starts }, (from, to) => {
    const isAlone = to - from > 1 && momentsOf(scores, from, to).count === 1;
    for (let row = from; row < to; row++) if (isAlone || Number.isNaN(scores[row])) result[row] = Number.NaN;
  });
  return result;
}

function compute(
  batch: RewardBatch,
  { weights = {}, eps = 1e-4, unscorable = "exclude" }: GdpoOptions,
): Float64Array {
  const scores = Object.entries(batch.scores ?? {});
  const weightOf = checkedWeights(
    scores.map(([name]) => name),
    weights,
  );
  const sums = new Float64Array(batch.rewards.length).fill(unscorable === "zero" ? 0 : Number.NaN);
  for (const [name, column] of scores) {
    normalized(column, batch, eps).forEach((value, row) => {
      if (Number.isNaN(value)) return;
      const sum = sums[row] as number;
      sums[row] = (Number.isNaN(sum) ? 0 : sum) + weightOf(name) * value;
    });
  }
  return zeroMissing(whiten(sums, { eps, epsAt: "deviation" }));
}

/** GDPO. */
export const gdpoEstimator: Estimator<GdpoOptions> = {
  name: "gdpo",
  rules: {
    weights: {
      type: "object",
      additionalProperties: { type: "number" },
      description: "The weight of each reward function by its name; 1 by default.",
    },
    eps: epsRule,
    unscorable: unscorableRule,
  },
  needs: ["scores"],
  compute,
};

/**
 * GDPO (arXiv:2601.05242): each reward function's scores are normalised within the group, as GRPO's are, then summed
 * with their weights, and the sums are whitened over the batch: TRL's `normalize_then_sum`, and ms-swift's
 * `scale_rewards: "gdpo"` with `eps: 1e-8, unscorable: "zero"`. A function counts alike however far its scores spread.
 *
 * @param scores one list of groups per reward function, such as the `scores` of `scoreGroups`
 * @throws {RewardError} `bad_options` if there is a weight for a name that has no scores
 */
export function gdpo(scores: Readonly<Record<string, RewardGroups>>, options: GdpoOptions = {}): number[][] {
  checkObject("The scores", scores, "an object with the scores of each reward by its name");
  const [first = []] = Object.values(scores);
  const { starts } = layoutOfSizes(sizesOf(first));
  const flat = Object.fromEntries(Object.entries(scores).map(([name, groups]) => [name, flatten(groups)]));
  const batch = { rewards: flatten(first), starts, scores: flat };
  return split(runEstimator(gdpoEstimator, batch, options), starts);
}
