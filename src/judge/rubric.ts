/** What a judge decides about a completion, and how much it counts. */
export interface Criterion {
  readonly criterion: string;
  /** A negative weight is for what a completion should not do. @default 1 */
  readonly weight?: number;
}

/** What a completion is judged by. */
export interface Rubric {
  readonly criteria: readonly Criterion[];
  /** The greatest score of a criterion; 0 is the least, and all are whole numbers. */
  readonly scale: number;
}

/** The name of a criterion in prompts and verdicts. */
export const criterionKey = (index: number): string => `criterion_${index + 1}`;

/** The sum of weight times score over the sum of the weights' magnitudes, each score from 0 to 1. */
export function weightedScore({ criteria, scale }: Rubric, scores: readonly number[]): number {
  const weights = criteria.map(({ weight = 1 }) => weight);
  const total = weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
  return weights.reduce((sum, weight, i) => sum + (weight * (scores[i] ?? 0)) / scale, 0) / total;
}

/** The score of a completion that meets no criterion of positive weight and every other. */
export function leastScore(rubric: Rubric): number {
  return weightedScore(
    rubric,
    rubric.criteria.map(({ weight = 1 }) => (weight < 0 ? rubric.scale : 0)),
  );
}
