import { gdpo, groupRelative, leaveOneOut, rewardMetrics } from "../../../src/advantage/index.js";
import { RewardError, type Score, tagCount, weightedSum } from "../../../src/index.js";
import type { Adapter, System, Vector } from "../vector.js";

type Rows = readonly (readonly (number | "NaN" | null)[])[];

/** The reward of each completion: the weighted sum of its functions' values. A NaN is `null` behind the score gate. */
function rewardsOf({ inputs }: Vector, weights: readonly number[] | null): Score[] {
  return (inputs.rewards_per_func as Rows).map((values) => {
    const terms = values.map((_, i) => [tagCount(), weights?.[i] ?? 1] as const);
    return weightedSum(...terms).combine(values.map((value) => (value === "NaN" ? null : value)));
  });
}

const scorable = (value: number | "NaN" | null): Score => (value === "NaN" ? null : value);

/** The trainers lay out their batch group by group. */
function inGroups<T>(values: readonly T[], size: unknown): T[][] {
  const count = size as number;
  return Array.from({ length: values.length / count }, (_, g) => values.slice(g * count, (g + 1) * count));
}

/** The groups of each function's scores, named as TRL's metrics name them in the vectors. */
function scoresOf({ inputs, params }: Vector): Record<string, Score[][]> {
  const rows = inputs.rewards_per_func as Rows;
  const names = (rows[0] ?? []).map((_, i) => `f${i}`);
  return Object.fromEntries(
    names.map((name, i) => [
      name,
      inGroups(
        rows.map((values) => scorable(values[i] ?? null)),
        params.num_generations,
      ),
    ]),
  );
}

/** JSON has no NaN, so the vectors write its name. */
const withNames = (values: Readonly<Record<string, number>>): Record<string, number | string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Number.isNaN(value) ? "NaN" : value]),
  );

function grpoAdvantages(vector: Vector, rewards: readonly Score[][]): number[][] {
  const { scale_rewards, multi_objective_aggregation = "sum_then_normalize" } = vector.params;
  if (multi_objective_aggregation === "sum_then_normalize") {
    return groupRelative(rewards, { scale: SCALES.get(scale_rewards) as "group" });
  }
  if (multi_objective_aggregation !== "normalize_then_sum") {
    throw new RewardError("bad_options", `There is no aggregation ${String(multi_objective_aggregation)}.`);
  }
  const weights = Object.fromEntries((weightsOf(vector) ?? []).map((weight, i) => [`f${i}`, weight]));
  return gdpo(scoresOf(vector), { weights });
}

const SCALES = new Map<unknown, "group" | "batch" | "none">([
  ["group", "group"],
  ["batch", "batch"],
  ["none", "none"],
  [true, "group"],
  [false, "none"],
]);

const weightsOf = ({ params }: Vector): readonly number[] | null =>
  (params.reward_weights ?? null) as readonly number[] | null;

/**
 * Normalised before they are summed, rewards have no deviation where no completion has an advantage. A completion
 * counts if a function scored it beside a sibling, or if it has none.
 */
function zeroShareOfSums(vector: Vector, advantages: readonly number[][]): number {
  const scores = Object.values(scoresOf(vector));
  const counts = (values: readonly Score[], row: number): boolean =>
    values[row] !== null && (values.length === 1 || values.filter((value) => value !== null).length > 1);
  const sums = advantages.map((group, g) =>
    group.map((value, row) => (scores.some((groups) => counts(groups[g] ?? [], row)) ? value : null)),
  );
  return rewardMetrics({ scores: {}, rewards: sums }, { scale: "batch" }).frac_reward_zero_std as number;
}

const advantages: Pick<Adapter, "expected" | "tolerance"> = {
  expected: ({ expected }) => (expected as { advantages: unknown }).advantages,
  tolerance: { absolute: 1e-4, relative: 1e-3 },
};

const trlAdvantages: System = {
  adapters: {
    "trl.grpo_advantages": {
      tolerance: { absolute: 1e-4, relative: 1e-3 },
      run: (vector) => {
        const { num_generations, scale_rewards, multi_objective_aggregation } = vector.params;
        const rewards = inGroups(rewardsOf(vector, weightsOf(vector)), num_generations);
        const advantages = grpoAdvantages(vector, rewards);
        const metrics = rewardMetrics(
          { scores: scoresOf(vector), rewards },
          { scale: scale_rewards === "batch" ? "batch" : "group" },
        );
        const isGdpo = multi_objective_aggregation === "normalize_then_sum";
        const share = isGdpo ? zeroShareOfSums(vector, advantages) : metrics.frac_reward_zero_std;
        return {
          advantages: advantages.flat(),
          metrics: withNames({ ...metrics, frac_reward_zero_std: share as number }),
        };
      },
    },
    "trl.rloo_advantages": {
      ...advantages,
      run: (vector) => {
        const { num_generations, normalize_advantages, reward_clip_range } = vector.params;
        const clip = reward_clip_range as [number, number] | null;
        const options = { normalize: normalize_advantages as boolean, ...(clip && { clip }) };
        return leaveOneOut(inGroups(rewardsOf(vector, weightsOf(vector)), num_generations), options).flat();
      },
    },
    // The async worker scores one group at a time and leaves the reward weights out.
    "trl.async_grpo_advantages": {
      ...advantages,
      tolerance: { absolute: 1e-9 },
      run: (vector) => groupRelative([rewardsOf(vector, null)], { preset: "trl-async" }).flat(),
    },
    "trl.nanstd": {
      tolerance: { absolute: 1e-6 },
      run: ({ inputs }) =>
        withNames(rewardMetrics({ scores: {}, rewards: [inputs.values as Score[]] })).reward_std,
    },
  },
  definedHere: [
    {
      reason: "An aggregation that does not exist is a mistake of the caller.",
      returns: { "trl.grpo_advantages#155": "bad_options" },
    },
  ],
};

export default trlAdvantages;
