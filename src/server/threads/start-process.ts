import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createActivityFile } from "./activity-file.js";
import { createGrants, type ProcessMessage } from "./grants.js";
import { HEAP_MB, type StartScorer } from "./scorer.js";
import type { ProcessData } from "./workplace.js";

/** Where the activity file stands among the descriptors of a process. */
const ACTIVITY = 3;
const STDERR = 2;

function spawnScorer(modules: readonly string[], activity: number): ChildProcess {
  const data: ProcessData = { modules, parent: process.pid, activity: ACTIVITY };
  const script = fileURLToPath(new URL("./thread.js", import.meta.url));
  const child = spawn(process.execPath, [`--max-old-space-size=${HEAP_MB}`, script, JSON.stringify(data)], {
    // What a reward prints may not end up in the protocol.
    stdio: ["ignore", STDERR, STDERR, activity, "ipc"],
    serialization: "advanced",
  });
  child.unref();
  child.channel?.unref();
  return child;
}

/** A scorer that is a process of its own, which SIGKILL ends in whatever it is doing. */
export const startProcess: StartScorer = ({ number, modules, onReport, onExit }) => {
  const file = createActivityFile();
  const child = spawnScorer(modules, file.descriptor);
  const grants = createGrants(number, (order) => {
    // A process that is gone is replaced, and what it had is laid out again.
    if (child.connected) child.send(order, () => undefined);
  });
  child.on("message", (message: ProcessMessage) => {
    if ("ready" in message) grants.ready(message.ready);
    const report = "report" in message ? grants.translate(message.report) : null;
    if (report) onReport(report);
  });
  const end = (): void => void child.kill("SIGKILL");
  const gone = new Promise<void>((resolve) => {
    const settle = (): void => {
      file.read();
      file.close();
      onExit();
      resolve();
    };
    child.once("error", (error) => console.error("grpo-rewards: a scoring process did not start:", error));
    child.once("error", settle);
    child.once("exit", settle);
  });
  return {
    number,
    activity: () => grants.locate(file.read()),
    tell: grants.tell,
    end: () => {
      end();
      return gone;
    },
  };
};
