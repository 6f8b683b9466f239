import { findReward, type Registry } from "../rewards/registry.js";
import { createDispatcher } from "./dispatch.js";
import type { Arenas } from "./frames/arenas.js";
import { type HttpAddress, listenHttp } from "./http/listen-http.js";
import { createLogger, type LogLevel, logObserver } from "./observe/log.js";
import { createMetrics } from "./observe/metrics.js";
import { observers } from "./observe/observer.js";
import { packageVersion } from "./package-version.js";
import type { Threads } from "./threads/threads-on-demand.js";
import { createTrainerScorer } from "./trainers/index.js";
import type { Listener } from "./transports/listener.js";
import { listenUnix } from "./transports/unix-socket.js";

/** Where a server takes any number of clients, and what it serves them. */
export interface ListenOptions {
  /** The path of a unix socket, for newline-delimited JSON-RPC. */
  readonly socket?: string;
  /** Where HTTP is served: JSON-RPC on `POST /rpc`, the trainers' own protocols, health and metrics. */
  readonly http?: HttpAddress;
  /** What HTTP requests must carry; needed to listen on anything but this machine's own interface. */
  readonly token?: string;
  /** Names in the `Host` of HTTP requests that are served without a token, beside those of this machine. */
  readonly allowedHosts?: readonly string[];
  /** The reward of the trainers' URLs that name none. @default "accuracy" */
  readonly defaultReward?: string;
  /** What trainers that cannot carry `null` get in its place. @default 0 */
  readonly noneValue?: number;
  /** @default "info" */
  readonly logLevel?: LogLevel;
  /** Ends the server when no client of its unix socket has been there for so long. */
  readonly lingerMs?: number;
}

/** What every client is offered. */
export interface Service {
  readonly registry: Registry;
  readonly maxFrameBytes: number;
  readonly arenas: Arenas;
  readonly threads?: Threads;
}

interface Life {
  readonly end: () => void;
  readonly ended: Promise<void>;
  readonly isOver: () => boolean;
}

function createLife(): Life {
  const over = new AbortController();
  const ended = new Promise<void>((resolve) => over.signal.addEventListener("abort", () => resolve()));
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => over.abort());
  return { end: () => over.abort(), ended, isOver: () => over.signal.aborted };
}

/**
 * Serves any number of clients on a unix socket or over HTTP, until the process gets SIGTERM or SIGINT: requests in
 * flight are then answered first.
 *
 * @throws {RewardError} `unknown_reward` for a default reward that is none, `bad_options` for an address that others
 *   reach without a token, `bad_input` for one that cannot be listened on
 */
export async function listen(service: Service, options: ListenOptions): Promise<void> {
  const { maxFrameBytes, arenas } = service;
  const { socket, http, defaultReward = "accuracy", logLevel = "info" } = options;
  findReward(service.registry, defaultReward);
  const [logger, metrics] = await Promise.all([createLogger(logLevel), createMetrics()]);
  const observer = observers([metrics, logObserver(logger)]);
  const { openSession } = createDispatcher({ ...service, version: packageVersion(), observer });
  const life = createLife();
  const listeners: Listener[] = [];
  if (socket !== undefined) {
    const { lingerMs } = options;
    const lingering = { onAbandoned: life.end, ...(lingerMs !== undefined && { lingerMs }) };
    listeners.push(await listenUnix(socket, { openSession, maxFrameBytes, arenas, ...lingering }));
    logger.info({ socket }, "listening");
  }
  if (http) {
    const { token, allowedHosts = [], noneValue = 0 } = options;
    const access = { allowedHosts, ...(token !== undefined && { token }) };
    const trainers = { score: createTrainerScorer({ ...service, observer }), defaultReward, noneValue };
    const app = {
      openSession,
      metrics,
      observer,
      maxFrameBytes,
      isReady: () => !life.isOver(),
      ...access,
      ...trainers,
    };
    listeners.push(await listenHttp(http, app, (url) => logger.info({ url }, "listening")));
  }
  await life.ended;
  logger.info("ending");
  await Promise.all(listeners.map(({ close }) => close()));
}
