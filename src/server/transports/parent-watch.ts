import { Worker } from "node:worker_threads";

/**
 * Ends this process when the one that started it is gone. The end of the socket says so in most cases, but not
 * while a reward holds the event loop, nor when a forked sibling still holds the socket open: hence a thread of
 * its own.
 */
export function watchParent(): void {
  const thread = new Worker(new URL("./parent-watch-thread.js", import.meta.url), {
    workerData: process.ppid,
  });
  thread.unref();
}
