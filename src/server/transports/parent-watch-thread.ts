import { setInterval } from "node:timers";
import { workerData } from "node:worker_threads";

const POLL_MS = 500;

setInterval(() => {
  if (process.ppid !== workerData) process.kill(process.pid, "SIGKILL");
}, POLL_MS);
