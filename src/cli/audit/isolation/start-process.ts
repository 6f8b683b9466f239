import { type ChildProcess, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { Target } from "../target.js";
import type { ChannelEvents, StartChannel } from "./channel.js";
import { onLines } from "./lines.js";
import type { ProcessEnd, Reply, Started } from "./protocol.js";

/** What a process printed last is shown if it cannot start. */
const MAX_SHOWN = 2000;

/** How long what a process has printed is waited for, once it has ended. */
const PATIENCE_MS = 500;

export interface ProcessOptions {
  readonly python: string;
  readonly memoryMb: number;
}

/** How processes are started that judge a target: in Python for one in Python, else in Node. */
export function processStarter({ type }: Target, { python, memoryMb }: ProcessOptions): StartChannel {
  const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
  // Python hands its own standard output to the protocol, Node cannot, and has a fourth stream.
  return type === "python"
    ? (events) => listen(spawnPython(python, script("python_target.py")), 1, events)
    : (events) => listen(spawnNode(script("process.js"), memoryMb), 3, events);
}

const spawnPython = (python: string, script: string): ChildProcess =>
  spawn(python, ["-u", script], {
    stdio: ["pipe", "pipe", "pipe"],
    // The order of sets must not change from run to run.
    env: { ...process.env, PYTHONHASHSEED: "0", PYTHONIOENCODING: "utf-8" },
  });

const spawnNode = (script: string, memoryMb: number): ChildProcess =>
  spawn(process.execPath, [`--max-old-space-size=${memoryMb}`, script], {
    stdio: ["pipe", "ignore", "pipe", "pipe"],
  });

function listen(
  child: ChildProcess,
  replies: 1 | 3,
  { onReply, onReplaced, onEnd }: ChannelEvents,
): ReturnType<StartChannel> {
  /** The process that judges, if it is not the child itself. */
  let fork: number | undefined;
  const printed = lastPrinted(child.stderr);
  const stop = (): void => {
    if (fork === undefined) child.kill("SIGKILL");
    else killProcess(fork);
  };
  const kill = (): void => {
    child.kill("SIGKILL");
    stop();
  };
  process.once("exit", kill);
  // What is written to a process that has just ended is lost with it.
  child.stdin?.on("error", () => undefined);
  const onStarted = ({ params: { pid, ended } }: Started): void => {
    fork = pid;
    // What it printed last is heard before.
    if (ended !== null) setImmediate(() => onReplaced(endOf(ended) + printed.take()));
  };
  onLines(child.stdio[replies] as Readable, (line) => {
    const message = parse(line);
    if (message === undefined) return;
    if ("method" in message && message.method === "process/started") onStarted(message);
    else onReply(message);
  });
  const end = (reason: string): void => {
    process.removeListener("exit", kill);
    onEnd(reason);
  };
  child.on("error", (error) => end(error.message));
  child.on("exit", (code, signal) => {
    const told = (): void => end(endOf({ code, signal }) + printed.take());
    // What it printed last is heard before, unless a process that it has left behind keeps the stream open.
    const patience = setTimeout(told, PATIENCE_MS);
    child.once("close", () => {
      clearTimeout(patience);
      told();
    });
  });
  return { send: (request) => void child.stdin?.write(`${JSON.stringify(request)}\n`), stop, kill };
}

function killProcess(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has just ended by itself.
  }
}

const endOf = ({ code, signal }: ProcessEnd): string =>
  signal === null ? `the process ended with code ${code}` : `the process was ended by ${signal}`;

/** The last line that was printed since it was asked for: the message of what ended the process, as a rule. */
function lastPrinted(stream: Readable | null): { readonly take: () => string } {
  let printed = "";
  stream?.setEncoding("utf8").on("data", (text: string) => (printed = (printed + text).slice(-MAX_SHOWN)));
  return {
    take: () => {
      const line = printed.trimEnd().split("\n").at(-1) ?? "";
      printed = "";
      return line === "" ? "" : `: ${line}`;
    },
  };
}

function parse(line: string): Reply | Started | undefined {
  try {
    return JSON.parse(line) as Reply | Started;
  } catch {
    return undefined;
  }
}
