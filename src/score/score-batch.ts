import {
  columnValue,
  type ExtraValue,
  type Group,
  type GroupReward,
  RewardError,
  type RewardFunction,
  type RewardResult,
  type Rollout,
  type RolloutReward,
  type Score,
} from "../core/index.js";
import { runBatch } from "./run-batch.js";
import { type ItemLimits, runItem, systemFault, toResult, toResults } from "./run-item.js";

/** Rollouts in request order, and which rows form a group. Every row stands in exactly one group. */
export interface Batch<C extends object = object> {
  readonly rollouts: readonly Rollout<C>[];
  readonly groups: readonly (readonly number[])[];
}

/** Limits of one scoring call. */
export interface ScoreOptions {
  /** How long an asynchronous item may take. What takes longer is `null` with the status `system:timeout`. @default 5000 */
  readonly itemTimeoutMs?: number;
  /** How long the call may take. Items not done by then are `null` with the status `system:deadline`. */
  readonly deadlineMs?: number;
  /** Cancels the call: it rejects with a {@link RewardError} `cancelled`. */
  readonly signal?: AbortSignal;
}

/** The results of a batch: one per leaf reward and row, and the combined reward of each row. */
export interface BatchResult {
  /** Results by reward name, in row order. */
  readonly results: ReadonlyMap<string, readonly RewardResult[]>;
  /** Values for logging by `"<reward>.<name>"`, in row order: every name that a reward declares is there. */
  readonly extra: ReadonlyMap<string, readonly ExtraValue[]>;
  /** The reward of each row: the score of a single reward, or what a composition makes of its parts. */
  readonly rewards: readonly Score[];
}

type LeafReward<C extends object> = RolloutReward<C> | GroupReward<C>;

/** The rewards that are run, once each, in order of appearance. */
function leavesOf<C extends object>(reward: RewardFunction<C>): LeafReward<C>[] {
  switch (reward.kind) {
    case "composite":
      return reward.parts.flatMap(leavesOf);
    case "rollout":
    case "group":
      return [reward];
    default:
      throw new RewardError("bad_input", `This is no reward: ${describe(reward)}`);
  }
}

/** Callers without a type checker pass the factory, or a list. */
function describe(value: unknown): string {
  if (typeof value === "function")
    return `a function. Call it to make the reward: ${value.name || "accuracy"}().`;
  return Array.isArray(value) ? "a list. Join rewards with weightedSum." : `${String(value)}.`;
}

function checkNames(leaves: readonly { readonly name: string }[]): void {
  const names = new Set<string>();
  for (const { name } of leaves) {
    if (names.has(name)) {
      throw new RewardError(
        "bad_input",
        `Two rewards have the key "${name}"; give one another: { ...reward, name: "${name}_2" }, or "key" over the bridge.`,
      );
    }
    names.add(name);
  }
}

function checkColumns(leaves: readonly LeafReward<never>[], rollouts: readonly Rollout[]): void {
  for (const { name, columns } of leaves) {
    for (const column of columns) {
      const row = rollouts.findIndex((rollout) => columnValue(rollout, column) === undefined);
      if (row < 0) continue;
      throw new RewardError(
        "missing_column",
        `The reward ${name} needs the column "${column}"; row ${row} has none.`,
      );
    }
  }
}

function groupOf<C extends object>({ rollouts }: Batch<C>, rows: readonly number[]): Group<C> {
  const members = rows.map((row) => rollouts[row] as Rollout<C>);
  const [first] = members as [Rollout<C>];
  return { task: first.task, completions: members.map(({ completion }) => completion) };
}

async function scoreRollouts<C extends object>(
  reward: RolloutReward<C>,
  { rollouts }: Batch<C>,
  limits: ItemLimits,
): Promise<RewardResult[]> {
  const results = rollouts.map(() => systemFault("deadline"));
  const scoreRow = async (row: number): Promise<void> => {
    const rollout = rollouts[row] as Rollout<C>;
    const outcome = await runItem((context) => reward.score(rollout, context), limits);
    results[row] = "fault" in outcome ? systemFault(outcome.fault) : toResult(outcome.value);
  };
  await runBatch(rollouts.length, scoreRow, () => limits.signal.aborted);
  return results;
}

async function scoreGroupsOf<C extends object>(
  reward: GroupReward<C>,
  batch: Batch<C>,
  limits: ItemLimits,
): Promise<RewardResult[]> {
  const results = batch.rollouts.map(() => systemFault("deadline"));
  const scoreGroup = async (index: number): Promise<void> => {
    const rows = batch.groups[index] ?? [];
    if (rows.length === 0) return;
    const group = groupOf(batch, rows);
    const outcome = await runItem((context) => reward.score(group, context), limits);
    const scored =
      "fault" in outcome ? rows.map(() => systemFault(outcome.fault)) : toResults(outcome.value, rows.length);
    rows.forEach((row, i) => (results[row] = scored[i] ?? systemFault("wrong_count")));
  };
  await runBatch(batch.groups.length, scoreGroup, () => limits.signal.aborted);
  return results;
}

function extraOf(
  leaves: readonly LeafReward<never>[],
  results: ReadonlyMap<string, readonly RewardResult[]>,
): Map<string, ExtraValue[]> {
  const columns = leaves.flatMap(({ name, extra }) =>
    extra.map((key): [string, ExtraValue[]] => {
      const values = (results.get(name) ?? []).map((result) => result.extra?.[key] ?? null);
      return [`${name}.${key}`, values];
    }),
  );
  return new Map(columns);
}

function rewardsOf(
  reward: RewardFunction<never>,
  results: ReadonlyMap<string, readonly RewardResult[]>,
  count: number,
): Score[] {
  if (reward.kind !== "composite") return (results.get(reward.name) ?? []).map(({ score }) => score);
  const parts = reward.parts.map((part) => rewardsOf(part, results, count));
  const combineRow = (row: number): Score => reward.combine(parts.map((part) => part[row] ?? null));
  return Array.from({ length: count }, (_, row) => toResult(combineRow(row)).score);
}

/**
 * Scores a batch with one reward or a composition of rewards. An item that fails is `null` with a verdict that
 * says why; the call itself rejects only for a caller's mistake.
 *
 * @throws {RewardError} `bad_input` for two rewards of the same name, `missing_column`, or `cancelled`
 */
export async function scoreBatch<C extends object>(
  batch: Batch<C>,
  reward: RewardFunction<C>,
  { itemTimeoutMs = 5000, deadlineMs, signal }: ScoreOptions = {},
): Promise<BatchResult> {
  const leaves = leavesOf(reward);
  checkNames(leaves);
  checkColumns(leaves, batch.rollouts);
  const failure = new AbortController();
  const signals = [
    failure.signal,
    signal,
    deadlineMs === undefined ? undefined : AbortSignal.timeout(deadlineMs),
  ];
  const limits = { itemTimeoutMs, signal: AbortSignal.any(signals.filter((each) => each !== undefined)) };
  const scoreLeaf = (leaf: LeafReward<C>): Promise<RewardResult[]> =>
    leaf.kind === "rollout" ? scoreRollouts(leaf, batch, limits) : scoreGroupsOf(leaf, batch, limits);
  const scored = await Promise.all(leaves.map(scoreLeaf)).catch((error: unknown) => {
    failure.abort();
    throw error;
  });
  if (signal?.aborted) throw new RewardError("cancelled", "The scoring call was cancelled.");
  const results = new Map(leaves.map(({ name }, i) => [name, scored[i] ?? []]));
  return {
    results,
    extra: extraOf(leaves, results),
    rewards: rewardsOf(reward, results, batch.rollouts.length),
  };
}
