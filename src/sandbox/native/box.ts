import { type ChildProcess, spawn } from "node:child_process";
import type { Socket } from "node:net";
import { HARNESS } from "../python/prelude.js";
import { boxUser, type Bind, bubblewrapArguments } from "./bubblewrap.js";
import { encodeFrame, type Frame, frameReader } from "./frames.js";
import type { BoxReply, BoxReport, BoxTask } from "./request.js";
import { seccompFilter } from "./seccomp.js";
import { SUPERVISOR } from "./supervisor.js";
import type { Architecture } from "./syscalls.js";

/** What boxes are made of, here. */
export interface BoxParts {
  /** Path of bubblewrap. */
  readonly bubblewrap: string;
  /** Path of the Python that supervises. */
  readonly python: string;
  readonly architecture: Architecture;
  readonly binds: readonly Bind[];
}

/** A box that is ready to run programs, one run at a time. */
export interface Box {
  /** Runs a program on an input. Never rejects. */
  readonly run: (task: BoxTask) => Promise<BoxReply>;
  readonly isOpen: () => boolean;
  /** Ends the box with all that runs in it. */
  readonly close: () => Promise<void>;
}

/** The supervisor itself keeps deadlines. This much later it counts as lost. */
const WATCHDOG_MS = 10_000;

/** Bytes of what bubblewrap complains about that are kept. */
const MAX_COMPLAINT = 4096;

/** Starts a box. Rejects with what bubblewrap or the supervisor has to say if there is none. */
export async function startBox(parts: BoxParts): Promise<Box> {
  const child = spawnBox(parts);
  const link = connect(child);
  const { architecture } = parts;
  const filters = {
    program: seccompFilter(architecture, "program").toString("hex"),
    compiler: seccompFilter(architecture, "compiler").toString("hex"),
  };
  const ready = await link.ask({ filters }, Buffer.from(HARNESS));
  if (ready === null) throw new Error(link.complaint() || "bubblewrap has ended without a word");
  let loaded: Uint8Array | null = null;
  return {
    run: async ({ image, request, stdin }) => {
      if (loaded !== image) link.tell({ load: true }, image);
      loaded = image;
      const watchdog = setTimeout(() => void link.close(), request.timeMs + WATCHDOG_MS);
      const frame = await link.ask(request, Buffer.from(stdin));
      clearTimeout(watchdog);
      const reply = replyOf(frame);
      // Where something has failed, nothing is known about what is left behind.
      if ("failure" in reply) await link.close();
      return reply;
    },
    isOpen: link.isOpen,
    close: link.close,
  };
}

function spawnBox({ bubblewrap, python, binds }: BoxParts): ChildProcess {
  const command = [python, "-s", "-B", "-X", "utf8", "-c", SUPERVISOR];
  return spawn(bubblewrap, bubblewrapArguments(binds, command), {
    ...boxUser(),
    env: {},
    cwd: "/",
    stdio: ["pipe", "pipe", "pipe"],
  });
}

/** What the supervisor says of a run. */
type RawReport = Omit<BoxReport, "stdout" | "stderr" | "result"> & {
  readonly failure: string;
  readonly lengths: readonly [stdout: number, stderr: number, result: number];
};

function replyOf(frame: Frame | null): BoxReply {
  if (frame === null) return { failure: "The box has ended.", isLost: true };
  const { failure, lengths, ...rest } = frame.header as RawReport;
  if (failure !== "") return { failure, isLost: false };
  const [out, error] = lengths;
  const { body } = frame;
  const [stdout, stderr] = [body.subarray(0, out), body.subarray(out, out + error)];
  return { ...rest, stdout, stderr, result: body.subarray(out + error) };
}

interface Link {
  readonly tell: (header: unknown, body: Uint8Array) => void;
  /** Sends a message and waits for the answer; `null` if the box ends before. */
  readonly ask: (header: unknown, body: Uint8Array) => Promise<Frame | null>;
  readonly isOpen: () => boolean;
  readonly complaint: () => string;
  /** Ends the box, and resolves once nothing of it is left. */
  readonly close: () => Promise<void>;
}

/** Says whether a box that is idle keeps the host alive. */
function livenessOf(child: ChildProcess): (isWorking: boolean) => void {
  const handles = [child, child.stdin as Socket, child.stdout as Socket, child.stderr as Socket];
  return (isWorking) => {
    for (const handle of handles) {
      if (isWorking) handle.ref();
      else handle.unref();
    }
  };
}

/** Waits until nothing of a process is left; resolves with why it could not be started, or nothing. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", ({ message }) => resolve(message));
    child.once("close", () => resolve(""));
  });
}

function connect(child: ChildProcess): Link {
  const keepAlive = livenessOf(child);
  let waiting: ((frame: Frame | null) => void) | null = null;
  let [isOpen, complaint] = [true, ""];
  const answer = (frame: Frame | null): void => {
    waiting?.(frame);
    waiting = null;
    keepAlive(false);
  };
  const ended = endOf(child).then((error) => {
    complaint ||= error;
    isOpen = false;
    answer(null);
  });
  // A box that ends while it is written to says so by its end.
  child.stdin?.on("error", () => undefined);
  child.stdout?.on("data", frameReader(answer));
  child.stderr?.on("data", (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(0, MAX_COMPLAINT);
  });
  const tell = (header: unknown, body: Uint8Array): void => {
    child.stdin?.write(encodeFrame(header, body));
  };
  return {
    tell,
    ask: (header, body) => {
      if (!isOpen) return Promise.resolve(null);
      keepAlive(true);
      return new Promise((resolve) => {
        waiting = resolve;
        tell(header, body);
      });
    },
    isOpen: () => isOpen,
    complaint: () => complaint.trim(),
    close: () => {
      if (isOpen) keepAlive(true);
      isOpen = false;
      child.kill("SIGKILL");
      return ended;
    },
  };
}
