import { startWorker, type IsolatedWorker } from "./isolated-worker.js";
import type { Outcome } from "./outcome.js";

/** Work with a deadline, in threads that can be killed. */
export interface IsolatedPool<In, Out> {
  /**
   * Resolves with what a worker makes of `input`, and never rejects. The deadline counts from the moment at which a
   * worker that is ready takes the input; work that is not done by then is killed, and a new worker takes the next one.
   */
  readonly run: (input: In, deadlineMs: number) => Promise<Outcome<Out>>;
  /** Ends every worker; what was under way or waiting has failed, and so will all that comes. */
  readonly close: () => Promise<void>;
}

export interface PoolOptions<Out = never> {
  /** The built worker file, which calls `serveTasks`. */
  readonly script: URL;
  /** How many inputs are worked on at once; 1 by default. Workers start when they are first needed. */
  readonly workers?: number;
  /** How many inputs may wait; more fail at once. 1000 by default. */
  readonly maxWaiting?: number;
  /** The heap of each worker; 256 by default. */
  readonly heapMb?: number;
  /** The stack of each worker; Node's default if it is not given. */
  readonly stackMb?: number;
  /** How long a worker may take to start; 10 000 by default. */
  readonly startMs?: number;
  /** What each worker finds as its `workerData`. */
  readonly data?: unknown;
  /** Whether the worker that made this is to be replaced; none by default. */
  readonly isSpent?: (value: Out) => boolean;
}

/** A pool without workers: the first input starts the first one. */
export function createPool<In, Out>(options: PoolOptions<Out>): IsolatedPool<In, Out> {
  const { script, workers: limit = 1, maxWaiting = 1000, heapMb = 256, startMs = 10_000 } = options;
  const { stackMb, data, isSpent = () => false } = options;
  const limits = { heapMb, startMs, data, ...(stackMb !== undefined && { stackMb }) };
  const workers = workerSet(() => startWorker<In, Out>(script, limits));
  const waiting: Job<In, Out>[] = [];
  let busy = 0;
  let closed = false;

  const work = async ({ input, deadlineMs, resolve }: Job<In, Out>): Promise<void> => {
    busy++;
    const worker = workers.take();
    const outcome = await worker.run(input, deadlineMs);
    if (outcome.status === "done" && isSpent(outcome.value)) void worker.terminate();
    resolve(outcome);
    workers.giveBack(worker);
    busy--;
    startWaiting();
  };
  const startWaiting = (): void => {
    for (let job; busy < limit && (job = waiting.shift()) !== undefined;) void work(job);
  };

  return {
    run: (input, deadlineMs) => {
      if (closed) return Promise.resolve(CLOSED);
      if (waiting.length >= maxWaiting) return Promise.resolve(FULL);
      return new Promise((resolve) => {
        waiting.push({ input, deadlineMs, resolve });
        startWaiting();
      });
    },
    close: async () => {
      closed = true;
      for (const { resolve } of waiting.splice(0)) resolve(CLOSED);
      await workers.terminate();
    },
  };
}

interface Job<In, Out> {
  readonly input: In;
  readonly deadlineMs: number;
  readonly resolve: (outcome: Outcome<Out>) => void;
}

const CLOSED: Outcome<never> = { status: "failed", reason: "the pool is closed", hasBegun: false };
const FULL: Outcome<never> = { status: "failed", reason: "too many tasks are waiting", hasBegun: false };

/** The workers of a pool: an idle one is taken before a new one is started, and a dead one is forgotten. */
function workerSet<In, Out>(
  start: () => IsolatedWorker<In, Out>,
): {
  readonly take: () => IsolatedWorker<In, Out>;
  readonly giveBack: (worker: IsolatedWorker<In, Out>) => void;
  readonly terminate: () => Promise<void>;
} {
  const all = new Set<IsolatedWorker<In, Out>>();
  const idle: IsolatedWorker<In, Out>[] = [];
  return {
    take: () => {
      for (let worker = idle.pop(); worker !== undefined; worker = idle.pop()) {
        if (worker.isAlive()) return worker;
        all.delete(worker);
      }
      const worker = start();
      all.add(worker);
      return worker;
    },
    giveBack: (worker) => {
      if (worker.isAlive()) idle.push(worker);
      else all.delete(worker);
    },
    terminate: async () => {
      await Promise.all(Array.from(all, (worker) => worker.terminate()));
      all.clear();
    },
  };
}
