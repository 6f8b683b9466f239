import { type ChildProcess, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { Target } from "../target.js";
import type { ChannelEvents, StartChannel } from "./channel.js";
import { onLines } from "./lines.js";
import type { Reply } from "./protocol.js";

/** What a process printed last is shown if it cannot start. */
const MAX_SHOWN = 2000;

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
  { onReply, onEnd }: ChannelEvents,
): ReturnType<StartChannel> {
  let printed = "";
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  child.stderr
    ?.setEncoding("utf8")
    .on("data", (text: string) => (printed = (printed + text).slice(-MAX_SHOWN)));
  // What is written to a process that has just ended is lost with it.
  child.stdin?.on("error", () => undefined);
  onLines(child.stdio[replies] as Readable, (line) => {
    const reply = parse(line);
    if (reply !== undefined) onReply(reply);
  });
  const end = (reason: string): void => {
    process.removeListener("exit", kill);
    onEnd(reason);
  };
  child.on("error", (error) => end(error.message));
  child.on("close", (code, signal) => end(endOf(code, signal) + tail(printed)));
  return { send: (request) => void child.stdin?.write(`${JSON.stringify(request)}\n`), kill };
}

const endOf = (code: number | null, signal: NodeJS.Signals | null): string =>
  signal === null ? `the process ended with code ${code}` : `the process was ended by ${signal}`;

/** The last line that was printed: the message of what ended the process, as a rule. */
function tail(printed: string): string {
  const line = printed.trimEnd().split("\n").at(-1) ?? "";
  return line === "" ? "" : `: ${line}`;
}

function parse(line: string): Reply | undefined {
  try {
    return JSON.parse(line) as Reply;
  } catch {
    return undefined;
  }
}
