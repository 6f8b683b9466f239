import { writeSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { RewardError, type Rollout } from "../../core/index.js";
import { isThenable, type ItemLimits, leavesOf, type LeafReward, scoreUnit } from "../../score/index.js";
import { rolloutReader } from "../columns.js";
import { completionReader, toCompletion } from "../completions.js";
import { loadRegistry } from "../load-rewards.js";
import { requestedRewards } from "../requested-rewards.js";
import { claim } from "./board.js";
import { followUnits, runUnits } from "./follow-units.js";
import type { Job, Order, Problem, ScoredUnit, ThreadData } from "./job.js";
import { processWorkplace, threadWorkplace } from "./workplace.js";

/** How many asynchronous units of a job are in flight at once. */
const CONCURRENCY = 64;

/** What is scored is reported this often: a thread that dies takes little with it. */
const REPORT_MS = 5;

const workplace =
  parentPort === null ? await processWorkplace() : threadWorkplace(parentPort, workerData as ThreadData);

const STDERR = 2;

/** Standard output may carry the protocol, and what a thread prints in the ordinary way is lost when it is killed. */
function printAtOnce(chunk: string | Uint8Array): boolean {
  try {
    writeSync(STDERR, chunk as string);
  } catch {
    // Whoever reads standard error is gone, or too slow: no score may wait for it.
    return false;
  }
  return true;
}
for (const stream of [process.stdout, process.stderr]) stream.write = printAtOnce;

/** What a reward leaves behind to fail later costs no score. */
for (const event of ["unhandledRejection", "uncaughtException"] as const) {
  process.on(event, (reason: unknown) => console.error("grpo-rewards: a reward failed later on:", reason));
}

const runUnit = workplace.modules.length > 0 ? followUnits(workplace) : runUnits(workplace);
const registry = await loadRegistry(workplace.modules);
const cancellations = new Map<number, AbortController>();

function createReporter(job: number): {
  readonly add: (...unit: ScoredUnit) => void;
  readonly flush: () => void;
} {
  let scored: ScoredUnit[] = [];
  let last = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (scored.length > 0) workplace.report({ job, scored });
    scored = [];
    last = performance.now();
  };
  const add = (...unit: ScoredUnit): void => {
    scored.push(unit);
    if (performance.now() - last > REPORT_MS) flush();
    // The next result may be long in coming.
    else timer ??= setTimeout(flush, REPORT_MS);
  };
  return { add, flush };
}

function leafOf({ specs, leaf }: Job): LeafReward<object> {
  const reward = leavesOf(requestedRewards(registry, specs).sum)[leaf];
  if (!reward) throw new Error(`the request has no reward ${leaf}`);
  return reward;
}

async function work(job: Job, limits: ItemLimits): Promise<void> {
  const { id, board, units, columns } = job;
  const reward = leafOf(job);
  const read = completionReader(job);
  const makeRollout = rolloutReader(columns, job.completions.length);
  const rolloutOf = (row: number): Rollout => makeRollout(row, (known) => toCompletion(read(row), known));
  const { add, flush } = createReporter(id);
  const loop = async (): Promise<void> => {
    for (let at = claim(board, workplace.number); at >= 0; at = claim(board, workplace.number)) {
      const rollouts = (): Rollout[] => (units[at] ?? []).map(rolloutOf);
      const start = performance.now();
      const scored = runUnit(id, at, () => scoreUnit(reward, rollouts(), limits));
      // What is there at once is told before the next unit begins, which may take long.
      add(at, isThenable(scored) ? await scored : scored, performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: Math.min(CONCURRENCY, units.length) }, loop));
  flush();
}

function toProblem(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  return { message, code: error instanceof RewardError ? error.code : null };
}

async function begins(job: Job): Promise<void> {
  const cancellation = new AbortController();
  cancellations.set(job.id, cancellation);
  try {
    await work(job, { signal: cancellation.signal, itemTimeoutMs: job.itemTimeoutMs });
  } catch (error) {
    workplace.end();
    workplace.report({ job: job.id, problem: toProblem(error) });
  } finally {
    cancellations.delete(job.id);
  }
}

workplace.onOrder((order: Order) => {
  if ("begin" in order) void begins(order.begin);
  else cancellations.get(order.cancel)?.abort();
});
