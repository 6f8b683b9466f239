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

/** Remembers what was found out, and asks again after an outage. */
export function remembered<T extends object>(
  ask: (signal: AbortSignal) => Promise<T | Outage>,
): (signal: AbortSignal) => Promise<T | Outage> {
  let known: Promise<T | Outage> | null = null;
  return async (signal) => {
    const asked = (known ??= ask(signal));
    const found = await asked;
    if ("outage" in found && known === asked) known = null;
    return found;
  };
}
