import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { ok, type Probe } from "./probe.js";

/** Whether a thread that never returns can be killed, which bounds the time of rewards. */
export const workerThreads: Probe = {
  name: "worker threads",
  advice: "Raise the limits of processes and memory (ulimit -u, ulimit -v), or serve with --threads 0.",
  run: async () => {
    const script = 'require("node:worker_threads").parentPort.postMessage("started"); for (;;);';
    const worker = new Worker(script, { eval: true });
    await once(worker, "message");
    const start = performance.now();
    await worker.terminate();
    return ok(`one that hung was killed in ${(performance.now() - start).toFixed(0)} ms`);
  },
};
