import { Worker } from "node:worker_threads";
import type { StartChannel } from "./channel.js";
import type { Reply } from "./protocol.js";

/** How threads are started that judge a target. Prints of theirs go nowhere. */
export const threadStarter =
  (memoryMb: number): StartChannel =>
  ({ onReply, onEnd }) => {
    const thread = new Worker(new URL("thread.js", import.meta.url), {
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    let reason: string | undefined;
    thread.on("message", (reply: Reply) => onReply(reply));
    thread.on("error", (error) => (reason = String(error)));
    thread.on("exit", (code) => onEnd(reason ?? `the thread ended with code ${code}`));
    const kill = (): void => void thread.terminate();
    return { send: (request) => thread.postMessage(request), stop: kill, kill };
  };
