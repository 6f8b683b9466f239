import type { Registry } from "prom-client";
import { verdictStatus, type RewardResult } from "../../core/index.js";
import { NOT_ASKED } from "../../score/index.js";
import type { Observer } from "./observer.js";

/** Metrics of a server, and the text in which Prometheus reads them. */
export interface ServerMetrics extends Observer {
  readonly contentType: string;
  readonly text: () => Promise<string>;
}

const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const VALUES = [-1, -0.5, -0.1, 0, 0.1, 0.25, 0.5, 0.75, 0.9, 1, 2];

/** Keys of rewards come from clients: beyond so many they are one. */
const MAX_KEYS = 200;

function keyLabels(): (key: string) => string {
  const known = new Set<string>();
  return (key) => {
    if (known.size < MAX_KEYS) known.add(key);
    return known.has(key) ? key : "other";
  };
}

/** A few values, whatever a reward writes into its verdict: `"scored"`, or who was at fault. */
function statusOf({ score, verdict }: RewardResult): string {
  const status = verdictStatus(verdict);
  if (status === "system:timeout" || status === "system:deadline") return status;
  return score === null ? (status?.split(":")[0] ?? "null") : "scored";
}

/** Counts and distributions of what a server does, with those of its process; by prom-client. */
export async function createMetrics(): Promise<ServerMetrics> {
  const { default: prom } = await import("prom-client");
  const register: Registry = new prom.Registry();
  prom.collectDefaultMetrics({ register });
  const named = (name: string, help: string, labelNames: string[] = []) => ({
    name: `grpo_rewards_${name}`,
    help,
    labelNames,
    registers: [register],
  });
  const items = new prom.Counter(named("items_total", "Scores by reward and status", ["reward", "status"]));
  const timeouts = new prom.Counter(named("timeouts_total", "Scores that took too long", ["reward"]));
  const values = new prom.Histogram({ ...named("reward_value", "Scores", ["reward"]), buckets: VALUES });
  const work = new prom.Histogram({ ...named("batch_seconds", "Scoring of a batch"), buckets: SECONDS });
  const queue = new prom.Histogram({ ...named("queue_seconds", "Wait of a batch"), buckets: SECONDS });
  const requests = new prom.Counter(
    named("requests_total", "Requests by method and code", ["method", "code"]),
  );
  const labelOf = keyLabels();
  return {
    contentType: register.contentType,
    text: () => register.metrics(),
    answered: ({ method, error }) => requests.inc({ method, code: error?.code ?? "ok" }),
    scored: ({ results, queueMs, workMs }) => {
      queue.observe(queueMs / 1000);
      work.observe(workMs / 1000);
      for (const [key, column] of results) {
        const reward = labelOf(key);
        for (const result of column) {
          if (result === NOT_ASKED) continue;
          const status = statusOf(result);
          items.inc({ reward, status });
          if (status.startsWith("system:")) timeouts.inc({ reward });
          if (result.score !== null) values.observe({ reward }, result.score);
        }
      }
    },
  };
}
