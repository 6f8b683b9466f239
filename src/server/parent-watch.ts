import { Worker } from "node:worker_threads";

/**
 * Ends this process when the one that started it is gone. The end of the stream says so in most cases, but not
 * while a reward holds the event loop, nor when a forked sibling still holds the socket open: hence a thread of
 * its own.
 *
 * @param graceMs how long replies to a client that is gone may still be written elsewhere, as in a shell's pipe
 */
export function watchParent(graceMs: number, parent: number = process.ppid): void {
  const thread = new Worker(new URL("./parent-watch-thread.js", import.meta.url), {
    workerData: { parent, graceMs },
  });
  thread.unref();
}
