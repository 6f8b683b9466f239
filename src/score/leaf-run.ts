import type {
  Group,
  GroupReward,
  RewardContext,
  RewardResult,
  Rollout,
  RolloutReward,
} from "../core/index.js";
import { type MaybePromise, whenDone } from "./maybe-promise.js";
import { runBatch } from "./run-batch.js";
import { type ItemLimits, runItem, systemFault, toResult, toResults } from "./run-item.js";

/** Rollouts in request order, and which rows form a group. Every row stands in exactly one group. */
export interface Batch<C extends object = object> {
  readonly rollouts: readonly Rollout<C>[];
  readonly groups: readonly (readonly number[])[];
}

/** A reward that is no composition. */
export type LeafReward<C extends object> = RolloutReward<C> | GroupReward<C>;

/** The rows that a reward scores in one call: one, or those of a group. */
export type Unit = readonly number[];

/** Hears of a unit that is scored: its results, and the milliseconds of the call, where they are known. */
type OnUnit<U> = (unit: U, results: readonly RewardResult[], ms: number | null) => void;

/** What bounds units, and who hears at once of each that is scored. */
export interface UnitLimits extends ItemLimits {
  readonly onScored?: OnUnit<number>;
}

/** Scores units elsewhere, as in other threads. */
export interface Offload {
  /** Whether a reward is scored there from the start. */
  readonly takesAll: (reward: LeafReward<never>) => boolean;
  /** Whether what is left of a reward's work goes there, given the milliseconds that it would take here. */
  readonly takesRest: (reward: LeafReward<never>, msLeft: number) => boolean;
  /** One list of results per unit. It sees to the limits itself. */
  readonly run: (
    reward: LeafReward<never>,
    units: readonly Unit[],
    limits: UnitLimits,
  ) => Promise<readonly (readonly RewardResult[])[]>;
}

/** How long a reward is scored here before it is known how fast that is. */
const TRIAL_MS = 10;

/** The result of a row that nobody has asked for, such as one behind a gate that is closed. */
export const NOT_ASKED: RewardResult = Object.freeze({ score: null });

/** The results of one leaf, as far as they were asked for. */
export interface LeafRun {
  /** One result per row; {@link NOT_ASKED} for the rows that nobody has asked for. */
  readonly results: RewardResult[];
  /** The milliseconds of the call that scored a row, a group's at its first row; `null` where none is known. */
  readonly timings: (number | null)[];
  /** Scores those of the rows that are not scored yet, and waits for all of them. */
  readonly run: (rows: readonly number[]) => Promise<void>;
}

/** A group reward compares those of a group's completions that are asked for. */
function unitsOf(
  kind: "rollout" | "group",
  groups: readonly (readonly number[])[],
  rows: readonly number[],
): Unit[] {
  if (kind === "rollout") return rows.map((row) => [row]);
  const wanted = new Set(rows);
  return groups.map((group) => group.filter((row) => wanted.has(row))).filter((group) => group.length > 0);
}

function groupOf<C extends object>(rollouts: readonly Rollout<C>[]): Group<C> {
  const [first] = rollouts as [Rollout<C>];
  return { task: first.task, completions: rollouts.map(({ completion }) => completion) };
}

/** One call of a reward: a result for each rollout of the unit. */
export function scoreUnit<C extends object>(
  reward: LeafReward<C>,
  rollouts: readonly Rollout<C>[],
  limits: ItemLimits,
): MaybePromise<RewardResult[]> {
  if (reward.kind === "rollout") {
    const [rollout] = rollouts as [Rollout<C>];
    const called = runItem((context: RewardContext) => reward.score(rollout, context), limits);
    return whenDone(called, (outcome) => [
      "fault" in outcome ? systemFault(outcome.fault) : toResult(outcome.value),
    ]);
  }
  const group = groupOf(rollouts);
  const called = runItem((context: RewardContext) => reward.score(group, context), limits);
  return whenDone(called, (outcome) => {
    if ("fault" in outcome) return rollouts.map(() => systemFault(outcome.fault));
    const scored = toResults(outcome.value, rollouts.length);
    return rollouts.map((_, i) => scored[i] ?? systemFault("wrong_count"));
  });
}

/** Calls something, and goes on with its value and the milliseconds that it took. */
function timed<T, U>(call: () => MaybePromise<T>, next: (value: T, ms: number) => U): MaybePromise<U> {
  const start = performance.now();
  return whenDone(call(), (value) => next(value, performance.now() - start));
}

