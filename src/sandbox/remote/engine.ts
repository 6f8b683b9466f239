import type { RunLimits } from "../../code/index.js";
import type { HttpReply, SendRequest } from "../../http/index.js";

/** A program with its input, which a service is to run once. */
export interface RemoteTask {
  /** The name that `languageName` gives. */
  readonly language: string;
  readonly source: string;
  readonly stdin: string;
  readonly limits: RunLimits;
}

/** How a run at a service ended. */
export interface RemoteReport {
  readonly ended: "itself" | "timeout" | "memory_limit" | "output_limit" | "compile_error";
  /** `null` for a program that a signal has ended. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly wallMs?: number;
  readonly memoryBytes?: number;
}

/** Why there is no report, which is the service's fault and not the program's. */
export interface Outage {
  readonly outage: string;
  /** Whether every other attempt would fail alike. @default false */
  readonly isLasting?: boolean;
}

/** A service that runs programs, at one address. Its methods never reject. */
export interface RemoteEngine {
  /** Names of the languages that it runs, as `languageName` gives them. */
  readonly languages: (signal: AbortSignal) => Promise<readonly string[] | Outage>;
  readonly run: (task: RemoteTask, signal: AbortSignal) => Promise<RemoteReport | Outage>;
}

/** What an adapter is made of. */
interface RemoteService {
  readonly send: SendRequest;
  /** The address, without a slash at its end. */
  readonly root: string;
  /** Bytes that the service lets a program write. */
  readonly outputBytes: number;
}

/** Opens a service. */
export type OpenEngine = (service: RemoteService) => RemoteEngine;

/**
 * Sends headers with what goes to a service's own address, and to no other place: what stands in a sandbox may be read by
 * the program in it.
 */
export function sendAtHome(
  send: SendRequest,
  root: string,
  headers: Readonly<Record<string, string>>,
): SendRequest {
  const { origin } = new URL(root);
  return (request, signal) =>
    request.url.origin === origin
      ? send({ ...request, headers: { ...headers, ...request.headers } }, signal)
      : send(request, signal);
}

/** How much of a reply an error shows. */
const SHOWN = 200;

/** The JSON of a reply with a status of success, or what is wrong with it. */
export function jsonOf(reply: HttpReply): { readonly json: unknown } | Outage {
  if ("fault" in reply) return { outage: `no answer: ${reply.fault}` };
  const { status, text } = reply;
  if (status < 200 || status > 299) {
    return { outage: `status ${status}: ${text.slice(0, SHOWN)}`, isLasting: status < 500 };
  }
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return { outage: `no JSON: ${text.slice(0, SHOWN)}` };
  }
}

/** Text of a reply that may hold anything. */
export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** Number of a reply that may hold anything. */
export const numberOf = (value: unknown): number | null => {
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
};

/** Fields of a reply that may hold anything. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/**
 * An engine that asks once what its service calls each language, and again after an outage.
 *
 * @param ask what the service knows of each language, by the name that `languageName` gives
 * @param run runs a task, given what is known of its language
 */
export function engineOf<T>(
  ask: (signal: AbortSignal) => Promise<ReadonlyMap<string, T> | Outage>,
  run: (task: RemoteTask, known: T, signal: AbortSignal) => Promise<RemoteReport | Outage>,
): RemoteEngine {
  let asked: Promise<ReadonlyMap<string, T> | Outage> | null = null;
  const catalogue = async (signal: AbortSignal): Promise<ReadonlyMap<string, T> | Outage> => {
    const asking = (asked ??= ask(signal));
    const found = await asking;
    if ("outage" in found && asked === asking) asked = null;
    return found;
  };
  return {
    languages: async (signal) => {
      const found = await catalogue(signal);
      return "outage" in found ? found : [...found.keys()];
    },
    run: async (task, signal) => {
      const found = await catalogue(signal);
      if ("outage" in found) return found;
      const known = found.get(task.language);
      if (known === undefined) return { outage: `it does not run ${task.language}`, isLasting: true };
      return run(task, known, signal);
    },
  };
}
