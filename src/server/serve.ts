import { constants } from "node:buffer";
import type { Writable } from "node:stream";
import { RewardError } from "../core/index.js";
import { createDispatcher } from "./dispatch.js";
import { createArenas } from "./frames/arenas.js";
import { listen, type ListenOptions, type Load, type Service } from "./listen.js";
import { loadRegistry } from "./load-rewards.js";
import { createMonitor, type Monitor } from "./observe/monitor.js";
import { observers, type Observer } from "./observe/observer.js";
import { spanObservers } from "./observe/spans.js";
import { packageVersion } from "./package-version.js";
import { DEFAULT_MAX_FRAME_BYTES } from "./protocol.js";
import { type ByteSource, descriptorSource, streamSource } from "./transports/byte-source.js";
import { connect } from "./transports/connection.js";
import { availableCores } from "./threads/available-cores.js";
import { threadsOnDemand } from "./threads/threads-on-demand.js";
import type { Isolation } from "./threads/scoring-threads.js";
import { claimStdout } from "./transports/stdio.js";

/** Options of {@link serve}. */
export interface ServeOptions extends ListenOptions {
  /**
   * An inherited file descriptor that is a connected socket. Without it, and without `socket` and `http`, standard
   * input and output are used.
   */
  readonly fd?: number;
  /** Modules whose rewards are served beside the built-in ones. */
  readonly rewardModules?: readonly string[];
  /** A larger request is refused. @default 268435456 */
  readonly maxFrameBytes?: number;
  /**
   * How many threads score rewards that are not built in, and built-in ones where a batch takes long; 0 scores all in
   * the server's own, where a reward that hangs stops everything. By default as many as there are cores for this
   * process.
   */
  readonly threads?: number;
  /**
   * Whether rewards that are not built in are scored in threads, or in as many processes of their own. A process is the
   * harder wall: it can be ended while it is in native code, and its memory is not the server's. @default "thread"
   */
  readonly isolation?: Isolation;
}

function checkIsolation({ isolation = "thread", threads }: ServeOptions): void {
  if (isolation === "thread" || threads !== 0) return;
  throw new RewardError(
    "bad_options",
    "With no threads there are no processes of their own for rewards either.",
  );
}

function checkFrameLimit(maxFrameBytes: number): void {
  if (maxFrameBytes > 0 && maxFrameBytes <= constants.MAX_STRING_LENGTH) return;
  throw new RewardError("bad_options", `maxFrameBytes must be from 1 to ${constants.MAX_STRING_LENGTH}.`);
}

/** A shell may end before what it started in the background: a pipe is served to its end, within this time. */
const PIPE_GRACE_MS = 10_000;

interface Streams {
  readonly input: ByteSource;
  readonly output: Writable;
}

async function serveClient(
  { input, output }: Streams,
  options: Service & Watch,
  /** Whether a client that closes its side wants no more replies. */
  cancelOnClose: boolean,
): Promise<void> {
  const ending = new AbortController();
  const ended = new Promise<void>((resolve) => ending.signal.addEventListener("abort", () => resolve()));
  const version = packageVersion();
  const dispatcher = createDispatcher({ ...options, version, onShutdown: () => ending.abort() });
  const session = dispatcher.openSession({ takesFrames: true });
  const { maxFrameBytes, arenas } = options;
  const connection = connect({ input, output, session, maxFrameBytes, arenas });
  if (cancelOnClose) void connection.closed.then(() => session.close());
  await Promise.race([connection.closed, ended]);
  await connection.drain();
}

async function endWithParent(graceMs: number): Promise<void> {
  const { watchParent } = await import("./parent-watch.js");
  watchParent(graceMs);
}

/** Who counts and who hears of what is done for the one client. */
interface Watch {
  readonly monitor: Monitor;
  readonly observer: Observer;
}

async function createWatch(): Promise<Watch> {
  const monitor = createMonitor();
  return { monitor, observer: observers([monitor, ...(await spanObservers())]) };
}

async function serveStdio(load: Load): Promise<void> {
  const streams = { input: streamSource(process.stdin), output: claimStdout() };
  await endWithParent(PIPE_GRACE_MS);
  const watch = await createWatch();
  for (const stream of [process.stdin, process.stdout]) watch.monitor.watch(stream);
  await serveClient(streams, { ...watch, ...(await load(watch.observer)) }, false);
}

async function serveDescriptor(fd: number, load: Load): Promise<void> {
  await endWithParent(0);
  const watch = await createWatch();
  const service = await load(watch.observer);
  // Opened last: an open socket keeps a server alive that could not load its rewards.
  const input = descriptorSource(fd);
  watch.monitor.watch(input.stream);
  await serveClient({ input, output: input.stream }, { ...watch, ...service }, true);
}

async function loadService(
  {
    rewardModules = [],
    maxFrameBytes = DEFAULT_MAX_FRAME_BYTES,
    threads: count,
    isolation = "thread",
    socket,
    http,
  }: ServeOptions,
  { restarted: onRestart }: Observer,
): Promise<Service> {
  const registry = await loadRegistry(rewardModules);
  const isShared = socket !== undefined || http !== undefined;
  const service = { registry, maxFrameBytes, arenas: createArenas() };
  if (count === 0) return service;
  const threads = threadsOnDemand({
    threads: count ?? availableCores(isShared),
    modules: rewardModules,
    isolation,
    ...(onRestart && { onRestart }),
  });
  // It takes them a while to load a user's rewards, which need them in any case.
  if (rewardModules.length > 0) await threads.start();
  return { ...service, threads };
}

/**
 * Serves one client with newline-delimited JSON-RPC until it asks for `shutdown` or closes its side, or any number of
 * clients on a unix socket and over HTTP until a signal ends the process. On a socket, closing cancels what is in
 * flight; on standard input it does not, so that requests can be piped in.
 *
 * @throws {RewardError} `bad_reward_module` if a module of rewards cannot be used; for the rest see `listen`
 */
export async function serve(options: ServeOptions = {}): Promise<void> {
  const { fd, socket, http, maxFrameBytes = DEFAULT_MAX_FRAME_BYTES } = options;
  checkFrameLimit(maxFrameBytes);
  checkIsolation(options);
  const load: Load = (observer) => loadService(options, observer);
  if (socket !== undefined || http) await listen(load, { ...options, maxFrameBytes });
  else if (fd === undefined) await serveStdio(load);
  else await serveDescriptor(fd, load);
}