/** Runs items until it is aborted, or better to run the rest elsewhere; returns how many were begun. */
async function runUntilBetter(
  count: number,
  run: (index: number) => MaybePromise<void>,
  isBetterElsewhere: (msLeft: number) => boolean,
  signal: AbortSignal,
): Promise<number> {
  const start = performance.now();
  let done = 0;
  const runOne = (index: number): MaybePromise<void> =>
    whenDone(run(index), () => {
      done++;
    });
  const isBetter = (begun: number): boolean => {
    // What is begun and not done waits for something, and would not be faster elsewhere.
    if (begun === 0 || done < begun) return false;
    const ms = performance.now() - start;
    return ms > TRIAL_MS && isBetterElsewhere((ms / begun) * (count - begun));
  };
  return runBatch(count, runOne, (begun) => signal.aborted || isBetter(begun));
}

/** Settles each unit as soon as it is scored, and all in the end. */
async function scoreElsewhere(
  there: Offload,
  reward: LeafReward<never>,
  units: readonly Unit[],
  limits: ItemLimits,
  settle: OnUnit<Unit>,
): Promise<void> {
  const settled = new Set<number>();
  const onScored: OnUnit<number> = (index, results, ms) => {
    settled.add(index);
    settle(units[index] ?? [], results, ms);
  };
  const scored = await there.run(reward, units, { ...limits, onScored });
  scored.forEach((results, index) => {
    if (!settled.has(index)) onScored(index, results, null);
  });
}

/** Options of {@link leafRun}. */
export interface LeafRunOptions {
  readonly offload?: Offload;
  /** Hears of each unit as soon as it is scored, once. */
  readonly onScored?: (reward: string, rows: Unit, results: readonly RewardResult[]) => void;
}

/** Where the results of a leaf's units come to stand, by row. */
function createTable(
  count: number,
  onScored: (rows: Unit, results: readonly RewardResult[]) => void,
): Pick<LeafRun, "results" | "timings"> & { readonly settle: OnUnit<Unit> } {
  const results = new Array<RewardResult>(count).fill(NOT_ASKED);
  const timings = new Array<number | null>(count).fill(null);
  const settle: OnUnit<Unit> = (unit, scored, ms) => {
    unit.forEach((row, i) => {
      timings[row] = i === 0 ? ms : null;
      results[row] = scored[i] ?? systemFault("wrong_count");
    });
    onScored(unit, scored);
  };
  return { results, timings, settle };
}

/** Prepares the scoring of a leaf. A row is scored once, however often it is asked for. */
export function leafRun<C extends object>(
  reward: LeafReward<C>,
  batch: Batch<C>,
  limits: ItemLimits,
  { offload, onScored }: LeafRunOptions = {},
): LeafRun {
  const { results, timings, settle } = createTable(batch.rollouts.length, (rows, scored) =>
    onScored?.(reward.name, rows, scored),
  );
  const claimed = new Set<number>();
  let pending: Promise<unknown> = Promise.resolve();

  const scoreThere = (units: readonly Unit[], there: Offload): Promise<void> =>
    scoreElsewhere(there, reward, units, limits, settle);

  const scoreHere = async (units: readonly Unit[]): Promise<void> => {
    const scoreOne = (index: number): MaybePromise<void> => {
      const unit = units[index] ?? [];
      const rollouts = unit.map((row) => batch.rollouts[row] as Rollout<C>);
      return timed(
        () => scoreUnit(reward, rollouts, limits),
        (scored, ms) => settle(unit, scored, ms),
      );
    };
    const isBetterThere = (msLeft: number): boolean => offload?.takesRest(reward, msLeft) ?? false;
    const begun = await runUntilBetter(units.length, scoreOne, isBetterThere, limits.signal);
    const rest = units.slice(begun);
    if (offload && rest.length > 0 && !limits.signal.aborted) await scoreThere(rest, offload);
  };

  const start = (rows: readonly number[]): Promise<void> => {
    for (const row of rows) results[row] = systemFault("deadline");
    const units = unitsOf(reward.kind, batch.groups, rows);
    return offload?.takesAll(reward) ? scoreThere(units, offload) : scoreHere(units);
  };

  const run = async (rows: readonly number[]): Promise<void> => {
    const fresh = rows.filter((row) => !claimed.has(row));
    for (const row of fresh) claimed.add(row);
    pending = Promise.all([pending, start(fresh)]);
    await pending;
  };
  return { results, timings, run };
}
