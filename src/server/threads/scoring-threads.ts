import { Worker } from "node:worker_threads";
import type { RewardResult } from "../../core/index.js";
import type { Unit, UnitLimits } from "../../score/index.js";
import type { Order, Report, Task, ThreadData } from "./job.js";
import { createLedger, type Ledger } from "./ledger.js";
import { activityOf, createSlot, type Slot } from "./slot.js";

/** Threads that score, and that may be killed at any time without the loss of a score. */
export interface ScoringThreads {
  /**
   * One list of results per unit. A unit that takes longer than its limit, counted from its own start, is
   * `system:timeout`, whatever its code does; one that ends its thread twice is `system:crashed`.
   *
   * @throws {RewardError} the caller's mistake that a reward found
   */
  readonly run: (
    task: Task,
    units: readonly Unit[],
    limits: UnitLimits,
  ) => Promise<readonly (readonly RewardResult[])[]>;
  readonly close: () => Promise<void>;
}

/** Options of {@link createScoringThreads}. */
export interface ScoringThreadsOptions {
  readonly threads: number;
  /** The files of the user's rewards. */
  readonly modules: readonly string[];
}

interface Thread {
  readonly number: number;
  readonly worker: Worker;
  readonly slot: Slot;
}

/** How often the threads are looked at while they work. */
const WATCH_MS = 5;

/** A thread that has been at one unit for so long delays what waits behind it. */
const STUCK_MS = 50;

/** How many threads may die, one after the other, while none has scored anything. */
const MAX_FAILED_STARTS = 3;

/** A reward that fills more ends its thread, not the server. */
const HEAP_MB = 2048;

function startThread(number: number, modules: readonly string[]): Thread {
  const slot = createSlot();
  const workerData: ThreadData = { thread: number, slot, modules };
  const resourceLimits = { maxOldGenerationSizeMb: HEAP_MB };
  const worker = new Worker(new URL("./thread.js", import.meta.url), {
    workerData,
    resourceLimits,
    stdout: true,
  });
  return { number, worker, slot };
}

/** The threads that are alive, and the rules by which one takes the place of another. */
function createCrew(modules: readonly string[]): {
  readonly ledger: Ledger;
  readonly threads: Set<Thread>;
  readonly start: () => void;
  readonly replace: (thread: Thread) => void;
} {
  const threads = new Set<Thread>();
  const ledger = createLedger((order) => threads.forEach(({ worker }) => worker.postMessage(order)));
  let lastNumber = 0;
  let failedStarts = 0;

  const start = (): void => {
    const thread = startThread(++lastNumber, modules);
    thread.worker.on("message", (report: Report) => {
      failedStarts = 0;
      ledger.record(report);
    });
    thread.worker.on("error", (error) => console.error("grpo-rewards: a scoring thread failed:", error));
    thread.worker.on("exit", () => onExit(thread));
    // Last: a listener for messages makes the thread keep the process.
    thread.worker.unref();
    threads.add(thread);
    for (const job of ledger.jobs()) thread.worker.postMessage({ begin: job } satisfies Order);
  };

  const replace = (thread: Thread): void => {
    threads.delete(thread);
    start();
    ledger.takeBack(thread.number);
  };

  const onExit = (thread: Thread): void => {
    if (!threads.has(thread)) return;
    const activity = activityOf(thread.slot);
    if (activity) ledger.blame(activity);
    else failedStarts++;
    if (failedStarts <= MAX_FAILED_STARTS) {
      replace(thread);
      return;
    }
    threads.delete(thread);
    ledger.fail(new Error("The threads that score end as soon as they start; standard error says why."));
  };

  return { ledger, threads, start, replace };
}

/** The threads start at once, since it takes them a while to load the rewards. */
export function createScoringThreads({ threads: count, modules }: ScoringThreadsOptions): ScoringThreads {
  const { ledger, threads, start, replace } = createCrew(modules);
  const fill = (): void => {
    while (threads.size < count) start();
  };
  let watch: NodeJS.Timeout | undefined;

  const stop = (thread: Thread): void => {
    threads.delete(thread);
    void thread.worker.terminate();
  };

  const look = (): void => {
    let stuck = 0;
    let busy = 0;
    for (const thread of [...threads]) {
      const activity = activityOf(thread.slot);
      if (activity === null) continue;
      busy++;
      if (activity.forMs > STUCK_MS) stuck++;
      if (!ledger.isOverdue(activity)) continue;
      replace(thread);
      stop(thread);
    }
    const waiting = ledger.jobs().length > 0;
    // No unit waits for a slow one: another thread joins, up to twice the usual number.
    if (waiting && stuck === threads.size && threads.size < 2 * count) start();
    if (waiting || busy > 0) return;
    clearInterval(watch);
    [...threads].slice(count).forEach(stop);
  };

  fill();
  return {
    run: (task, units, limits) => {
      fill();
      clearInterval(watch);
      watch = setInterval(look, WATCH_MS);
      return ledger.add(task, units, limits);
    },
    close: async () => {
      clearInterval(watch);
      const all = [...threads];
      threads.clear();
      await Promise.all(all.map(({ worker }) => worker.terminate()));
    },
  };
}
