import { type AdvantageOptions, estimateAdvantages } from "../advantage/index.js";
import { columnValue, type Score } from "../core/index.js";
import type { Batch } from "./leaf-run.js";

/** What an estimator may read beside the rewards. */
export interface AdvantageColumns {
  /** Tokens of each row; by default the `n_tokens` of each rollout, where every one has it. */
  readonly lengths?: readonly Score[];
  /** The reward that each row is compared with. */
  readonly baselines?: readonly Score[];
  /** The scores of each reward by its name, for estimators that look at them one by one. */
  readonly scores?: Readonly<Record<string, readonly Score[]>>;
}

function groupOfRow({ rollouts, groups }: Batch): Uint32Array {
  const numbers = new Uint32Array(rollouts.length);
  groups.forEach((rows, group) => {
    for (const row of rows) numbers[row] = group;
  });
  return numbers;
}

function tokenCounts({ rollouts }: Batch): number[] | undefined {
  const counts = rollouts.map((rollout) => columnValue(rollout, "n_tokens"));
  const isCount = (count: unknown): count is number => Number.isSafeInteger(count) && (count as number) >= 0;
  return counts.every(isCount) ? counts : undefined;
}

/**
 * Advantages of a scored batch, one per row.
 *
 * @param rewards the reward of each row
 * @throws {RewardError} `bad_options`, or `bad_input` if the estimator needs a column that is not there
 */
export function batchAdvantages(
  batch: Batch,
  rewards: readonly Score[],
  options: AdvantageOptions,
  { lengths = tokenCounts(batch), baselines, scores }: AdvantageColumns,
): number[] {
  const columns = { ...(lengths && { lengths }), ...(baselines && { baselines }), ...(scores && { scores }) };
  return [...estimateAdvantages({ rewards, groups: groupOfRow(batch), ...columns }, options)];
}
