import { languageName } from "../../code/index.js";
import {
  engineOf,
  fieldsOf,
  jsonOf,
  numberOf,
  type OpenEngine,
  type Outage,
  type RemoteReport,
  type RemoteTask,
  textOf,
} from "./engine.js";
import { fileName } from "./program.js";

interface Runtime {
  readonly language: string;
  readonly version: string;
}

type Runtimes = ReadonlyMap<string, Runtime>;

/** By the name of a field of the request, the most that this server grants. */
type Caps = Map<string, number>;

const CAPPED = /^(\w+) cannot exceed the configured limit of (\d+)$/;

/** Times that one request is made smaller: once for each field that a server can have a limit for. */
const MOST_REFUSALS = 3;

const isNewer = (version: string, other: string): boolean =>
  version.localeCompare(other, "en", { numeric: true }) > 0;

/** The newest version of each language. */
function newestOf(json: unknown): Runtimes {
  const newest = new Map<string, Runtime>();
  for (const each of Array.isArray(json) ? json : []) {
    const { language, version } = fieldsOf(each);
    if (typeof language !== "string" || typeof version !== "string") continue;
    const name = languageName(language);
    const known = newest.get(name);
    if (known === undefined || isNewer(version, known.version)) newest.set(name, { language, version });
  }
  return newest;
}

function limitFields({ limits }: RemoteTask, caps: Caps): Record<string, number> {
  const wanted = {
    run_timeout: limits.timeMs,
    run_cpu_time: limits.timeMs,
    run_memory_limit: limits.memoryBytes,
  };
  return Object.fromEntries(
    Object.entries(wanted).map(([field, value]) => [field, Math.min(value, caps.get(field) ?? value)]),
  );
}

const ENDS: Readonly<Record<string, RemoteReport["ended"]>> = {
  TO: "timeout",
  OL: "output_limit",
  EL: "output_limit",
};

/** Refuses to blame a program for a limit that is lower than the one that it was promised. */
function blame(
  report: RemoteReport,
  { limits }: RemoteTask,
  caps: Caps,
  outputBytes: number,
): RemoteReport | Outage {
  const granted = Math.min(caps.get("run_timeout") ?? Infinity, caps.get("run_cpu_time") ?? Infinity);
  if (report.ended === "timeout" && granted < limits.timeMs) {
    return { outage: `the server ends programs after ${granted} ms; ask for no more`, isLasting: true };
  }
  if (report.ended === "output_limit" && outputBytes < limits.outputBytes) {
    return {
      outage:
        `the server ends programs that write ${outputBytes} bytes; start it with PISTON_OUTPUT_MAX_SIZE of at least ` +
        `${limits.outputBytes}, and tell it to the runner by outputBytes`,
      isLasting: true,
    };
  }
  return report;
}

function reportOf(json: unknown): RemoteReport | Outage {
  const { compile, run } = fieldsOf(json);
  const stages = [compile, run].filter(Boolean).map(fieldsOf);
  const broken = stages.find(({ status }) => status === "XX");
  if (broken !== undefined) return { outage: `its sandbox failed: ${textOf(broken.message)}` };
  const last = stages.at(-1);
  if (last === undefined) return { outage: "a reply without a run" };
  const { stdout, stderr, code, status, signal, wall_time, memory } = last;
  const output = { exitCode: numberOf(code), stdout: textOf(stdout), stderr: textOf(stderr) };
  if (compile && (fieldsOf(compile).code !== 0 || fieldsOf(compile).status)) {
    return { ...output, ended: "compile_error" };
  }
  // Releases before 3.1.1 tell a timeout by the signal alone.
  const ended = ENDS[textOf(status)] ?? (status === undefined && signal === "SIGKILL" ? "timeout" : "itself");
  const [wallMs, memoryBytes] = [numberOf(wall_time), numberOf(memory)];
  return {
    ...output,
    ended,
    ...(wallMs !== null && { wallMs }),
    ...(memoryBytes !== null && { memoryBytes }),
  };
}

/**
 * Piston, version 2 of its API: https://github.com/engineer-man/piston. The newest version of a language runs. Where a
 * server grants less than is asked for, the program gets what there is, and is not blamed for having had less.
 */
export const piston: OpenEngine = ({ send, root, outputBytes }) => {
  const api = root.includes("/api/") ? root : `${root}/api/v2`;
  const caps: Caps = new Map();
  const runtimes = async (signal: AbortSignal): Promise<Runtimes | Outage> => {
    const reply = jsonOf(await send({ method: "GET", url: new URL(`${api}/runtimes`) }, signal));
    return "json" in reply ? newestOf(reply.json) : reply;
  };
  const execute = async (
    task: RemoteTask,
    runtime: Runtime,
    signal: AbortSignal,
    refusals = 0,
  ): Promise<RemoteReport | Outage> => {
    const files = [{ name: fileName(task), content: task.source }];
    const json = { ...runtime, files, stdin: task.stdin, ...limitFields(task, caps) };
    const reply = await send({ method: "POST", url: new URL(`${api}/execute`), json }, signal);
    const found = jsonOf(reply);
    if ("json" in found) {
      const report = reportOf(found.json);
      return "outage" in report ? report : blame(report, task, caps, outputBytes);
    }
    const [, field, cap] = "text" in reply ? (CAPPED.exec(messageOf(reply.text)) ?? []) : [];
    if (field === undefined || refusals === MOST_REFUSALS) return found;
    caps.set(field, Number(cap));
    return execute(task, runtime, signal, refusals + 1);
  };
  return engineOf(runtimes, (task, runtime, signal) => execute(task, runtime, signal));
};

function messageOf(text: string): string {
  try {
    return textOf(fieldsOf(JSON.parse(text)).message);
  } catch {
    return "";
  }
}
