import { type Connection, requestSender } from "./send-request.js";

/** Where requests go, and what bounds them. */
export interface Endpoint extends Connection {
  readonly url: URL;
}

/**
 * The JSON of a reply, or why there is none: `timeout`, `connection`, `http_<status>`, `not_json`, `too_large` or
 * `cancelled`.
 */
export type Reply = { readonly body: unknown } | { readonly fault: string };

/** Sends JSON and waits for the JSON of the reply. Never rejects. */
export type PostJson = (json: unknown, signal: AbortSignal) => Promise<Reply>;

/** A client of one server: see {@link requestSender}. */
export function jsonPoster(endpoint: Endpoint): PostJson {
  const send = requestSender(endpoint);
  return async (json, signal) => {
    const reply = await send({ method: "POST", url: endpoint.url, json }, signal);
    if ("fault" in reply) return reply;
    if (reply.status < 200 || reply.status > 299) return { fault: `http_${reply.status}` };
    try {
      return { body: JSON.parse(reply.text) as unknown };
    } catch {
      return { fault: "not_json" };
    }
  };
}
