import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Observer } from "../observe/observer.js";

/** What became of requests, for the server's observer. */
export interface RequestNotes {
  /** Why a request is going to be answered with an error. */
  readonly problem: (request: FastifyRequest, reason: string) => void;
}

/** The URL as the server knows it, without what a client puts in place of a reward's name. */
const routeOf = ({ method, routeOptions }: FastifyRequest): string =>
  `${method} ${routeOptions.url ?? "(no such URL)"}`;

/**
 * Tells the observer of every answer of the server, but for those to `untold` URLs that are no errors: probes, and
 * JSON-RPC, whose sessions tell of their requests themselves.
 */
export function noteRequests(
  app: FastifyInstance,
  observer: Observer,
  untold: ReadonlySet<string>,
): RequestNotes {
  const problems = new WeakMap<FastifyRequest, string>();
  app.addHook("onRequest", (request, reply, done) => {
    const isTold = !untold.has(request.routeOptions.url ?? "");
    if (isTold) observer.received?.();
    // Also comes of a client that goes away before its answer.
    reply.raw.once("close", () => {
      const { statusCode: code } = reply.raw;
      const error = code < 400 ? null : { code, message: problems.get(request) ?? "" };
      if (!isTold && !error) return;
      if (!isTold) observer.received?.();
      observer.answered?.({ method: routeOf(request), ms: reply.elapsedTime, error });
    });
    done();
  });
  return { problem: (request, reason) => void problems.set(request, reason) };
}
