import { packageVersion } from "../package-version.js";
import { watchEventLoop } from "./event-loop-delay.js";
import { createHistogram, SECONDS } from "./histogram.js";
import type { Observer, RestartReason } from "./observer.js";
import { createRewardCounters } from "./reward-counters.js";
import type { ServerState, Stats } from "./stats.js";
import { createTally, tally, type Tally } from "./tally.js";
import { createTraffic, type Traffic } from "./traffic.js";

/** Counts what a server does. The one source of `stats` and of `/metrics`. */
export interface Monitor extends Observer {
  readonly stats: () => Stats;
  /** Counts the bytes of a client's streams. */
  readonly watch: Traffic["watch"];
  readonly state: () => ServerState;
  readonly setState: (state: ServerState) => void;
}

function readProcess(): Omit<Stats["process"], "eventLoopDelaySeconds"> {
  const { user, system } = process.cpuUsage();
  return { memoryBytes: process.memoryUsage.rss(), cpuSeconds: (user + system) / 1e6 };
}

/** Counts requests and their answers. */
function createRequestCounters(): Required<Pick<Observer, "received" | "answered">> & {
  readonly read: () => Stats["requests"];
} {
  const answers = new Map<string, Tally>();
  let inFlight = 0;
  const read = (): Stats["requests"] => {
    const byMethod = Array.from(answers, ([method, counts]) => [method, Object.fromEntries(counts)] as const);
    return { inFlight, answered: Object.fromEntries(byMethod) };
  };
  return {
    received: () => inFlight++,
    answered: ({ method, error }) => {
      inFlight--;
      const counts = answers.get(method) ?? createTally();
      answers.set(method, counts);
      tally(counts, String(error?.code ?? "ok"));
    },
    read,
  };
}

/** Starts to count. */
export function createMonitor(): Monitor {
  const version = packageVersion();
  const traffic = createTraffic();
  const eventLoopDelay = watchEventLoop();
  const rewards = createRewardCounters();
  const requests = createRequestCounters();
  const restarts: Record<RestartReason, number> = { timeout: 0, exit: 0 };
  const [queue, work] = [createHistogram(SECONDS), createHistogram(SECONDS)];
  let state: ServerState = "loading";
  return {
    watch: traffic.watch,
    state: () => state,
    setState: (next) => (state = next),
    received: requests.received,
    answered: requests.answered,
    scored: (batch) => {
      queue.observe(batch.queueMs / 1000);
      work.observe(batch.workMs / 1000);
      rewards.scored(batch);
    },
    restarted: (reason) => restarts[reason]++,
    stats: () => ({
      server: { name: "grpo-rewards", version, pid: process.pid, uptimeSeconds: process.uptime(), state },
      requests: requests.read(),
      bytes: traffic.read(),
      batches: { queueSeconds: queue.read(), workSeconds: work.read() },
      rewards: rewards.read(),
      workerRestarts: { ...restarts },
      process: { ...readProcess(), eventLoopDelaySeconds: eventLoopDelay() },
    }),
  };
}
