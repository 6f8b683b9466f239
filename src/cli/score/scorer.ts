import { createPool, type IsolatedPool } from "../../isolate/index.js";
import { builtinRewards } from "../../rewards/index.js";
import type { Registry } from "../../rewards/registry.js";
import { leavesOf } from "../../score/index.js";
import { requestedRewards } from "../../server/requested-rewards.js";
import { threadsOnDemand } from "../../server/threads/threads-on-demand.js";
import { leavesOfSpec } from "../../spec/index.js";
import type { NumberedBatch } from "../rows/numbered-batches.js";
import { giveUpLines, type ScoredLines, scoreLines } from "./score-lines.js";
import { scoringContext } from "./scoring-context.js";
import type { ScoreSettings } from "./settings.js";

/** Scores batches, several at once. */
export interface Scorer {
  readonly score: (batch: NumberedBatch) => Promise<ScoredLines>;
  /** How many batches are worth being under way at once. */
  readonly concurrency: number;
  readonly close: () => Promise<void>;
}

/** Below this, starting threads costs more than they save. */
const INLINE_BYTES = 512 * 1024;

/** Batches for each thread: it never waits for work while another batch waits for its turn in the output. */
const BATCHES_PER_WORKER = 4;

/** What waits for a server or a sandbox, or for a thread that hangs, must not keep the rest from being scored. */
const WAITING_BATCHES = 32;

/** A line of the greatest length is still scored. */
const WORKER_HEAP_MB = 1024;

/** What is scored in these threads is bounded by budgets of its own; what does not end is killed. */
const BATCH_DEADLINE_MS = 300_000;

/** Whether all rewards are our own and end by themselves, so that a thread can score whole batches. */
function isBounded({ specs, modules }: ScoreSettings, registry: Registry): boolean {
  const ours = new Set<string>(builtinRewards.map(({ info }) => info.name));
  const leaves = leavesOf(requestedRewards(registry, specs).sum);
  return (
    leaves.every(({ boundsItself = false }) => !boundsItself) &&
    modules.every((path) => /\.(?:ya?ml|json)$/i.test(path)) &&
    leavesOfSpec(specs).every(
      ({ name }) => ours.has(name) || registry.get(name)?.info.family === "compositions",
    )
  );
}

/** Whole batches go to threads, once the input has shown that it is large. */
function batchScorer(settings: ScoreSettings, registry: Registry, workers: number): Scorer {
  const context = scoringContext(registry);
  let bytes = 0;
  let pool: IsolatedPool<NumberedBatch, ScoredLines> | null = null;
  return {
    concurrency: workers * BATCHES_PER_WORKER,
    score: async (batch) => {
      bytes += batch.bytes.length;
      if (workers === 1 || bytes <= INLINE_BYTES) return scoreLines(batch, settings, context);
      pool ??= createPool({
        script: new URL("worker.js", import.meta.url),
        workers,
        heapMb: WORKER_HEAP_MB,
        data: settings,
      });
      const outcome = await pool.run(batch, BATCH_DEADLINE_MS);
      return outcome.status === "done" ? outcome.value : giveUpLines(batch, settings, "its thread was lost");
    },
    close: async () => pool?.close(),
  };
}

/** Single completions go to threads that are watched, as a server has them; what waits for others stays here. */
function itemScorer(settings: ScoreSettings, registry: Registry, workers: number): Scorer {
  const threads = threadsOnDemand({ threads: workers, modules: settings.modules });
  const context = { ...scoringContext(registry), threads };
  return {
    concurrency: WAITING_BATCHES,
    score: (batch) => scoreLines(batch, settings, context),
    close: () => threads.close(),
  };
}

/** @param workers how many threads may score */
export function createScorer(settings: ScoreSettings, registry: Registry, workers: number): Scorer {
  const create = isBounded(settings, registry) ? batchScorer : itemScorer;
  return create(settings, registry, workers);
}
