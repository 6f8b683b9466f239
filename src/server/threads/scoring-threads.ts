import type { RewardResult } from "../../core/index.js";
import type { Unit, UnitLimits } from "../../score/index.js";
import type { RestartReason } from "../observe/observer.js";
import type { Task } from "./job.js";
import { createLedger, type Ledger } from "./ledger.js";
import { recycle, zombieCounter } from "./recycle.js";
import type { Scorer, StartScorer } from "./scorer.js";
import { startProcess } from "./start-process.js";
import { startThread } from "./start-thread.js";

/** What users' rewards are kept apart in: threads of the server's process, or processes of their own. */
export type Isolation = "thread" | "process";

/** Threads or processes that score, and that may be killed at any time without the loss of a score. */
export interface ScoringThreads {
  /**
   * One list of results per unit. A unit that takes longer than its limit, counted from its own start, is
   * `system:timeout`, whatever its code does; one that ends its thread or process twice is `system:crashed`.
   *
   * @throws {RewardError} the caller's mistake that a reward found
   */
  readonly run: (
    task: Task,
    units: readonly Unit[],
    limits: UnitLimits,
  ) => Promise<readonly (readonly RewardResult[])[]>;
  readonly close: () => Promise<void>;
  readonly isolation: Isolation;
}

/** Options of {@link createScoringThreads}. */
export interface ScoringThreadsOptions {
  readonly threads: number;
  /** The files of the user's rewards. */
  readonly modules: readonly string[];
  /** @default "thread" */
  readonly isolation?: Isolation;
  /** Called when a thread takes the place of another. */
  readonly onRestart?: (reason: RestartReason) => void;
}

/** How often the threads are looked at while they work. */
const WATCH_MS = 5;

/** A thread that has been at one unit for so long delays what waits behind it. */
const STUCK_MS = 50;

/** So long, and it holds what else it has begun for good, as far as others can tell. */
const HELD_MS = 200;

/** How many threads may die, one after the other, while none has scored anything. */
const MAX_FAILED_STARTS = 3;

const STARTERS: Readonly<Record<Isolation, StartScorer>> = { thread: startThread, process: startProcess };

/** The threads that are alive, and the rules by which one takes the place of another. */
interface Crew {
  readonly ledger: Ledger;
  readonly threads: Set<Scorer>;
  readonly start: () => void;
  readonly replace: (thread: Scorer, reason: RestartReason) => void;
  readonly stop: (thread: Scorer) => void;
}

function createCrew({ modules, isolation = "thread", onRestart }: ScoringThreadsOptions): Crew {
  const startScorer = STARTERS[isolation];
  const threads = new Set<Scorer>();
  const ledger = createLedger((order) => threads.forEach(({ tell }) => tell(order)));
  let lastNumber = 0;
  let failedStarts = 0;

  const start = (): void => {
    const thread = startScorer({
      number: ++lastNumber,
      modules,
      onReport: (report) => {
        failedStarts = 0;
        ledger.record(report);
      },
      onExit: () => onExit(thread),
    });
    threads.add(thread);
    for (const job of ledger.jobs()) thread.tell({ begin: job });
  };

  const replace = (thread: Scorer, reason: RestartReason): void => {
    threads.delete(thread);
    onRestart?.(reason);
    start();
    ledger.takeBack(thread.number);
  };

  const onExit = (thread: Scorer): void => {
    if (!threads.has(thread)) return;
    const activity = thread.activity();
    if (activity) ledger.blame(activity);
    else failedStarts++;
    if (failedStarts <= MAX_FAILED_STARTS) {
      replace(thread, "exit");
      return;
    }
    threads.delete(thread);
    ledger.fail(new Error("The threads that score end as soon as they start; standard error says why."));
  };

  const ending = zombieCounter(recycle);
  const stop = (thread: Scorer): void => {
    threads.delete(thread);
    ending(thread.end());
  };

  return { ledger, threads, start, replace, stop };
}

/**
 * Looks after the threads once: what takes too long is replaced.
 *
 * @returns whether there is anything to look after
 */
function look({ ledger, threads, start, replace, stop }: Crew, count: number): boolean {
  let stuck = 0;
  let busy = 0;
  for (const thread of [...threads]) {
    const activity = thread.activity();
    if (activity === null) continue;
    busy++;
    if (activity.forMs > STUCK_MS) stuck++;
    if (activity.forMs > HELD_MS) ledger.share(thread.number, activity);
    if (!ledger.isOverdue(activity)) continue;
    replace(thread, "timeout");
    stop(thread);
  }
  const waiting = ledger.jobs().length > 0;
  // No unit waits for a slow one: another thread joins, up to twice the usual number.
  if (waiting && stuck === threads.size && threads.size < 2 * count) start();
  if (waiting || busy > 0) return true;
  [...threads].slice(count).forEach(stop);
  return false;
}

/** The threads start at once, since it takes them a while to load the rewards. */
export function createScoringThreads(options: ScoringThreadsOptions): ScoringThreads {
  const { threads: count, modules, isolation = "thread" } = options;
  const crew = createCrew(options);
  const { ledger, threads, start } = crew;
  const fill = (): void => {
    while (threads.size < count) start();
  };
  let watch: NodeJS.Timeout | undefined;

  // Processes for symbolic engines alone start when one is asked for.
  if (modules.length > 0) fill();
  return {
    isolation,
    run: (task, units, limits) => {
      fill();
      clearInterval(watch);
      watch = setInterval(() => {
        if (!look(crew, count)) clearInterval(watch);
      }, WATCH_MS);
      return ledger.add(task, units, limits);
    },
    close: async () => {
      clearInterval(watch);
      const all = [...threads];
      threads.clear();
      await Promise.all(all.map(({ end }) => end()));
    },
  };
}
