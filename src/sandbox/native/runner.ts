import { availableParallelism } from "node:os";
import {
  type CodeRunner,
  type Compilation,
  languageName,
  type Program,
  type RunnerCapabilities,
  type RunOutcome,
  type RunResult,
} from "../../code/index.js";
import type { Absence } from "./absence.js";
import { type Box, type BoxParts, startBox } from "./box.js";
import { type BoxPool, boxPool } from "./box-pool.js";
import { compilerParts, defaultHeaderFolder } from "./compiler.js";
import { cpp } from "./cpp.js";
import { javascript } from "./javascript.js";
import type { NativeLanguage, NativeProgram } from "./language.js";
import { nativeState } from "./probe.js";
import { python } from "./python.js";
import type { BoxReply, BoxReport, BoxTask } from "./request.js";

/** Options of {@link nativeRunner}. */
export interface NativeRunnerOptions {
  /** How many programs run at once; as many as there are cores by default. */
  readonly workers?: number;
  /**
   * Where the precompiled header of C++ is kept (100 MB), without which compiling takes four times as long; `null` for
   * nowhere. By default a folder of the user's cache, and for root `/var/cache/grpo-rewards`.
   */
  readonly cacheFolder?: string | null;
}

/** All that a runner starts with its first program. */
interface Running {
  readonly boxes: BoxPool;
  readonly compilers: BoxPool;
  readonly languages: Readonly<Record<string, NativeLanguage>>;
}

/**
 * Runs Python, C++ and JavaScript as they are on this Linux machine, in boxes made by bubblewrap. Each run is a
 * new process in a namespace of its own: it has no network, no files but its own, sees no other process and starts none,
 * and makes system calls by a list. Where boxes cannot be had, `capabilities` tells why, and whatever is run is an
 * `infra_error`.
 */
export function nativeRunner(options: NativeRunnerOptions = {}): CodeRunner {
  const { workers = availableParallelism(), cacheFolder = defaultHeaderFolder() } = options;
  let running: Running | null = null;
  const start = async (): Promise<Running | Absence> => {
    const state = await nativeState();
    return "reason" in state ? state : (running ??= startPools(state.parts, workers, cacheFolder));
  };
  return {
    capabilities,
    compile: async ({ language: spelling, ...program }, signal) => {
      const name = languageName(spelling);
      const { languages } = await capabilities();
      const found = languages[name] ?? { reason: `The native sandbox does not run ${name}.` };
      const started = await start();
      if ("reason" in found) return { outcome: "infra_error", message: found.reason };
      if ("reason" in started) return { outcome: "infra_error", message: started.reason };
      return compile(started, { ...program, language: name }, signal);
    },
    run: async ({ language, handle }, inputs, limits, signal) => {
      const started = await start();
      if ("reason" in started) return inputs.map(() => infraResult(started.reason));
      const program = handle as NativeProgram;
      const failure = started.languages[language]?.failure;
      return started.boxes.use(async (box) => {
        const results: RunResult[] = [];
        for (const input of inputs) {
          const task = await program(input, limits);
          results.push(
            "outcome" in task
              ? { ...task, stdout: "" }
              : resultOf(await runTwice(box, task, signal), failure),
          );
        }
        return results;
      });
    },
    close: async () => {
      const closing = running;
      running = null;
      await Promise.all([closing?.boxes.close(), closing?.compilers.close()]);
    },
  };
}

function startPools(parts: BoxParts, workers: number, cacheFolder: string | null): Running {
  let prepared: Promise<BoxParts> | null = null;
  const compilers = boxPool(
    async () => startBox(await (prepared ??= compilerParts(parts, cacheFolder))),
    workers,
  );
  const compiler = (task: BoxTask): Promise<BoxReply> => compilers.use((box) => runTwice(box, task));
  const boxes = boxPool(() => startBox(parts), workers);
  return { boxes, compilers, languages: { python, javascript, cpp: cpp(compiler) } };
}

async function compile(
  { boxes, languages }: Running,
  { language, source, files = {} }: Program,
  signal: AbortSignal | undefined,
): Promise<Compilation> {
  const run = (task: BoxTask): Promise<BoxReply> => boxes.use((box) => runTwice(box, task, signal));
  const native = languages[language];
  if (native === undefined) return { outcome: "infra_error", message: `There is no language ${language}.` };
  if (Object.keys(files).length > 0 && native.takesFiles !== true) {
    return { outcome: "infra_error", message: `Programs in ${language} do not come with files.` };
  }
  const compiled = await native.compile(source, run, files);
  if (compiled.outcome !== "ok") return compiled;
  return { outcome: "ok", artifact: { language, handle: compiled.program } };
}

const failed = (failure: string): BoxReply => ({ failure, isLost: false });

/** Runs a task, and once more if its box fails: a box may end for other reasons than the program. */
async function runTwice(box: () => Promise<Box>, task: BoxTask, signal?: AbortSignal): Promise<BoxReply> {
  let reply: BoxReply = failed("aborted");
  for (let attempt = 0; attempt < 2; attempt++) {
    if (signal?.aborted) return reply;
    try {
      reply = await (await box()).run(task);
    } catch (error) {
      return failed(error instanceof Error ? error.message : String(error));
    }
    if (!("failure" in reply)) return reply;
  }
  return reply;
}

const infraResult = (message: string): RunResult => ({ outcome: "infra_error", stdout: "", message });

const SIGKILL = 9;

function resultOf(reply: BoxReply, failure: NativeLanguage["failure"] | undefined): RunResult {
  if ("failure" in reply) {
    // What loses its box again, where another one was lost to it, has had a part in it.
    return reply.isLost
      ? { ...infraResult(reply.failure), outcome: "runtime_error" }
      : infraResult(reply.failure);
  }
  const { stdout, stderr, wallMs, memoryBytes } = reply;
  return {
    outcome: outcomeOf(reply, failure),
    stdout: text(stdout),
    message: text(stderr),
    wallMs,
    memoryBytes,
  };
}

/** Bytes that are no UTF-8 stand as the replacement character; a byte order mark is output like any other. */
const text = (bytes: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

const OUTCOME_OF_END = { deadline: "timeout", output: "output_limit" } as const;

function outcomeOf(
  report: BoxReport,
  failure: NativeLanguage["failure"] = () => "runtime_error",
): RunOutcome {
  const { ended, exitCode, signal, isOutOfTime } = report;
  if (ended !== "itself") return OUTCOME_OF_END[ended];
  if (exitCode === 0) return "ok";
  // The kernel kills what has used up its time on the processor, or all memory.
  if (signal === SIGKILL) return isOutOfTime ? "timeout" : "memory_limit";
  return failure(report);
}

async function capabilities(): Promise<RunnerCapabilities> {
  const state = await nativeState();
  const absences = "reason" in state ? { python: state, cpp: state, javascript: state } : state.languages;
  const languages = Object.entries(absences).map(
    ([name, absence]) => [name, absence ?? { available: true as const }] as const,
  );
  return { isolation: "native", languages: Object.fromEntries(languages), takesFiles: true };
}
