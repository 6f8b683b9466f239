import {
  type CodeRunner,
  languageName,
  type RunInput,
  type RunLimits,
  type RunnerCapabilities,
  type RunOutcome,
  type RunResult,
} from "../../code/index.js";
import { checkList, checkName, checkObject } from "../../core/index.js";
import { headersFromEnvironment, httpUrl, requestSender } from "../../http/index.js";
import { EXIT_MEMORY, EXIT_SYNTAX } from "../python/prelude.js";
import { e2b } from "./e2b.js";
import { type OpenEngine, type RemoteEngine, type RemoteReport, sendAtHome } from "./engine.js";
import { createFleet, type Fleet } from "./fleet.js";
import { judge0 } from "./judge0.js";
import { piston } from "./piston.js";
import { remoteProgram } from "./program.js";
import { sandboxFusion } from "./sandbox-fusion.js";

/** What is known of a service. */
interface Kind {
  readonly open: OpenEngine;
  /** Bytes that it lets a program write unless it is told otherwise. */
  readonly outputBytes: number;
  /** The address to which it belongs, and the variables whose values go there unless others are named. */
  readonly home?: { readonly origin: string; readonly headersEnv: Readonly<Record<string, string>> };
}

/** Services that run programs. */
export type RemoteEngineName = "e2b" | "judge0" | "piston" | "sandbox_fusion";

const KINDS: Readonly<Record<RemoteEngineName, Kind>> = {
  piston: { open: piston, outputBytes: 1024 },
  sandbox_fusion: { open: sandboxFusion, outputBytes: Infinity },
  e2b: {
    open: e2b,
    outputBytes: Infinity,
    home: { origin: "https://api.e2b.app", headersEnv: { "X-API-Key": "E2B_API_KEY" } },
  },
  judge0: { open: judge0, outputBytes: 1 << 20 },
};

/** Options of {@link remoteRunner}. */
export interface RemoteRunnerOptions {
  readonly engine: RemoteEngineName;
  /** Addresses of the service; of several, each run goes to the one with the least to do. */
  readonly endpoints: readonly string[];
  /** How many runs are under way at each address. @default 8 */
  readonly concurrency?: number;
  /** How often a run is tried again after a failure of the service, at another address if there is one. @default 3 */
  readonly retries?: number;
  /**
   * Bytes that the service lets a program write; a right program that has to write more is an `infra_error`. By default
   * what the service does as it is delivered: 1024 for Piston.
   */
  readonly outputBytes?: number;
  /**
   * By the name of a header, the environment variable that holds its value. By default `{ "X-API-Key": "E2B_API_KEY" }`
   * for E2B at its own address, and none elsewhere.
   */
  readonly headersEnv?: Readonly<Record<string, string>>;
}

/** Milliseconds that a service may take beyond a program's own time, in which it may compile and wait for its turn. */
const SPARE_MS = 120_000;

/** The longest time of a program, which bounds a request. */
const LONGEST_MS = 600_000;

/** Of a failed service, the same request is tried again at once; other addresses come first. */
const REQUEST_RETRIES = 1;

/** Characters of standard error that are shown. */
const MESSAGE_LENGTH = 4096;

/** What the last words of a program say of a lack of memory. No more depends on it than the name of the failure. */
const OUT_OF_MEMORY = /MemoryError|JavaScript heap out of memory|std::bad_(?:array_new_length|alloc)/;

/**
 * Runs programs at a service elsewhere. What a run needs is sent with it, so that each is a new process with nothing
 * left of another; what is expected stays here. Where the service fails, after retries, that is an `infra_error`.
 *
 * @throws {RewardError} `bad_options` for an engine or an address that is none, or a variable that is not set
 */
