import { requestSender } from "../../../../src/http/index.js";
import type { OpenEngine, RemoteEngine, RemoteTask } from "../../../../src/sandbox/remote/engine.js";

/** A task of a small program. */
export const task = (changes: Partial<RemoteTask> = {}): RemoteTask => ({
  language: "python",
  source: "print(1)",
  stdin: "",
  limits: { timeMs: 2000, memoryBytes: 256 << 20, outputBytes: 1000 },
  ...changes,
});

/** An engine at an address, with requests that are sent once. */
export const openAt = (open: OpenEngine, root: string, outputBytes = 1 << 20): RemoteEngine =>
  open({
    root,
    outputBytes,
    send: requestSender({ headers: {}, timeoutMs: 10_000, retries: 0, concurrency: 4 }),
  });

export const going: AbortSignal = new AbortController().signal;
