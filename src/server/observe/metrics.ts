import type { Metric, Registry } from "prom-client";
import type { Distribution } from "./histogram.js";
import type { RewardStats, Stats } from "./stats.js";

/** The text in which Prometheus reads the figures of a server. */
export interface ServerMetrics {
  readonly contentType: string;
  readonly text: () => Promise<string>;
}

const PREFIX = "grpo_rewards_";

type Labels = Readonly<Record<string, string>>;

interface Sample {
  readonly labels: Labels;
  readonly value: number;
  readonly metricName?: string;
}

/** A metric of the server: its figures, taken from {@link Stats} when it is read. */
interface Figure {
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram";
  readonly samples: (stats: Stats) => Sample[];
}

function distributionSamples(name: string, labels: Labels, { count, sum, buckets }: Distribution): Sample[] {
  const full = `${PREFIX}${name}`;
  const bucket = (le: number | string, value: number): Sample => ({
    labels: { ...labels, le: String(le) },
    value,
    metricName: `${full}_bucket`,
  });
  return [
    ...buckets.map(([bound, upTo]) => bucket(bound, upTo)),
    bucket("+Inf", count),
    { labels, value: sum, metricName: `${full}_sum` },
    { labels, value: count, metricName: `${full}_count` },
  ];
}

/** One sample per entry of a table. */
const byKey = (table: Readonly<Record<string, number>>, label: string, labels: Labels = {}): Sample[] =>
  Object.entries(table).map(([key, value]) => ({ labels: { ...labels, [label]: key }, value }));

const perReward = (
  { rewards }: Stats,
  samples: (stats: RewardStats, labels: { readonly reward: string }) => Sample[],
): Sample[] => Object.entries(rewards).flatMap(([reward, stats]) => samples(stats, { reward }));

const counter = (name: string, help: string, samples: (stats: Stats) => Sample[]): Figure => ({
  name,
  help,
  type: "counter",
  samples,
});

const histogram = (
  name: string,
  help: string,
  distributions: (stats: Stats) => readonly (readonly [Labels, Distribution])[],
): Figure => ({
  name,
  help,
  type: "histogram",
  samples: (stats) =>
    distributions(stats).flatMap(([labels, each]) => distributionSamples(name, labels, each)),
});

const FIGURES: readonly Figure[] = [
  counter("items_total", "Scores by reward and status", (stats) =>
    perReward(stats, ({ items }, labels) => byKey(items, "status", labels)),
  ),
  counter(
    "timeouts_total",
    "Scores that are missing because the item's or the request's time was over",
    (stats) => perReward(stats, ({ timeouts }, labels) => byKey(timeouts, "phase", labels)),
  ),
  histogram("item_seconds", "Calls of a reward: of a completion, or of a group", ({ rewards }) =>
    Object.entries(rewards).map(([reward, { itemSeconds }]) => [{ reward }, itemSeconds]),
  ),
  histogram("reward_value", "Scores", ({ rewards }) =>
    Object.entries(rewards).map(([reward, { values }]) => [{ reward }, values]),
  ),
  histogram("queue_seconds", "Wait of a batch", ({ batches }) => [[{}, batches.queueSeconds]]),
  histogram("batch_seconds", "Scoring of a batch", ({ batches }) => [[{}, batches.workSeconds]]),
  counter("requests_total", "Requests by method and code", ({ requests }) =>
    Object.entries(requests.answered).flatMap(([method, counts]) => byKey(counts, "code", { method })),
  ),
  {
    name: "inflight",
    help: "Requests that are being answered",
    type: "gauge",
    samples: ({ requests }) => [{ labels: {}, value: requests.inFlight }],
  },
  counter("bytes_total", "Bytes from and to clients", ({ bytes }) => byKey(bytes, "direction")),
  counter("worker_restarts_total", "Scoring threads that were replaced", ({ workerRestarts }) =>
    byKey(workerRestarts, "reason"),
  ),
  {
    name: "ready",
    help: "1 while the server takes requests",
    type: "gauge",
    samples: ({ server }) => [{ labels: {}, value: Number(server.state === "ready") }],
  },
];

/** A metric whose values are those of a figure; of a metric, the registry asks no more than this. */
function toMetric({ name, help, type, samples }: Figure, stats: () => Stats): Metric {
  const described = { name: `${PREFIX}${name}`, help, type, aggregator: "sum" };
  const get = (): Promise<object> => Promise.resolve({ ...described, values: samples(stats()) });
  return { ...described, get, reset: () => undefined } as unknown as Metric;
}

/** The figures of `stats`, with those of the process that prom-client knows: memory, CPU, delay of the event loop. */
export async function createMetrics(stats: () => Stats): Promise<ServerMetrics> {
  const { default: prom } = await import("prom-client");
  const register: Registry = new prom.Registry();
  prom.collectDefaultMetrics({ register });
  for (const figure of FIGURES) register.registerMetric(toMetric(figure, stats));
  return { contentType: register.contentType, text: () => register.metrics() };
}
