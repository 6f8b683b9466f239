import type { RunInput, RunOutcome } from "../../code/index.js";
import { memoryImage } from "../memory-image.js";
import { outputBuffer } from "../output-buffer.js";
import type { RunReport, RunTask } from "../protocol.js";
import type { EmscriptenModule } from "./emscripten.js";
import { guardFiles } from "./file-system.js";
import { type Gate, installGate, type Stop } from "./gate.js";
import { EXIT_MEMORY, EXIT_SYNTAX, PRELUDE } from "./prelude.js";

/** The part of Pyodide that is used here, with the options that its types do not show. */
interface Pyodide {
  readonly _module: EmscriptenModule;
  readonly runPython: (source: string) => unknown;
  readonly makeMemorySnapshot: () => Uint8Array;
  readonly setInterruptBuffer: (buffer: Uint8Array) => void;
  readonly setStdin: (handler: { read: (into: Uint8Array) => number }) => void;
  readonly setStdout: (handler: { write: (bytes: Uint8Array) => number }) => void;
  readonly setStderr: (handler: { write: (bytes: Uint8Array) => number }) => void;
}

type Load = (options: object) => Promise<Pyodide>;

/** A seed that is part of the snapshot: iteration over sets is the same in every run. */
const ENVIRONMENT = { PYTHONHASHSEED: "0" };

async function load(options: object): Promise<Pyodide> {
  const { loadPyodide } = (await import("pyodide")) as unknown as { loadPyodide: Load };
  return loadPyodide({ env: ENVIRONMENT, jsglobals: {}, packageCacheDir: "/nonexistent", ...options });
}

/** Starts an interpreter the slow way, and makes of it what {@link startInterpreter} starts from. */
export async function makeSnapshot(): Promise<Uint8Array> {
  const python = await load({ _makeSnapshot: true });
  python.runPython(PRELUDE);
  return python.makeMemorySnapshot();
}

/** Memory that runs may add to the interpreter's before it is cheaper to start a new one than to clear it. */
const MAX_GROWTH = 96 << 20;

/** Bytes of standard error that are kept, for people to read. */
const MAX_MESSAGE = 4096;

/**
 * Starts an interpreter from a snapshot. Every task runs in the memory of the snapshot, untouched by the tasks before it,
 * behind the gate.
 */
export async function startInterpreter(
  module: WebAssembly.Module,
  snapshot: Uint8Array,
): Promise<(task: RunTask) => RunReport> {
  let memory = (): Uint8Array => snapshot;
  const gate = installGate(module, () => memory());
  const python = await load({ _loadSnapshot: snapshot });
  const emscripten = python._module;
  memory = () => emscripten.HEAPU8;
  const streams = connectStreams(python, gate);
  // Without a buffer the interpreter does not look for signals, and the gate not at the clock.
  python.setInterruptBuffer(new Uint8Array(1));
  const restore = checkpoint(emscripten);
  return (task) => {
    streams.reset(task);
    const source = emscripten.stringToNewUTF8(statementOf(task));
    const started = performance.now();
    const end = runGated(emscripten, gate, source, task);
    const wallMs = performance.now() - started;
    const memoryBytes = emscripten._sbrk(0);
    const isSpent = !restore();
    const report = { outcome: outcomeOf(end), message: streams.message(end), wallMs, memoryBytes, isSpent };
    return { ...report, ...streams.take() };
  };
}

type End = Stop | { readonly why: "crash"; readonly message: string };

function runGated(emscripten: EmscriptenModule, gate: Gate, source: number, { limits }: RunTask): End {
  let end: End = { why: "crash", message: "The interpreter came back without an exit code." };
  gate.close(Date.now() + limits.timeMs, limits.memoryBytes);
  try {
    emscripten._PyRun_SimpleStringFlags(source, 0);
  } catch (error) {
    // A stack that overflows or a trap of WebAssembly; what the gate has thrown is told below.
    end = { why: "crash", message: String(error) };
  }
  return gate.open() ?? end;
}

/** A JSON string is a Python string, but that both halves of a surrogate pair are one character there. */
const pythonText = (text: string): string => JSON.stringify(text).replaceAll("\u007f", "\\x7f");

const CALLS: Readonly<{
  [Kind in RunInput["kind"]]: (source: string, input: Extract<RunInput, { kind: Kind }>) => string;
}> = {
  stdin: (source) => `run(${source})`,
  call: (source, { name, args }) => `call(${source}, ${pythonText(name)}, ${pythonText(args)})`,
  expression: (source, { text }) => `evaluate(${source}, ${pythonText(text)})`,
};

function statementOf({ source, input }: RunTask): string {
  const text = pythonText(source);
  const call = input === null ? `check(${text})` : CALLS[input.kind](text, input as never);
  return `__import__("_harness").${call}`;
}

const OUTCOME_OF_EXIT: ReadonlyMap<number, RunOutcome> = new Map([
  [0, "ok"],
  [EXIT_MEMORY, "memory_limit"],
  [EXIT_SYNTAX, "compile_error"],
]);

const OUTCOME_OF_STOP = { deadline: "timeout", output: "output_limit", denied: "runtime_error" } as const;

function outcomeOf(end: End): RunOutcome {
  if (end.why === "exit") return OUTCOME_OF_EXIT.get(end.code) ?? "runtime_error";
  return end.why === "crash" ? "runtime_error" : OUTCOME_OF_STOP[end.why];
}

/** Standard streams of the current run. */
interface Streams {
  readonly reset: (task: RunTask) => void;
  readonly take: () => { readonly stdout: string };
  readonly message: (end: End) => string;
}

function connectStreams(python: Pyodide, gate: Gate): Streams {
  const [out, errors] = [outputBuffer(), outputBuffer()];
  let stdin = new Uint8Array();
  python.setStdin({
    read: (into) => {
      const chunk = stdin.subarray(0, into.length);
      stdin = stdin.subarray(chunk.length);
      into.set(chunk);
      return chunk.length;
    },
  });
  python.setStdout({ write: (bytes) => (out.write(bytes) ? bytes.length : gate.stop({ why: "output" })) });
  python.setStderr({
    write: (bytes) => {
      errors.write(bytes);
      return bytes.length;
    },
  });
  return {
    reset: ({ input, limits }) => {
      stdin = input?.kind === "stdin" ? new TextEncoder().encode(input.text) : new Uint8Array();
      out.reset(limits.outputBytes);
      errors.reset(MAX_MESSAGE);
    },
    take: () => ({ stdout: out.take() }),
    message: (end) => {
      if (end.why === "denied") return `The sandbox does not allow ${end.name}.`;
      return end.why === "crash" ? end.message : errors.take();
    },
  };
}

/**
 * Remembers the interpreter as it is. The returned function brings it back, and tells whether that was enough: memory
 * does not shrink.
 */
function checkpoint(emscripten: EmscriptenModule): () => boolean {
  const files = guardFiles(emscripten.FS);
  const image = memoryImage(emscripten.HEAPU8);
  const stack = emscripten._emscripten_stack_get_current();
  return () => {
    const memory = emscripten.HEAPU8;
    files.restore();
    if (memory.length - image.length > MAX_GROWTH) return false;
    image.restore(memory);
    emscripten.__emscripten_stack_restore(stack);
    return true;
  };
}
