import { Worker } from "node:worker_threads";
import type { ThreadData } from "./job.js";
import { HEAP_MB, type StartScorer } from "./scorer.js";
import { activityOf, createSlot } from "./slot.js";

/** A scorer that is a thread of this process. */
export const startThread: StartScorer = ({ number, modules, onReport, onExit }) => {
  const slot = createSlot();
  const workerData: ThreadData = { thread: number, slot, modules };
  const resourceLimits = { maxOldGenerationSizeMb: HEAP_MB };
  const worker = new Worker(new URL("./thread.js", import.meta.url), {
    workerData,
    resourceLimits,
    stdout: true,
  });
  worker.on("message", onReport);
  worker.on("error", (error) => console.error("grpo-rewards: a scoring thread failed:", error));
  worker.on("exit", onExit);
  // Last: a listener for messages makes the thread keep the process.
  worker.unref();
  return {
    number,
    activity: () => activityOf(slot),
    tell: (order) => worker.postMessage(order),
    end: () => worker.terminate(),
  };
};
