import type { Logger } from "pino";
import { findReward, type Registry } from "../rewards/registry.js";
import { createDispatcher, type OpenSession } from "./dispatch.js";
import type { Arenas } from "./frames/arenas.js";
import { type HttpAddress, listenHttp } from "./http/listen-http.js";
import { createLogger, type LogLevel, logObserver } from "./observe/log.js";
import { createMetrics } from "./observe/metrics.js";
import { createMonitor, type Monitor } from "./observe/monitor.js";
import { observers, type Observer } from "./observe/observer.js";
import { spanObservers } from "./observe/spans.js";
import { packageVersion } from "./package-version.js";
import type { Threads } from "./threads/threads-on-demand.js";
import { createTrainerScorer, type TrainerScorer } from "./trainers/index.js";
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
  /** The environment variables that rewards of HTTP requests may name, as `headersEnv` of `remote` does. @default none */
  readonly allowedVariables?: readonly string[];
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

/** Loads the rewards, which may take a while; who observes hears of the threads that score them. */
export type Load = (observer: Observer) => Promise<Service>;

type Options = ListenOptions & { readonly maxFrameBytes: number };

/** What answers, once the rewards are there. */
interface Face {
  readonly openSession: OpenSession;
  readonly score: TrainerScorer;
  readonly arenas: Arenas;
}

/** A server on its way from start to end. */
interface Server {
  readonly options: Options;
  readonly logger: Logger;
  readonly monitor: Monitor;
  readonly observer: Observer;
  readonly listeners: Listener[];
}

interface Life {
  readonly end: () => void;
  readonly ended: Promise<"ended">;
}

function createLife(monitor: Monitor): Life {
  const over = new AbortController();
  const ended = new Promise<"ended">((resolve) => {
    over.signal.addEventListener("abort", () => {
      monitor.setState("ending");
      resolve("ended");
    });
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => over.abort());
  return { end: () => over.abort(), ended };
}

/** HTTP is there while the rewards are still loaded, and says that it is not ready. */
async function startHttp(
  { options, monitor, observer, listeners }: Server,
  http: HttpAddress,
  face: () => Face | null,
): Promise<string> {
  const { token, allowedHosts = [], defaultReward = "accuracy", noneValue = 0, maxFrameBytes } = options;
  const metrics = await createMetrics(monitor.stats);
  const access = { allowedHosts, ...(token !== undefined && { token }) };
  const app = { face, metrics, monitor, observer, maxFrameBytes, defaultReward, noneValue, ...access };
  const { url, close } = await listenHttp(http, app);
  listeners.push({ close });
  return url;
}

async function startUnix(
  { options, monitor, listeners }: Server,
  path: string,
  { openSession, arenas }: Face,
  { end }: Life,
): Promise<void> {
  const { maxFrameBytes, lingerMs } = options;
  const lingering = { onAbandoned: end, ...(lingerMs !== undefined && { lingerMs }) };
  const onClient = monitor.watch;
  listeners.push(await listenUnix(path, { openSession, maxFrameBytes, arenas, onClient, ...lingering }));
}

function createFace(service: Service, { options, monitor, observer }: Server): Face {
  findReward(service.registry, options.defaultReward ?? "accuracy");
  const { http, allowedVariables = [] } = options;
  const lent = http ? { allowedVariables } : {};
  const version = packageVersion();
  const { openSession } = createDispatcher({ ...service, ...lent, version, monitor, observer });
  return { openSession, score: createTrainerScorer({ ...service, observer }), arenas: service.arenas };
}

async function start(server: Server, life: Life, load: Load): Promise<void> {
  const { options, logger, observer } = server;
  const { http, socket } = options;
  let face: Face | null = null;
  const url = http && (await startHttp(server, http, () => face));
  if (url !== undefined) logger.info({ url }, "loading");
  const service = await Promise.race([load(observer), life.ended]);
  if (service === "ended") return;
  face = createFace(service, server);
  // Whoever waits for the path to appear finds a server that is ready.
  if (socket !== undefined) await startUnix(server, socket, face, life);
  for (const place of [socket !== undefined && { socket }, url !== undefined && { url }]) {
    if (place) logger.info(place, "listening");
  }
}

/**
 * Serves any number of clients on a unix socket or over HTTP, until the process gets SIGTERM or SIGINT: requests in
 * flight are then answered first.
 *
 * @throws {RewardError} `unknown_reward` for a default reward that is none, `bad_options` for an address that others
 *   reach without a token, `bad_input` for one that cannot be listened on; and what `load` throws
 */
export async function listen(load: Load, options: Options): Promise<void> {
  const logger = await createLogger(options.logLevel ?? "info");
  const monitor = createMonitor();
  const observer = observers([monitor, logObserver(logger), ...(await spanObservers())]);
  const life = createLife(monitor);
  const listeners: Listener[] = [];
  try {
    await start({ options, logger, monitor, observer, listeners }, life, load);
    await life.ended;
    logger.info("ending");
  } finally {
    await Promise.all(listeners.map(({ close }) => close()));
  }
}
