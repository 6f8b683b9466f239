import { existsSync } from "node:fs";
import { lstat, rm } from "node:fs/promises";
import { connect as connectSocket, createServer, type Server, type Socket } from "node:net";
import { dirname } from "node:path";
import { RewardError } from "../../core/index.js";
import type { OpenSession } from "../dispatch.js";
import type { Arenas } from "../frames/arenas.js";
import { streamSource } from "./byte-source.js";
import { connect } from "./connection.js";
import type { Listener } from "./listener.js";

/** Whether somebody accepts connections there. */
function isServed(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connectSocket(path);
    probe.once("connect", () => {
      probe.destroy();
      resolve(true);
    });
    probe.once("error", () => resolve(false));
  });
}

async function removeStale(path: string): Promise<void> {
  const found = await lstat(path).catch(() => null);
  if (found === null) return;
  if (!found.isSocket()) {
    throw new RewardError("bad_input", `${path} is there and no socket; name a path where nothing is.`);
  }
  if (await isServed(path)) throw new RewardError("bad_input", `Another server listens on ${path}.`);
  await rm(path, { force: true });
}

/** Binding to a path in a folder that is missing fails as if permission were denied. */
function listenError(path: string, error: Error): RewardError {
  const reason = existsSync(dirname(path)) ? error.message : `there is no folder ${dirname(path)}`;
  return new RewardError("bad_input", `Cannot listen on ${path}: ${reason}.`, { cause: error });
}

async function listenOnPath(path: string, onClient: (socket: Socket) => void): Promise<Server> {
  await removeStale(path);
  const server = createServer(onClient);
  // The mask counts when the socket is made: there is no moment at which others may connect.
  const mask = process.umask(0o177);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(path, resolve);
    });
  } catch (error) {
    throw listenError(path, error as Error);
  } finally {
    process.umask(mask);
  }
  return server;
}

/** Whom a unix socket serves, and for how long. */
export interface UnixSocketOptions {
  readonly openSession: OpenSession;
  readonly maxFrameBytes: number;
  readonly arenas: Arenas;
  readonly onClient: (socket: Socket) => void;
  /** After so long without a client, `onAbandoned` is called. */
  readonly lingerMs?: number;
  readonly onAbandoned: () => void;
}

/**
 * Serves newline-delimited JSON-RPC on a path that only this user may connect to. What a server that died has left
 * there is removed. A client that closes its side cancels what it asked for.
 *
 * @throws {RewardError} `bad_input` if another server listens there, or the path cannot be used
 */
export async function listenUnix(path: string, options: UnixSocketOptions): Promise<Listener> {
  const { openSession, onClient, lingerMs, onAbandoned, ...limits } = options;
  const drains = new Map<Socket, () => Promise<void>>();
  let linger: NodeJS.Timeout | undefined;
  const watch = (): void => {
    clearTimeout(linger);
    if (lingerMs !== undefined && drains.size === 0) linger = setTimeout(onAbandoned, lingerMs);
  };
  const server = await listenOnPath(path, (socket) => {
    onClient(socket);
    const session = openSession({ takesFrames: true });
    const { closed, drain } = connect({ input: streamSource(socket), output: socket, session, ...limits });
    drains.set(socket, drain);
    watch();
    void closed.then(() => {
      session.close();
      socket.destroy();
      drains.delete(socket);
      watch();
    });
  });
  watch();
  return {
    close: async () => {
      clearTimeout(linger);
      server.close();
      await Promise.all(Array.from(drains.values(), (drain) => drain()));
    },
  };
}
