import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { QuickJSSyncVariant, QuickJSWASMModule } from "quickjs-emscripten-core";
import { memoryImage } from "../memory-image.js";
import { outputBuffer } from "../output-buffer.js";
import type { RunReport, RunTask } from "../protocol.js";
import { prepareProgram, type Program } from "./execute.js";
import { moduleSource } from "./modules.js";
import type { End, Run } from "./run.js";

/** Deeper recursion than this overflows the thread's own stack, which is no error that a program could catch. */
const STACK_BYTES = 4 << 20;

/** Bytes of standard error that are kept, for people to read. */
const MAX_MESSAGE = 4096;

type Outcome = RunReport["outcome"];

/** An engine and its memory as it was before any program ran. */
interface Machine {
  readonly program: Program;
  readonly begin: (run: Run) => void;
  readonly memoryBytes: () => number;
  /** Puts the memory back, and tells whether that was enough: it does not shrink. */
  readonly restore: () => boolean;
}

/** Loads QuickJS. Every run finds the engine as the first one did, byte by byte. */
export async function loadEngine(): Promise<(task: RunTask) => Promise<RunReport>> {
  const { newQuickJSWASMModuleFromVariant, newVariant } = await import("quickjs-emscripten-core");
  const { default: variant } = (await import("@jitl/quickjs-wasmfile-release-sync")) as unknown as {
    default: QuickJSSyncVariant;
  };
  const file = createRequire(import.meta.url).resolve("@jitl/quickjs-wasmfile-release-sync/wasm");
  const compiled = newVariant(variant, { wasmModule: await WebAssembly.compile(await readFile(file)) });
  const start = async (): Promise<Machine> => startMachine(await newQuickJSWASMModuleFromVariant(compiled));
  let machine: Machine | null = await start();
  return async (task) => {
    machine ??= await start();
    const { report, isBroken } = runTask(machine, task);
    if (isBroken || !machine.restore()) machine = null;
    return report;
  };
}

function startMachine(engine: QuickJSWASMModule): Machine {
  let current: Run | null = null;
  const runtime = engine.newRuntime({
    maxStackSizeBytes: STACK_BYTES,
    interruptHandler: () => {
      if (current && Date.now() > current.deadline) current.end("deadline");
      return current !== null && current.ended() !== null;
    },
    moduleLoader: moduleSource,
  });
  const program = prepareProgram(runtime.newContext(), () => current);
  const memory = engine.getWasmMemory();
  const image = memoryImage(new Uint8Array(memory.buffer));
  return {
    program,
    begin: (run) => {
      current = run;
      runtime.setMemoryLimit(run.task.limits.memoryBytes);
    },
    memoryBytes: () => memory.buffer.byteLength,
    restore: () => {
      const now = new Uint8Array(memory.buffer);
      image.restore(now);
      return now.length === image.length;
    },
  };
}

function runTask(
  { begin, memoryBytes, program }: Machine,
  task: RunTask,
): { readonly report: RunReport; readonly isBroken: boolean } {
  const started = performance.now();
  const { run, stdout, stderr } = createRun(task);
  let outcome: Outcome = "runtime_error";
  let isBroken = false;
  try {
    begin(run);
    outcome = program(run);
  } catch (error) {
    // The engine has given up, or the program has broken what runs beside it.
    run.write(2, String(error));
    isBroken = true;
  }
  const report = {
    outcome: outcomeOf(run.ended(), outcome),
    stdout: stdout(),
    message: stderr(),
    wallMs: performance.now() - started,
    memoryBytes: memoryBytes(),
    isSpent: false,
  };
  return { report, isBroken };
}

function createRun(task: RunTask): {
  readonly run: Run;
  readonly stdout: () => string;
  readonly stderr: () => string;
} {
  const [out, errors] = [outputBuffer(), outputBuffer()];
  out.reset(task.limits.outputBytes);
  errors.reset(MAX_MESSAGE);
  const encoder = new TextEncoder();
  let ended: End | null = null;
  const end = (why: End): void => {
    ended ??= why;
  };
  const write = (descriptor: number, text: string): void => {
    const isWithin = (descriptor === 1 ? out : errors).write(encoder.encode(text));
    if (!isWithin && descriptor === 1) end("output");
  };
  const deadline = Date.now() + task.limits.timeMs;
  return { run: { task, deadline, end, ended: () => ended, write }, stdout: out.take, stderr: errors.take };
}

/** How the program ended: from outside, or else by itself. */
function outcomeOf(ended: End | null, outcome: Outcome): Outcome {
  if (ended === "deadline") return "timeout";
  if (ended === "output") return "output_limit";
  if (ended !== null) return ended === 0 ? "ok" : "runtime_error";
  return outcome;
}
