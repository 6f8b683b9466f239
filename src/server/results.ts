import type { JsonSchema } from "../schema/index.js";
import type { MethodName } from "./protocol.js";

const object = (
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

const byName = (value: JsonSchema, description: string): JsonSchema => ({
  type: "object",
  additionalProperties: value,
  description,
});

const list = (items: JsonSchema, description: string): JsonSchema => ({ type: "array", items, description });

const string: JsonSchema = { type: "string" };
const number: JsonSchema = { type: "number" };
const count: JsonSchema = { type: "integer", minimum: 0 };
const names: JsonSchema = { type: "array", items: string };
const anyObject: JsonSchema = { type: "object" };
const scores: JsonSchema = { type: "array", items: { type: ["number", "null"] } };

const verdict: JsonSchema = {
  anyOf: [
    { type: "null" },
    object({ status: { enum: ["correct", "incorrect"] }, by: string }),
    object({
      status: { const: "undetermined" },
      fault: { enum: ["candidate", "reference", "system"] },
      reason: string,
    }),
  ],
};

const rewardInfo: JsonSchema = object({
  name: string,
  summary: string,
  family: string,
  kind: { enum: ["rollout", "group"], description: "Whether it compares the completions of a group." },
  range: { type: ["array", "null"], description: "Least and greatest score; null where there is no end." },
  presetRanges: anyObject,
  columns: { ...names, description: "Columns without which it cannot run." },
  optionalColumns: { ...names, description: 'Columns that it reads where they are there; "*" is any.' },
  readsWhen: { ...anyObject, description: "The options under which an optional column is read." },
  extra: { ...names, description: "The values that it reports beside its scores." },
  options: { ...anyObject, description: "JSON Schema of its options." },
  presets: { ...anyObject, description: "By preset, the options that it stands for." },
  source: string,
});

const combinator: JsonSchema = object({
  name: string,
  summary: string,
  parts: { enum: ["one", "two", "several"] },
  options: { ...anyObject, description: "JSON Schema of each option." },
  requiredOptions: names,
  isWeighted: { type: "boolean", description: "Whether parts may carry a weight." },
});

const rewards: JsonSchema = list(rewardInfo, "The rewards, by name.");

const distribution: JsonSchema = object({
  count,
  sum: number,
  buckets: list({ type: "array" }, "Bound, and observations up to it; ascending."),
});

const stats: JsonSchema = object({
  server: object({
    name: string,
    version: string,
    pid: count,
    uptimeSeconds: number,
    state: { enum: ["loading", "ready", "ending"] },
  }),
  requests: object({
    inFlight: count,
    answered: byName(byName(count, "By ok, or the error's code."), "Answers by method."),
  }),
  bytes: object({ received: count, sent: count }),
  batches: object({ queueSeconds: distribution, workSeconds: distribution }),
  rewards: byName(
    object({
      items: byName(count, "Scores by status."),
      timeouts: object({ item: count, request: count }),
      itemSeconds: distribution,
      values: distribution,
    }),
    "By the reward's key.",
  ),
  workerRestarts: byName(count, "Threads that score and were replaced, by reason."),
  process: object({
    memoryBytes: count,
    cpuSeconds: number,
    eventLoopDelaySeconds: object({ mean: number, p50: number, p99: number, max: number }),
  }),
});

const score: JsonSchema = object(
  {
    scores: byName(
      scores,
      "By the key of each reward, and of each part of a composition, a score per completion.",
    ),
    rewards: {
      ...scores,
      description: "The weighted sums; where a reward has a weight, or advantages are asked for.",
    },
    advantages: list(number, "Where they are asked for."),
    status: byName(
      byName(string, "By the number of the row."),
      "By the key of a reward by name, why rows have no verdict: fault:reason.",
    ),
    extra: byName({ type: "array" }, "What rewards report for logs, a value per completion, as reward.name."),
    verdicts: byName(list(verdict, "One per completion."), 'With "detail": "full".'),
    metrics: byName(
      number,
      "How many scores are null, and how many ran out of time: key.nulls, key.timeouts.",
    ),
    timing: object({ queueMs: number, workMs: number }),
  },
  ["rewards", "advantages", "status", "extra", "verdicts"],
);

/** The schema of each method's result. */
export const resultSchemas: Readonly<Record<MethodName, JsonSchema>> = {
  initialize: object(
    {
      protocol: { type: "integer" },
      server: object({ name: string, version: string }),
      maxFrameBytes: { ...count, description: "A larger message is refused." },
      frames: {
        ...object({ encodings: { ...names, description: "How the texts of frames may be encoded." } }),
        description: "Where the transport carries frames, which HTTP does not.",
      },
      rewards,
      combinators: list(combinator, "What composes rewards."),
    },
    ["frames"],
  ),
  "rewards/list": object({ rewards }),
  score,
  advantages: object({ advantages: list(number, "One per reward; 0 for one that is null.") }),
  stats,
  "rpc.discover": { ...anyObject, description: "An OpenRPC document." },
  shutdown: { type: "null" },
};

/** The schema of the params of each notification that a server sends. */
export const notificationSchemas: Readonly<Record<string, JsonSchema>> = {
  "score/partial": object({
    id: { description: "The id of the request." },
    reward: { ...string, description: "The key of a reward by name." },
    rows: { ...list(count, "The numbers of the completions.") },
    scores: { ...scores, description: "Their scores, in the order of rows." },
  }),
};
