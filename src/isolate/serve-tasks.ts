import { parentPort } from "node:worker_threads";
import type { Outcome } from "./outcome.js";

/**
 * The body of a worker file: loads what the work needs, tells the pool that it is ready, and then answers each input
 * with what the loaded handler makes of it. A handler that throws has failed at that input only.
 */
export async function serveTasks(load: () => Promise<(input: never) => unknown>): Promise<void> {
  if (parentPort === null) throw new Error("tasks are served inside a worker thread");
  const port = parentPort;
  silence();
  const handle = await load();
  port.on("message", (input: unknown) => {
    void attempt(() => handle(input as never)).then((outcome) => port.postMessage(outcome));
  });
  port.postMessage({ status: "done", value: null } satisfies Outcome<null>);
}

/** The pool does not read what a thread prints, so it must not pile up. */
function silence(): void {
  for (const stream of [process.stdout, process.stderr]) stream.write = () => true;
}

async function attempt(work: () => unknown): Promise<Outcome<unknown>> {
  try {
    return { status: "done", value: await work() };
  } catch (error) {
    return { status: "failed", reason: String(error), hasBegun: true };
  }
}
