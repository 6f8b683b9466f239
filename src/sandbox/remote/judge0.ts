import { setTimeout as pause } from "node:timers/promises";
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

type Ids = ReadonlyMap<string, number>;

/** Milliseconds between two looks at a submission, the later ones further apart. */
const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 1000;

/** Milliseconds that a submission may wait for its turn. */
const PATIENCE = 120_000;

/** Statuses: in the queue or running; ended well; an internal error, or no program that could be started. */
const [LAST_WAITING, ACCEPTED, BROKEN] = [2, 3, [13, 14]] as const;

/** Of each language the newest that the service has, whose names are such as "Python (3.8.1)". */
function newestOf(json: unknown): Ids {
  const ids = new Map<string, number>();
  for (const each of Array.isArray(json) ? json : []) {
    const { id, name } = fieldsOf(each);
    if (typeof id !== "number" || typeof name !== "string") continue;
    const language = languageName(name.split("(")[0] ?? "");
    ids.set(language, Math.max(id, ids.get(language) ?? id));
  }
  return ids;
}

const encoded = (text: string): string => Buffer.from(text).toString("base64");
const decoded = (text: unknown): string => Buffer.from(textOf(text), "base64").toString();

function submissionOf({ source, stdin, limits }: RemoteTask, id: number): object {
  const seconds = limits.timeMs / 1000;
  return {
    source_code: encoded(source),
    language_id: id,
    stdin: encoded(stdin),
    cpu_time_limit: seconds,
    wall_time_limit: Math.max(1, seconds),
    memory_limit: Math.ceil(limits.memoryBytes / 1024),
    enable_network: false,
  };
}

const ENDS: ReadonlyMap<number, RemoteReport["ended"]> = new Map([
  [5, "timeout"],
  [6, "compile_error"],
  [8, "output_limit"],
]);

function reportOf(found: Readonly<Record<string, unknown>>, { limits }: RemoteTask): RemoteReport | Outage {
  const status = numberOf(fieldsOf(found.status).id);
  if (status === null || BROKEN.some((each) => each === status)) {
    return { outage: `its sandbox failed: ${decoded(found.message)}` };
  }
  const seconds = numberOf(found.time);
  const exitCode = status === ACCEPTED ? 0 : numberOf(found.exit_code);
  const kibibytes = numberOf(found.memory);
  const isFull = status !== ACCEPTED && (kibibytes ?? 0) * 1024 >= limits.memoryBytes;
  return {
    ended: ENDS.get(status) ?? (isFull ? "memory_limit" : "itself"),
    exitCode,
    stdout: decoded(found.stdout),
    stderr: decoded(found.stderr) || decoded(found.compile_output),
    ...(seconds !== null && { wallMs: seconds * 1000 }),
    ...(kibibytes !== null && { memoryBytes: kibibytes * 1024 }),
  };
}

/** Judge0 CE and Extra CE: https://github.com/judge0/judge0. It is never told what a program should write. */
export const judge0: OpenEngine = ({ send, root }) => {
  const ids = async (signal: AbortSignal): Promise<Ids | Outage> => {
    const reply = jsonOf(await send({ method: "GET", url: new URL(`${root}/languages`) }, signal));
    return "json" in reply ? newestOf(reply.json) : reply;
  };
  const wait = async (
    token: string,
    task: RemoteTask,
    signal: AbortSignal,
  ): Promise<RemoteReport | Outage> => {
    const fields = "stdout,stderr,compile_output,message,status,time,memory,exit_code";
    const url = new URL(
      `${root}/submissions/${encodeURIComponent(token)}?base64_encoded=true&fields=${fields}`,
    );
    const end = Date.now() + PATIENCE + task.limits.timeMs;
    for (let delay = FIRST_PAUSE; Date.now() < end; delay = Math.min(2 * delay, LONGEST_PAUSE)) {
      await pause(delay);
      const reply = jsonOf(await send({ method: "GET", url }, signal));
      if ("outage" in reply) return reply;
      const found = fieldsOf(reply.json);
      if ((numberOf(fieldsOf(found.status).id) ?? 0) > LAST_WAITING) return reportOf(found, task);
    }
    return { outage: "the submission has not had its turn in two minutes" };
  };
  return engineOf(ids, async (task, id, signal) => {
    const url = new URL(`${root}/submissions?base64_encoded=true&wait=false`);
    const reply = jsonOf(await send({ method: "POST", url, json: submissionOf(task, id) }, signal));
    if ("outage" in reply) return reply;
    const { token } = fieldsOf(reply.json);
    return typeof token === "string" ? wait(token, task, signal) : { outage: "a reply without a token" };
  });
};
