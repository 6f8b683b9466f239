import { createPool, type IsolatedPool } from "../isolate/index.js";
import {
  type EngineName,
  infraReport,
  type RunReport,
  type RunTask,
  type SandboxSettings,
} from "./protocol.js";

/** Runs tasks of one language in threads that can be killed. Never rejects. */
export type Engine = (task: RunTask) => Promise<RunReport>;

/** A thread's deadline is the program's own and this: one that does not look at the clock is killed by it. */
const GRACE_MS = 250;

/** Starting takes half a second, and longer on a busy machine. */
const START_MS = 60_000;

/** WebAssembly uses the thread's stack for its calls. */
const STACK_MB = 64;

type Pool = IsolatedPool<RunTask, RunReport>;

/** The engines by name. None is loaded before its first task. */
export function createEngines({
  workers,
  cacheFolder,
}: SandboxSettings): Readonly<Record<EngineName, Engine>> {
  const poolOf = (path: string, data?: unknown): Pool =>
    createPool<RunTask, RunReport>({
      script: new URL(path, import.meta.url),
      workers,
      startMs: START_MS,
      stackMb: STACK_MB,
      maxWaiting: Infinity,
      isSpent: (report) => report.isSpent,
      data,
    });
  const startPython = async (): Promise<Pool> => {
    const { loadImage } = await import("./python/image.js");
    return poolOf("./python/worker.js", await loadImage(cacheFolder));
  };
  return {
    python: engine(startPython),
    javascript: engine(() => Promise.resolve(poolOf("./javascript/worker.js"))),
    typescript: engine(() => Promise.resolve(poolOf("./javascript/typescript-worker.js"))),
  };
}

function engine(start: () => Promise<Pool>): Engine {
  let pool: Promise<Pool> | null = null;
  return async (task) => {
    pool ??= start();
    try {
      return await runTask(await pool, task);
    } catch (error) {
      pool = null;
      return infraReport(String(error));
    }
  };
}

async function runTask(pool: Pool, task: RunTask, isRepeated = false): Promise<RunReport> {
  const { timeMs } = task.limits;
  const outcome = await pool.run(task, timeMs + GRACE_MS);
  if (outcome.status === "done") return outcome.value;
  if (outcome.status === "timeout") {
    return { outcome: "timeout", stdout: "", message: "", wallMs: timeMs + GRACE_MS, isSpent: true };
  }
  if (!outcome.hasBegun) return infraReport(outcome.reason);
  // A thread may die of something else; one that dies of the same program again dies of the program.
  return isRepeated
    ? { outcome: "runtime_error", stdout: "", message: outcome.reason, wallMs: 0, isSpent: true }
    : runTask(pool, task, true);
}
