import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** Who may ask. */
export interface AccessOptions {
  /** Sent as `Authorization: Bearer …` or `X-Api-Key`; without one, only this host's own programs may ask. */
  readonly token?: string;
  /** Names of the server that requests may carry in `Host`, beside those of the loopback interface. */
  readonly allowedHosts?: readonly string[];
}

/** Why a request is refused. */
export interface Refusal {
  readonly status: 401 | 403;
  readonly reason: string;
}

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** Whether a listening address is reachable from this machine alone. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

function tokenOf({ authorization, "x-api-key": apiKey }: IncomingHttpHeaders): string {
  const [, bearer] = /^Bearer (.+)$/i.exec(authorization ?? "") ?? [];
  return bearer ?? (typeof apiKey === "string" ? apiKey : "");
}

/**
 * Decides on the headers of a request. A page in a browser may not ask, whatever it knows: what carries an `Origin`
 * is refused. Without a token, so is a `Host` that is not ours, which is how a page reaches a local server by a name
 * of its own.
 */
export function createAccessCheck({
  token,
  allowedHosts = [],
}: AccessOptions): (headers: IncomingHttpHeaders) => Refusal | null {
  const known = token === undefined ? null : digest(token);
  const names = new Set([...LOOPBACK, ...allowedHosts].map((name) => name.toLowerCase()));
  return (headers) => {
    if (headers.origin !== undefined) return { status: 403, reason: "Requests of web pages are refused." };
    if (known !== null) {
      // Digests have one length, and are compared in one time.
      const isKnown = timingSafeEqual(digest(tokenOf(headers)), known);
      return isKnown
        ? null
        : { status: 401, reason: "Send the server's token: Authorization: Bearer <token>." };
    }
    const name = (headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
    if (names.has(name)) return null;
    return {
      status: 403,
      reason: `The host "${name}" is not this server's; start it with --allowed-host ${name}.`,
    };
  };
}
