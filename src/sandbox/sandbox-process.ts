import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Portion, RunReport, SandboxReply, SandboxRequest, SandboxSettings } from "./protocol.js";

/** One report per run; `null` if the process ended before. */
type Reports = readonly RunReport[] | null;

/** The process that programs run in, seen from the host. */
export interface SandboxProcess {
  /** Runs a portion, and starts the process if there is none. No run begins once the signal is aborted. */
  readonly run: (portion: Portion, signal?: AbortSignal) => Promise<Reports>;
  /** Ends the process; the next portion starts another. */
  readonly close: () => Promise<void>;
}

/** A process that starts with its first portion, and keeps the host alive only while it works. */
export function sandboxProcess(settings: SandboxSettings): SandboxProcess {
  let current: Connection | null = null;
  return {
    run: (portion, signal) => {
      if (current?.isOpen() !== true) current = connect(startProcess(settings));
      return current.request(portion, signal);
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
  readonly request: SandboxProcess["run"];
  readonly isOpen: () => boolean;
  readonly close: () => Promise<void>;
}

function connect(child: ChildProcess): Connection {
  const waiting = new Map<number, (reports: Reports) => void>();
  let nextId = 0;
  let isOpen = true;
  const send = (request: SandboxRequest): void => void child.send(request);
  const settle = (id: number, reports: Reports): void => {
    waiting.get(id)?.(reports);
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
    const { id, reports } = message as SandboxReply;
    settle(id, reports);
  });
  return {
    isOpen: () => isOpen,
    request: (portion, signal) =>
      new Promise((resolve) => {
        const id = nextId++;
        const callOff = (): void => send({ id, portion: null });
        if (waiting.size === 0) keepAlive(child, true);
        waiting.set(id, (reports) => {
          signal?.removeEventListener("abort", callOff);
          resolve(reports);
        });
        send({ id, portion });
        signal?.addEventListener("abort", callOff);
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
