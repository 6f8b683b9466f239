import { setInterval, setTimeout } from "node:timers";
import { workerData } from "node:worker_threads";

const POLL_MS = 500;
const { parent, graceMs } = workerData as { readonly parent: number; readonly graceMs: number };

const timer = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(timer);
  setTimeout(() => process.kill(process.pid, "SIGKILL"), graceMs);
}, POLL_MS);
