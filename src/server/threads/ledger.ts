import { RewardError, type RewardResult } from "../../core/index.js";
import { systemFault, type Unit, type UnitLimits } from "../../score/index.js";
import { cancel, claimsOf, createBoard, release } from "./board.js";
import type { Job, Order, Problem, Report, Task } from "./job.js";
import type { Activity } from "./slot.js";

/** One list of results per unit. */
type Results = readonly (readonly RewardResult[])[];

/** What is to be scored, and what is: nothing here knows of threads but their numbers. */
export interface Ledger {
  /** Resolves when every unit is scored, or has a reason why it is not. */
  readonly add: (task: Task, units: readonly Unit[], limits: UnitLimits) => Promise<Results>;
  readonly jobs: () => readonly Job[];
  readonly record: (report: Report) => void;
  /**
   * Whether a thread has been at a unit for too long, which is then settled as `system:timeout`; or for a
   * while at one that nobody waits for any more.
   */
  readonly isOverdue: (activity: Activity) => boolean;
  /** What a thread was at when it died gets one more chance. */
  readonly blame: (activity: Activity) => void;
  /** Lays out once more what a thread that is gone had claimed. */
  readonly takeBack: (thread: number) => void;
  /** Lays out, once at most, what waits for a thread that one unit holds: others may be faster. */
  readonly share: (thread: number, holding: Activity) => void;
  readonly fail: (error: Error) => void;
}

/** Units of one call. */
interface Call {
  readonly task: Task;
  readonly units: readonly Unit[];
  readonly limits: UnitLimits;
  readonly results: (readonly RewardResult[] | null)[];
  /** How often each unit was being scored when its thread died. */
  readonly deaths: Map<number, number>;
  /** Units that were laid out again while a thread that may yet score them was held. */
  readonly shared: Set<number>;
  readonly finish: (outcome: Results | Error) => void;
  missing: number;
}

/** Units of a call that were laid out together: `numbers` says which. */
interface Dispatch {
  readonly call: Call;
  readonly numbers: readonly number[];
  readonly job: Job;
}

/** What was cancelled, or is past its deadline, may still come to its end in this time. */
const ABANDONED_MS = 100;

/** A unit that was being scored when so many threads died is not tried again. */
const MAX_DEATHS = 2;

const faults = (unit: Unit | undefined, reason: string): RewardResult[] =>
  (unit ?? []).map(() => systemFault(reason));

const toError = ({ message, code }: Problem): Error =>
  code === null ? new Error(message) : new RewardError(code, message);

function settle(call: Call, unit: number, results: readonly RewardResult[], ms: number | null = null): void {
  if (call.results[unit] !== null) return;
  call.results[unit] = results;
  call.limits.onScored?.(unit, results, ms);
  call.missing--;
  if (call.missing === 0) call.finish(call.results.map((each) => each ?? []));
}

/** Settles all that is open: the call is cancelled, or its time is over. */
function abandon(call: Call): void {
  call.units.forEach((unit, number) => settle(call, number, faults(unit, "deadline")));
}

/** @param tell reaches all threads */
export function createLedger(tell: (order: Order) => void): Ledger {
  const dispatches = new Map<number, Dispatch>();
  let lastJob = 0;

  const layOut = (call: Call, numbers: readonly number[]): void => {
    const units = numbers.map((number) => call.units[number] ?? []);
    const board = createBoard(units.length);
    const job: Job = { ...call.task, id: ++lastJob, units, board, itemTimeoutMs: call.limits.itemTimeoutMs };
    dispatches.set(job.id, { call, numbers, job });
    tell({ begin: job });
  };

  const clear = (call: Call): void => {
    for (const { call: other, job } of [...dispatches.values()]) {
      if (other !== call) continue;
      cancel(job.board);
      tell({ cancel: job.id });
      dispatches.delete(job.id);
    }
  };

  const add = (task: Task, units: readonly Unit[], limits: UnitLimits): Promise<Results> =>
    new Promise((resolve, reject) => {
      const finish = (outcome: Results | Error): void => {
        clear(call);
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      };
      const open = {
        results: units.map(() => null),
        missing: units.length,
        deaths: new Map<number, number>(),
        shared: new Set<number>(),
      };
      const call: Call = { task, units, limits, ...open, finish };
      if (units.length === 0) finish([]);
      else layOut(call, [...units.keys()]);
      if (limits.signal.aborted) abandon(call);
      else limits.signal.addEventListener("abort", () => abandon(call), { once: true });
    });

  return { add, ...createRecords(dispatches), ...createRedeals(dispatches, layOut) };
}

/** The positions of units that a thread has claimed, and of which it has reported no score. */
function openClaims({ call, numbers, job }: Dispatch, thread: number): number[] {
  return claimsOf(job.board, thread).filter((at) => call.results[numbers[at] ?? -1] === null);
}

/** What is laid out again. */
function createRedeals(
  dispatches: ReadonlyMap<number, Dispatch>,
  layOut: (call: Call, numbers: readonly number[]) => void,
): Pick<Ledger, "takeBack" | "share"> {
  const layOutAgain = ({ call, numbers, job }: Dispatch, positions: readonly number[]): void => {
    for (const at of positions) release(job.board, at);
    if (positions.length > 0)
      layOut(
        call,
        positions.flatMap((at) => numbers[at] ?? []),
      );
  };
  return {
    takeBack: (thread) => {
      for (const dispatch of [...dispatches.values()]) layOutAgain(dispatch, openClaims(dispatch, thread));
    },
    share: (thread, holding) => {
      for (const dispatch of [...dispatches.values()]) {
        const { call, numbers, job } = dispatch;
        const others = openClaims(dispatch, thread).filter(
          (at) => job.id !== holding.job || at !== holding.at,
        );
        const fresh = others.filter((at) => !call.shared.has(numbers[at] ?? -1));
        for (const at of fresh) call.shared.add(numbers[at] ?? -1);
        layOutAgain(dispatch, fresh);
      }
    },
  };
}

/** What happens to what is laid out. */
function createRecords(
  dispatches: ReadonlyMap<number, Dispatch>,
): Omit<Ledger, "add" | "takeBack" | "share"> {
  const find = ({ job, at }: Activity): { readonly call: Call; readonly unit: number } | null => {
    const dispatch = dispatches.get(job);
    const unit = dispatch?.numbers[at];
    return dispatch && unit !== undefined ? { call: dispatch.call, unit } : null;
  };
  return {
    jobs: () => Array.from(dispatches.values(), ({ job }) => job),
    record: (report) => {
      const dispatch = dispatches.get(report.job);
      if (!dispatch) return;
      const { call, numbers } = dispatch;
      if ("problem" in report) call.finish(toError(report.problem));
      else for (const [at, results, ms] of report.scored) settle(call, numbers[at] ?? -1, results, ms);
    },
    isOverdue: (activity) => {
      const found = find(activity);
      if (found === null) return activity.forMs > ABANDONED_MS;
      if (activity.forMs <= (found.call.limits.itemTimeoutMs ?? Infinity)) return false;
      settle(found.call, found.unit, faults(found.call.units[found.unit], "timeout"));
      return true;
    },
    blame: (activity) => {
      const found = find(activity);
      if (found === null) return;
      const { call, unit } = found;
      const deaths = (call.deaths.get(unit) ?? 0) + 1;
      call.deaths.set(unit, deaths);
      if (deaths >= MAX_DEATHS) settle(call, unit, faults(call.units[unit], "crashed"));
    },
    fail: (error) => {
      for (const { call } of [...dispatches.values()]) call.finish(error);
    },
  };
}
