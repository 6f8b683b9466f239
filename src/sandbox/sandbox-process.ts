import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { EngineName, RunReport, RunTask, SandboxReply, SandboxSettings } from "./protocol.js";

/** The process that programs run in, seen from the host. */
export interface SandboxProcess {
  /** Runs a task, and starts the process if there is none. Resolves with `null` if the process ends before the task. */
  readonly run: (engine: EngineName, task: RunTask) => Promise<RunReport | null>;
  /** Ends the process; the next task starts another. */
  readonly close: () => Promise<void>;
}

/** A process that starts with its first task, and keeps the host alive only while it works. */
export function sandboxProcess(settings: SandboxSettings): SandboxProcess {
  let current: Connection | null = null;
  return {
    run: (engine, task) => {
      if (current?.isOpen() !== true) current = connect(startProcess(settings));
      return current.request(engine, task);
    },
    close: async () => {
      const closing = current;
      current = null;
      await closing?.close();
    },
  };
}

function startProcess(settings: SandboxSettings): ChildProcess {
  return fork(fileURLToPath(new URL("./process.js", import.meta.url)), [JSON.stringify(settings)], {
    env: {},
    execArgv: [],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
  });
}

interface Connection {
  readonly request: (engine: EngineName, task: RunTask) => Promise<RunReport | null>;
  readonly isOpen: () => boolean;
  readonly close: () => Promise<void>;
}

function connect(child: ChildProcess): Connection {
  const waiting = new Map<number, (report: RunReport | null) => void>();
  let nextId = 0;
  let isOpen = true;
  const settle = (id: number, report: RunReport | null): void => {
    waiting.get(id)?.(report);
    waiting.delete(id);
    if (waiting.size === 0) keepAlive(child, false);
  };
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      isOpen = false;
      for (const id of [...waiting.keys()]) settle(id, null);
      resolve();
    };
    child.once("exit", end);
    // A process that cannot be started, or reached, says so here.
    child.on("error", end);
  });
  child.on("message", (message) => {
    const { id, report } = message as SandboxReply;
    settle(id, report);
  });
  return {
    isOpen: () => isOpen,
    request: (engine, task) =>
      new Promise((resolve) => {
        const id = nextId++;
        if (waiting.size === 0) keepAlive(child, true);
        waiting.set(id, resolve);
        child.send({ id, engine, task });
      }),
    close: async () => {
      isOpen = false;
      keepAlive(child, true);
      child.kill("SIGKILL");
      await ended;
    },
  };
}

function keepAlive(child: ChildProcess, isWorking: boolean): void {
  for (const handle of [child, child.channel]) {
    if (isWorking) handle?.ref();
    else handle?.unref();
  }
}
