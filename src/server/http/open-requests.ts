import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/** The requests that are under way. */
export interface OpenRequests {
  readonly add: (response: ServerResponse) => void;
  /** Resolves as soon as none is under way. */
  readonly drained: () => Promise<void>;
}

/**
 * Counts requests until they are answered, or their connection is gone: of requests that wait behind another on a
 * connection that closes, Node does not say so itself.
 */
export function openRequests(app: FastifyInstance): OpenRequests {
  const open = new Map<Socket, Set<ServerResponse>>();
  let onDrained: (() => void) | undefined;
  const forget = (socket: Socket): void => {
    open.delete(socket);
    if (open.size === 0) onDrained?.();
  };
  app.server.on("connection", (socket) => socket.once("close", () => forget(socket)));
  return {
    add: (response) => {
      const { socket } = response.req;
      const responses = open.get(socket) ?? new Set();
      open.set(socket, responses.add(response));
      response.once("close", () => {
        responses.delete(response);
        if (responses.size === 0 && open.get(socket) === responses) forget(socket);
      });
    },
    drained: () =>
      new Promise((resolve) => {
        onDrained = resolve;
        if (open.size === 0) resolve();
      }),
  };
}
