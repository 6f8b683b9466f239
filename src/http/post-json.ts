import type { HTTPError, Options } from "ky";

/** Where requests go, and what bounds them. */
export interface Endpoint {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds from the start of an attempt to the end of its reply. */
  readonly timeoutMs: number;
  /** How often a request is tried again. */
  readonly retries: number;
  /** How many requests are under way at once; the others wait. */
  readonly concurrency: number;
}

/**
 * The JSON of a reply, or why there is none: `timeout`, `connection`, `http_<status>`, `not_json`, `too_large` or
 * `cancelled`.
 */
export type Reply = { readonly body: unknown } | { readonly fault: string };

/** Sends JSON and waits for the JSON of the reply. Never rejects. */
export type PostJson = (json: unknown, signal: AbortSignal) => Promise<Reply>;

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
  if (error instanceof SyntaxError) return "not_json";
  if (error instanceof Error && error.name === "TimeoutError") return "timeout";
  return isHttp(error) ? `http_${error.response.status}` : "connection";
}

function optionsOf({ headers, timeoutMs, retries }: Endpoint, signal: AbortSignal): Options {
  return {
    headers: { ...headers, "content-type": "application/json" },
    timeout: timeoutMs,
    signal,
    fetch: fetchWhole,
    // Another host must not be sent what this one was meant to get.
    redirect: "manual",
    retry: {
      limit: retries,
      methods: ["post"],
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

async function connect(endpoint: Endpoint): Promise<PostJson> {
  const [{ default: ky }, { default: pLimit }] = await Promise.all([import("ky"), import("p-limit")]);
  const limit = pLimit(endpoint.concurrency);
  const send = async (json: unknown, signal: AbortSignal): Promise<Reply> => {
    if (signal.aborted) return { fault: "cancelled" };
    try {
      const options = { ...optionsOf(endpoint, signal), body: JSON.stringify(json) };
      return { body: await ky.post(endpoint.url, options).json() };
    } catch (error) {
      return { fault: faultOf(error, signal) };
    }
  };
  return (json, signal) => limit(() => send(json, signal));
}

/**
 * A client of one server: a request is tried again after a lost connection, and after the statuses 408, 429 and 5xx,
 * with growing pauses or after those that the server asks for, up to half a minute. The packages that it needs are loaded by
 * the first request.
 */
export function jsonPoster(endpoint: Endpoint): PostJson {
  let client: Promise<PostJson> | undefined;
  return async (json, signal) => (await (client ??= connect(endpoint)))(json, signal);
}
