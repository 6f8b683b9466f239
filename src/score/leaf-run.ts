import type { Group, GroupReward, RewardResult, Rollout, RolloutReward } from "../core/index.js";
import { runBatch } from "./run-batch.js";
import { type ItemLimits, runItem, systemFault, toResult, toResults } from "./run-item.js";

/** Rollouts in request order, and which rows form a group. Every row stands in exactly one group. */
export interface Batch<C extends object = object> {
  readonly rollouts: readonly Rollout<C>[];
  readonly groups: readonly (readonly number[])[];
}

/** A reward that is no composition. */
export type LeafReward<C extends object> = RolloutReward<C> | GroupReward<C>;

/** The results of one leaf, as far as they were asked for. */
export interface LeafRun {
  /** One result per row; `{ score: null }` for the rows that nobody has asked for. */
  readonly results: RewardResult[];
  /** Scores those of the rows that are not scored yet, and waits for all of them. */
  readonly run: (rows: readonly number[]) => Promise<void>;
}

async function scoreRollouts<C extends object>(
  reward: RolloutReward<C>,
  { rollouts }: Batch<C>,
  rows: readonly number[],
  results: RewardResult[],
  limits: ItemLimits,
): Promise<void> {
  const scoreRow = async (index: number): Promise<void> => {
    const row = rows[index] ?? 0;
    const rollout = rollouts[row] as Rollout<C>;
    const outcome = await runItem((context) => reward.score(rollout, context), limits);
    results[row] = "fault" in outcome ? systemFault(outcome.fault) : toResult(outcome.value);
  };
  await runBatch(rows.length, scoreRow, () => limits.signal.aborted);
}

function groupOf<C extends object>({ rollouts }: Batch<C>, rows: readonly number[]): Group<C> {
  const members = rows.map((row) => rollouts[row] as Rollout<C>);
  const [first] = members as [Rollout<C>];
  return { task: first.task, completions: members.map(({ completion }) => completion) };
}

async function scoreGroups<C extends object>(
  reward: GroupReward<C>,
  batch: Batch<C>,
  rows: readonly number[],
  results: RewardResult[],
  limits: ItemLimits,
): Promise<void> {
  const wanted = new Set(rows);
  const groups = batch.groups
    .map((group) => group.filter((row) => wanted.has(row)))
    .filter((group) => group.length > 0);
  const scoreGroup = async (index: number): Promise<void> => {
    const members = groups[index] ?? [];
    const group = groupOf(batch, members);
    const outcome = await runItem((context) => reward.score(group, context), limits);
    const scored =
      "fault" in outcome
        ? members.map(() => systemFault(outcome.fault))
        : toResults(outcome.value, members.length);
    members.forEach((row, i) => (results[row] = scored[i] ?? systemFault("wrong_count")));
  };
  await runBatch(groups.length, scoreGroup, () => limits.signal.aborted);
}

/** Prepares the scoring of a leaf. A row is scored once, however often it is asked for. */
export function leafRun<C extends object>(
  reward: LeafReward<C>,
  batch: Batch<C>,
  limits: ItemLimits,
): LeafRun {
  const results = batch.rollouts.map((): RewardResult => ({ score: null }));
  const claimed = new Set<number>();
  let pending: Promise<unknown> = Promise.resolve();
  const start = (rows: readonly number[]): Promise<void> => {
    for (const row of rows) results[row] = systemFault("deadline");
    return reward.kind === "rollout"
      ? scoreRollouts(reward, batch, rows, results, limits)
      : scoreGroups(reward, batch, rows, results, limits);
  };
  const run = async (rows: readonly number[]): Promise<void> => {
    const fresh = rows.filter((row) => !claimed.has(row));
    for (const row of fresh) claimed.add(row);
    pending = Promise.all([pending, start(fresh)]);
    await pending;
  };
  return { results, run };
}
