import type { HTTPError, Options } from "ky";

/** What bounds the requests to a server, and what all of them hold. */
export interface Connection {
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds from the start of an attempt to the end of its reply. */
  readonly timeoutMs: number;
  /** How often a request is tried again. */
  readonly retries: number;
  /** How many requests are under way at once; the others wait. */
  readonly concurrency: number;
}

/** One request. */
interface HttpRequest {
  readonly method: "DELETE" | "GET" | "POST";
  readonly url: URL;
  /** Headers beside those of the connection. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What is sent, as JSON. */
  readonly json?: unknown;
}

/** A reply with whatever status, or why there is none: `timeout`, `connection`, `too_large` or `cancelled`. */
export type HttpReply = { readonly status: number; readonly text: string } | { readonly fault: string };

/** Sends a request and waits for the end of its reply. Never rejects. */
export type SendRequest = (request: HttpRequest, signal: AbortSignal) => Promise<HttpReply>;

const MAX_REPLY_BYTES = 8_000_000;
const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 30_000;

/** Request timeout, too many requests, and everything that a server blames itself for. */
const RETRIED = [408, 429, ...Array.from({ length: 100 }, (_, i) => 500 + i)];

class ReplyTooLarge extends Error {}

async function readBounded(response: Response): Promise<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MAX_REPLY_BYTES) throw new ReplyTooLarge();
    chunks.push(chunk);
  }
  return new Blob(chunks).arrayBuffer();
}

/** A reply has come when its body has: so the time limit and the retries cover all of it. */
async function fetchWhole(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  const { status, headers } = response;
  const body = await readBounded(response);
  return new Response(body.byteLength === 0 ? null : body, { status, headers });
}

const isHttp = (error: unknown): error is HTTPError => error instanceof Error && error.name === "HTTPError";

function faultOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return "cancelled";
  if (error instanceof ReplyTooLarge) return "too_large";
  return error instanceof Error && error.name === "TimeoutError" ? "timeout" : "connection";
}

function optionsOf(
  connection: Connection,
  { method, headers, json }: HttpRequest,
  signal: AbortSignal,
): Options {
  return {
    method,
    signal,
    headers: {
      ...connection.headers,
      ...headers,
      ...(json !== undefined && { "content-type": "application/json" }),
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
    timeout: connection.timeoutMs,
    fetch: fetchWhole,
    // Another host must not be sent what this one was meant to get.
    redirect: "manual",
    retry: {
      limit: connection.retries,
      methods: [method.toLowerCase()],
      statusCodes: RETRIED,
      afterStatusCodes: [408, 429, 503],
      maxRetryAfter: MAX_DELAY_MS,
      backoffLimit: MAX_DELAY_MS,
      delay: (attempt) => FIRST_DELAY_MS * 2 ** (attempt - 1),
      jitter: true,
      shouldRetry: ({ error }) => (signal.aborted || error instanceof ReplyTooLarge ? false : undefined),
    },
  };
}

async function connect(connection: Connection): Promise<SendRequest> {
  const [{ default: ky }, { default: pLimit }] = await Promise.all([import("ky"), import("p-limit")]);
  const limit = pLimit(connection.concurrency);
  const send: SendRequest = async (request, signal) => {
    if (signal.aborted) return { fault: "cancelled" };
    try {
      const response = await ky(request.url, optionsOf(connection, request, signal));
      return { status: response.status, text: await response.text() };
    } catch (error) {
      if (!isHttp(error)) return { fault: faultOf(error, signal) };
      return { status: error.response.status, text: await error.response.text() };
    }
  };
  return (request, signal) => limit(() => send(request, signal));
}

/**
 * A client: a request is tried again after a lost connection, and after the statuses 408, 429 and 5xx, with growing
 * pauses or after those that the server asks for, up to half a minute. The packages that it needs are loaded by the
 * first request.
 */
export function requestSender(connection: Connection): SendRequest {
  let client: Promise<SendRequest> | undefined;
  return async (request, signal) => (await (client ??= connect(connection)))(request, signal);
}
