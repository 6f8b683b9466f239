import { createRequire } from "node:module";
import { availableParallelism, homedir } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import {
  type Artifact,
  type CodeRunner,
  type Compilation,
  languageName,
  type RunInput,
  type RunLimits,
  type RunnerCapabilities,
  type RunResult,
} from "../code/index.js";
import { type EngineName, infraReport, type Portion, type RunReport } from "./protocol.js";
import { sandboxProcess } from "./sandbox-process.js";

/** Options of {@link embeddedRunner}. */
export interface EmbeddedRunnerOptions {
  /** How many programs run at once; as many as there are cores by default, and at most 8. */
  readonly workers?: number;
  /**
   * Where the snapshot is kept from which Python starts in half a second; `null` for nowhere. By default a folder of the
   * user's cache.
   */
  readonly cacheFolder?: string | null;
}

/** Each Python interpreter takes 150 MB. */
const MOST_WORKERS = 8;

/** An interpreter needs some memory before a program has any, and WebAssembly has no more than so much. */
const LEAST_MEMORY = 64 << 20;
const MOST_MEMORY = 2048 * (1 << 20);

const withinReach = (limits: RunLimits): RunLimits => ({
  ...limits,
  memoryBytes: Math.min(Math.max(limits.memoryBytes, LEAST_MEMORY), MOST_MEMORY),
});

/** What compiling may take. */
const COMPILE_LIMITS = { timeMs: 10_000, memoryBytes: 256 << 20, outputBytes: 4096 };

/** The packages that each language needs. */
const PACKAGES: Readonly<Record<EngineName, readonly string[]>> = {
  python: ["pyodide"],
  javascript: ["quickjs-emscripten-core", "@jitl/quickjs-wasmfile-release-sync"],
  typescript: ["quickjs-emscripten-core", "@jitl/quickjs-wasmfile-release-sync", "sucrase"],
};

/**
 * Runs Python, JavaScript and TypeScript in WebAssembly, in threads of a process of its own: a sandbox that needs nothing
 * but npm packages. A program has no files but its own few, no network, no other processes and no clock of its own
 * choosing, and nothing is left of it when the next one runs.
 */
export function embeddedRunner(options: EmbeddedRunnerOptions = {}): CodeRunner {
  const { workers = defaultWorkers(), cacheFolder = defaultCacheFolder() } = options;
  const sandbox = sandboxProcess({ workers, cacheFolder });
  // A portion per worker is under way, and another one waits in the process, so that no worker waits for a message.
  const limit = pLimit(2 * workers);
  const run = (portion: Portion, signal?: AbortSignal): Promise<readonly RunReport[]> =>
    limit(async () => {
      const fail = (reason: string): readonly RunReport[] => portion.inputs.map(() => infraReport(reason));
      if (signal?.aborted) return fail("aborted");
      const reports = (await sandbox.run(portion, signal)) ?? (await sandbox.run(portion, signal));
      return reports ?? fail("The sandbox's process ended.");
    });
  return {
    capabilities: () => Promise.resolve(capabilities()),
    compile: async ({ language, source }, signal) => {
      const engine = engineOf(language);
      if (engine === null) return { outcome: "infra_error", message: reasonAgainst(language) };
      const [report] = await run({ engine, source, inputs: [null], limits: COMPILE_LIMITS }, signal);
      return compilationOf(report ?? infraReport("no report"), { language: engine, handle: source });
    },
    run: async ({ language, handle }, inputs, asked, signal) => {
      const program = {
        engine: language as EngineName,
        source: handle as string,
        limits: withinReach(asked),
      };
      const reports = await Promise.all(
        portionsOf(inputs).map((portion) => run({ ...program, inputs: portion }, signal)),
      );
      return reports.flat().map(resultOf);
    },
    close: sandbox.close,
  };
}

/** Inputs that travel together. */
const PORTION = 32;

const portionsOf = (inputs: readonly RunInput[]): readonly (readonly RunInput[])[] =>
  Array.from({ length: Math.ceil(inputs.length / PORTION) }, (_, i) =>
    inputs.slice(i * PORTION, (i + 1) * PORTION),
  );

function compilationOf({ outcome, message }: RunReport, artifact: Artifact): Compilation {
  if (outcome === "ok") return { outcome, artifact };
  return { outcome: outcome === "infra_error" ? outcome : "compile_error", message };
}

const resultOf = ({ outcome, stdout, message, wallMs, memoryBytes }: RunReport): RunResult => ({
  outcome,
  stdout,
  message,
  wallMs,
  ...(memoryBytes !== undefined && { memoryBytes }),
});

const defaultWorkers = (): number => Math.min(availableParallelism(), MOST_WORKERS);

function defaultCacheFolder(): string {
  const { XDG_CACHE_HOME } = process.env;
  return join(XDG_CACHE_HOME ?? join(homedir(), ".cache"), "grpo-rewards");
}

/** How many times longer programs take than on the machine itself: CPython on WebAssembly, and no compiler for JavaScript. */
const SLOWDOWN: Readonly<Record<EngineName, number>> = { python: 4, javascript: 10, typescript: 10 };

const isEngine = (name: string): name is EngineName => Object.hasOwn(PACKAGES, name);

function missingPackages(engine: EngineName): string[] {
  const { resolve } = createRequire(import.meta.url);
  return PACKAGES[engine].filter((name) => {
    try {
      resolve(name);
      return false;
    } catch {
      return true;
    }
  });
}

function engineOf(language: string): EngineName | null {
  const name = languageName(language);
  return isEngine(name) && missingPackages(name).length === 0 ? name : null;
}

function reasonAgainst(language: string): string {
  const name = languageName(language);
  if (!isEngine(name)) return `The embedded sandbox does not run ${name}.`;
  return `To run ${name}, install ${missingPackages(name).join(" and ")}.`;
}

function capabilities(): RunnerCapabilities {
  const languages = (Object.keys(PACKAGES) as EngineName[]).map((name) => {
    const isMissing = engineOf(name) === null;
    const runs = { available: true as const, slowdown: SLOWDOWN[name] };
    return [name, isMissing ? { reason: reasonAgainst(name) } : runs] as const;
  });
  return { isolation: "embedded", languages: Object.fromEntries(languages) };
}