export function remoteRunner(options: RemoteRunnerOptions): CodeRunner {
  checkObject("the options of a remote runner", options, "an object");
  const fleet = openFleet(options);
  const closing = new AbortController();
  return {
    capabilities: async () => ({
      isolation: options.engine,
      languages: await languagesOf(fleet, closing.signal),
    }),
    compile: async ({ language: spelling, source }) => {
      const language = languageName(spelling);
      const found = await fleet.languages(closing.signal);
      if ("outage" in found) return { outcome: "infra_error", message: found.outage };
      if (found.includes(language)) return { outcome: "ok", artifact: { language, handle: source } };
      return { outcome: "infra_error", message: `${options.engine} does not run ${language}.` };
    },
    run: async ({ language, handle }, inputs, limits, signal = closing.signal) => {
      const run = (input: RunInput): Promise<RunResult> =>
        runOnce(fleet, { language, source: handle as string }, input, limits, signal);
      const [first, ...others] = inputs;
      if (first === undefined) return [];
      const result = await run(first);
      // Services compile a program anew for each run, which for one that does not compile is enough once.
      if (result.outcome === "compile_error") return inputs.map(() => result);
      return [result, ...(await Promise.all(others.map(run)))];
    },
    close: () => Promise.resolve(),
  };
}

function openFleet({
  engine,
  endpoints,
  concurrency = 8,
  retries = 3,
  outputBytes,
  headersEnv,
}: RemoteRunnerOptions): Fleet {
  checkName("engine", engine, Object.keys(KINDS));
  checkList("endpoints", endpoints, "a list of addresses");
  const kind = KINDS[engine];
  const opened = endpoints.map((endpoint): [string, RemoteEngine] => {
    const url = httpUrl("endpoints", endpoint);
    const root = url.href.replace(/\/$/, "");
    const variables = headersEnv ?? (url.origin === kind.home?.origin ? kind.home.headersEnv : {});
    const headers = headersFromEnvironment(variables);
    const timeoutMs = LONGEST_MS + SPARE_MS;
    const sender = requestSender({ headers: {}, timeoutMs, retries: REQUEST_RETRIES, concurrency });
    const send = sendAtHome(sender, root, headers);
    return [root, kind.open({ send, root, outputBytes: outputBytes ?? kind.outputBytes })];
  });
  return createFleet(new Map(opened), retries);
}

async function languagesOf(fleet: Fleet, signal: AbortSignal): Promise<RunnerCapabilities["languages"]> {
  const found = await fleet.languages(signal);
  if ("outage" in found) return { python: { reason: found.outage } };
  return Object.fromEntries(found.map((name) => [name, { available: true as const }]));
}

async function runOnce(
  fleet: Fleet,
  { language, source }: { readonly language: string; readonly source: string },
  input: RunInput,
  limits: RunLimits,
  signal: AbortSignal,
): Promise<RunResult> {
  const program = remoteProgram(language, source, input);
  if ("reason" in program) return infraResult(program.reason);
  const report = await fleet.run({ language, limits, ...program }, signal);
  return "outage" in report ? infraResult(report.outage) : resultOf(report, language, limits);
}

const infraResult = (message: string): RunResult => ({ outcome: "infra_error", stdout: "", message });

function resultOf(report: RemoteReport, language: string, { outputBytes }: RunLimits): RunResult {
  const { stdout, stderr, wallMs, memoryBytes } = report;
  const isLong = Buffer.byteLength(stdout) > outputBytes;
  return {
    outcome: isLong ? "output_limit" : outcomeOf(report, language),
    stdout: isLong ? Buffer.from(stdout).toString("utf8", 0, outputBytes) : stdout,
    message: stderr.slice(-MESSAGE_LENGTH),
    ...(wallMs !== undefined && { wallMs }),
    ...(memoryBytes !== undefined && { memoryBytes }),
  };
}

function outcomeOf({ ended, exitCode, stderr }: RemoteReport, language: string): RunOutcome {
  if (ended !== "itself") return ended;
  if (exitCode === 0) return "ok";
  if (exitCode === EXIT_MEMORY && language === "python") return "memory_limit";
  if (exitCode === EXIT_SYNTAX && language === "python") return "compile_error";
  return OUT_OF_MEMORY.test(stderr) ? "memory_limit" : "runtime_error";
}
