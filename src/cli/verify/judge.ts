import { createPool, type IsolatedPool } from "../../isolate/index.js";
import { createVerifier, type VerifyOptions } from "../../math/index.js";
import { giveUpLines, type JudgedBatch, judgeLines } from "./judge-lines.js";
import type { LineBatch } from "../rows/line-batches.js";
import type { PairFields } from "./pair.js";

/** How pairs are read and judged. Plain data: it is sent to other threads. */
export interface JudgeSettings {
  readonly fields: PairFields;
  /** The answer field holds bare answers, not completions. */
  readonly bare: boolean;
  readonly options: VerifyOptions;
}

/** What a worker is sent; the settings are the same in each task of a run. */
export interface JudgeTask {
  readonly batch: LineBatch;
  readonly settings: JudgeSettings;
}

/** Judges batches, in this thread at first, and in others once the input has shown that it is large. */
export interface Judge {
  readonly judge: (batch: LineBatch) => Promise<JudgedBatch>;
  /** Ends the threads. */
  readonly close: () => Promise<void>;
}

/** Below this, starting threads costs more than they save. */
const INLINE_BYTES = 1024 * 1024;

/** A line of the greatest length is still judged. */
const WORKER_HEAP_MB = 1024;

/** The verifier's own budget ends every pair long before this; what does not end is killed. */
const BATCH_DEADLINE_MS = 300_000;

function startPool(workers: number): IsolatedPool<JudgeTask, JudgedBatch> {
  const script = new URL("worker.js", import.meta.url);
  return createPool({ script, workers, heapMb: WORKER_HEAP_MB });
}

/** @param workers how many threads may judge; one means none but this */
export function createJudge(settings: JudgeSettings, workers: number): Judge {
  const { fields, bare, options } = settings;
  const verifier = createVerifier(options);
  let bytes = 0;
  let pool: IsolatedPool<JudgeTask, JudgedBatch> | null = null;

  const judge = async (batch: LineBatch): Promise<JudgedBatch> => {
    bytes += batch.bytes.length;
    if (workers === 1 || bytes <= INLINE_BYTES) return judgeLines(batch, fields, verifier, bare);
    pool ??= startPool(workers);
    const outcome = await pool.run({ batch, settings }, BATCH_DEADLINE_MS);
    return outcome.status === "done" ? outcome.value : giveUpLines(batch, fields, outcome.status);
  };

  return { judge, close: async () => pool?.close() };
}
