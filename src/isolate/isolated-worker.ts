import { Worker } from "node:worker_threads";
import type { Outcome } from "./outcome.js";

export interface WorkerLimits {
  /** The heap that the worker may fill; beyond it the worker dies and its task has failed. */
  readonly heapMb: number;
  /** The stack of the worker; Node's default if it is not given. */
  readonly stackMb?: number;
  /** What the worker finds as its `workerData`. */
  readonly data?: unknown;
  /** How long the worker may take until it is ready for its first task. */
  readonly startMs: number;
}

/** One thread, for one task at a time. */
export interface IsolatedWorker<In, Out> {
  readonly run: (input: In, deadlineMs: number) => Promise<Outcome<Out>>;
  /** Whether it can take another task. */
  readonly isAlive: () => boolean;
  /** Ends the thread, whatever it is doing. */
  readonly terminate: () => Promise<void>;
}

/**
 * Starts a thread that sees no environment variables and no command line, and whose prints go nowhere. It keeps the
 * process alive only while it works.
 */
export function startWorker<In, Out>(script: URL, limits: WorkerLimits): IsolatedWorker<In, Out> {
  const thread = silentThread(script, limits);
  const { next, fail, isAlive } = inbox(thread);
  const terminate = async (): Promise<void> => {
    fail("the worker was ended");
    await thread.terminate();
  };

  /** The thread's next message, or its death by the deadline. */
  const nextWithin = async (deadlineMs: number): Promise<Outcome<unknown>> => {
    thread.ref();
    const message = next();
    // The immediate lets in an answer that waits already, as when this thread was busy beyond the deadline.
    const timer = setTimeout(() => setImmediate(message.settle, TIMEOUT), deadlineMs);
    const outcome = await message.outcome;
    clearTimeout(timer);
    thread.unref();
    if (outcome === TIMEOUT) void terminate();
    return outcome;
  };

  const ready = nextWithin(limits.startMs);
  const run = async (input: In, deadlineMs: number): Promise<Outcome<Out>> => {
    const start = await ready;
    if (start.status !== "done") return notStarted(start);
    try {
      thread.postMessage(input);
    } catch (error) {
      return { status: "failed", reason: String(error), hasBegun: false };
    }
    return (await nextWithin(deadlineMs)) as Outcome<Out>;
  };
  return { run, isAlive, terminate };
}

const TIMEOUT: Outcome<never> = { status: "timeout" };

function notStarted(start: Exclude<Outcome<unknown>, { status: "done" }>): Outcome<never> {
  const reason = start.status === "timeout" ? "the worker did not start in time" : start.reason;
  return { status: "failed", reason, hasBegun: false };
}

function silentThread(script: URL, { heapMb, stackMb, data }: WorkerLimits): Worker {
  // The streams stay unread: a stream that is read keeps the process alive.
  return new Worker(script, {
    env: {},
    argv: [],
    execArgv: [],
    stdout: true,
    stderr: true,
    workerData: data,
    resourceLimits: {
      maxOldGenerationSizeMb: heapMb,
      ...(stackMb !== undefined && { stackSizeMb: stackMb }),
    },
  });
}

interface Message {
  readonly outcome: Promise<Outcome<unknown>>;
  /** Resolves the outcome, unless it is resolved. */
  readonly settle: (outcome: Outcome<unknown>) => void;
}

/** The messages of a thread as promises; those of a dead thread have failed. */
function inbox(thread: Worker): {
  readonly next: () => Message;
  readonly fail: (reason: string) => void;
  readonly isAlive: () => boolean;
} {
  let settle: Message["settle"] | null = null;
  let end: string | null = null;
  const fail = (reason: string): void => {
    end ??= reason;
    settle?.({ status: "failed", reason: end, hasBegun: true });
  };
  thread.on("message", (outcome: Outcome<unknown>) => settle?.(outcome));
  thread.on("messageerror", (error) => fail(String(error)));
  thread.on("error", (error) => fail(String(error)));
  thread.on("exit", (code) => fail(`the worker exited with code ${code}`));

  const next = (): Message => {
    // A promise runs its executor at once, so that this stands only until the next line.
    let resolveOutcome: Message["settle"] = () => undefined;
    const outcome = new Promise<Outcome<unknown>>((resolve) => (resolveOutcome = resolve));
    settle = resolveOutcome;
    if (end !== null) fail(end);
    return { outcome, settle: resolveOutcome };
  };
  return { next, fail, isAlive: () => end === null };
}
