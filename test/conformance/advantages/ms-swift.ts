import { gdpo, groupRelative, leaveOneOut, reinforcePlusPlusBaseline } from "../../../src/advantage/index.js";
import type { Score } from "../../../src/index.js";
import type { Adapter, Deviation, Vector } from "../vector.js";

/** Values group after group. */
function inGroups<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: values.length / size }, (_, g) => values.slice(g * size, (g + 1) * size));
}

/** The weighted sum of a row, in which a missing score counts 0. */
function rewardOf(scores: readonly Score[], weights: readonly number[] | null): number {
  return scores.reduce<number>((sum, score, i) => sum + (weights?.[i] ?? 1) * (score ?? 0), 0);
}

const MISSING_IS_ZERO = { unscorable: "zero" } as const;

function byEstimator(vector: Vector, rewards: number[][]): number[][] {
  const { advantage_estimator, scale_rewards } = vector.params;
  const scale = scale_rewards as "group" | "batch" | "none";
  if (advantage_estimator === "rloo") return leaveOneOut(rewards, { ...MISSING_IS_ZERO, scale });
  if (advantage_estimator === "reinforce_plus_plus" && scale === "batch") {
    return reinforcePlusPlusBaseline(rewards, {
      ...MISSING_IS_ZERO,
      singleton: "zero",
      eps: 1e-4,
      epsAt: "deviation",
    });
  }
  return groupRelative(rewards, { preset: "ms-swift", scale });
}

function byGdpo(
  rows: readonly (readonly Score[])[],
  weights: readonly number[] | null,
  size: number,
): number[][] {
  const names = (rows[0] ?? []).map((_, i) => `f${i}`);
  const scores = names.map((name, i) => [
    name,
    inGroups(
      rows.map((row) => row[i] ?? null),
      size,
    ),
  ]);
  return gdpo(Object.fromEntries(scores) as Record<string, Score[][]>, {
    ...MISSING_IS_ZERO,
    eps: 1e-8,
    weights: Object.fromEntries(names.map((name, i) => [name, weights?.[i] ?? 1])),
  });
}

/** ms-swift's estimators. */
export const msSwiftAdvantages: Adapter = {
  tolerance: { absolute: 1e-4, relative: 1e-3 },
  expected: ({ expected }) => (expected as { advantages: unknown }).advantages,
  run: (vector) => {
    const { num_generations, reward_weights, scale_rewards } = vector.params;
    const rows = vector.inputs.rewards_per_func as readonly (readonly Score[])[];
    const weights = (reward_weights ?? null) as readonly number[] | null;
    const size = num_generations as number;
    if (scale_rewards === "gdpo") return byGdpo(rows, weights, size).flat();
    const rewards = rows.map((row) => rewardOf(row, weights));
    return byEstimator(vector, inGroups(rewards, size)).flat();
  },
};

export const msSwiftDeviations: readonly Deviation[] = [
  {
    reason: "The only completion of a batch has no deviation: NaN would end the training run.",
    returns: { "ms_swift.advantages#063": [0] },
  },
];
