import type { JsonSchema } from "../schema/index.js";
import { estimatorSchema } from "./estimators.js";

/** Version of the wire protocol; a client that asks for another one is refused. */
export const PROTOCOL_VERSION = 1;

/** A frame is one line of JSON. V8 strings end at 512 MiB; a larger frame than this is refused unread. */
export const DEFAULT_MAX_FRAME_BYTES: number = 256 * 1024 * 1024;

const textNumber: JsonSchema = {
  type: "integer",
  minimum: 0,
  description: "In a frame, the number of one of its texts.",
};

/** More of these in one request are a mistake, and would hold the server for long before anything is scored. */
export const MAX_COMPLETIONS = 1_000_000;
export const MAX_REWARDS = 1000;

/** The calls of tools in a message. */
export const toolCalls: JsonSchema = {
  anyOf: [
    { type: "null" },
    {
      type: "array",
      items: {
        type: "object",
        required: ["function"],
        properties: {
          function: {
            type: "object",
            required: ["name"],
            properties: { name: { type: "string" } },
          },
        },
      },
    },
  ],
};

const message: JsonSchema = {
  type: "object",
  required: ["role"],
  properties: {
    role: { type: "string" },
    tool_calls: toolCalls,
    content: {
      anyOf: [
        { type: ["string", "null"] },
        textNumber,
        {
          type: "array",
          items: {
            type: "object",
            required: ["type"],
            properties: { type: { type: "string" }, text: { type: "string" } },
          },
        },
      ],
    },
  },
};

const completion: JsonSchema = {
  description: "A text, a conversation, or in a frame the number of one of its texts.",
  anyOf: [{ type: "string" }, { type: "array", items: message }, textNumber],
};

/** The method itself reads it, since a schema of alternatives cannot say which mistake was made. */
const rewardSpec: JsonSchema = {
  type: ["string", "object"],
  description:
    'A reward: its name; { name, key?, options?, weight? }; or a composition, such as { gate: ["think_format", ' +
    '"accuracy"], key?, weight? }. The key names the scores in the result.',
};

const column: JsonSchema = {
  anyOf: [
    { type: "array" },
    {
      type: "object",
      required: ["values", "index"],
      properties: {
        values: { type: "array" },
        index: { type: "array", items: { type: "integer", minimum: 0 } },
      },
      additionalProperties: false,
    },
  ],
};

const groups: JsonSchema = {
  description: "The group of each completion; equal ids form a group.",
  type: "array",
  items: { type: ["string", "integer"] },
};

const numbers: JsonSchema = { type: "array", items: { type: ["number", "null"] } };

/** What some estimators read beside the rewards, one value per completion. */
const estimatorColumns: Readonly<Record<string, JsonSchema>> = {
  lengths: { ...numbers, description: "Tokens of each completion." },
  baselines: { ...numbers, description: "The reward that each completion is compared with." },
};

const milliseconds: JsonSchema = { type: "number", exclusiveMinimum: 0, maximum: 2 ** 31 - 1 };

function params(
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
): JsonSchema {
  return { type: "object", properties, required, additionalProperties: false };
}

/** One method of the protocol: what it does, and the schema of its params. */
export interface MethodContract {
  readonly summary: string;
  readonly params: JsonSchema;
}

/** Name of a method of the protocol. */
export type MethodName =
  "initialize" | "rewards/list" | "score" | "advantages" | "stats" | "rpc.discover" | "shutdown";

/** The whole protocol: every method with the schema that its params are checked against. */
export const protocol: Readonly<Record<MethodName, MethodContract>> = {
  initialize: {
    summary:
      "Agrees on the protocol version; returns the server's limits, its rewards and what composes them.",
    params: params({ protocol: { type: "integer" }, client: { type: "object" } }, ["protocol"]),
  },
  "rewards/list": {
    summary: "Lists the rewards: name, summary, kind, range, columns, and the JSON Schema of their options.",
    params: params({}),
  },
  score: {
    summary: "Scores completions with one or more rewards; sums them and computes advantages when asked.",
    params: params(
      {
        rewards: { type: "array", items: rewardSpec, minItems: 1, maxItems: MAX_REWARDS },
        completions: { type: "array", items: completion, maxItems: MAX_COMPLETIONS },
        columns: {
          type: "object",
          additionalProperties: column,
          description:
            "By the name of a column, one value per completion, or the distinct values and the index of each completion's.",
        },
        groups,
        advantages: {
          ...params({ ...estimatorSchema, ...estimatorColumns }),
          description: "Asks for advantages, by the estimator and the options that are given.",
        },
        itemTimeoutMs: {
          ...milliseconds,
          description: "How long one reward may take for one completion; later, its score is null.",
        },
        deadlineMs: {
          ...milliseconds,
          description: "How long the request may take; what is not scored by then is null.",
        },
        partial: {
          type: "boolean",
          default: false,
          description:
            "Sends scores as they come, in notifications score/partial { id, reward, rows, scores }, where there is a " +
            "stream; the reply has all of them.",
        },
        detail: {
          enum: ["scores", "summary", "full"],
          default: "summary",
          description:
            "Whether the result has scores alone, also statuses and values for logs, or also verdicts.",
        },
      },
      ["rewards", "completions"],
    ),
  },
  advantages: {
    summary: "Computes group-relative advantages of given rewards.",
    params: params(
      {
        rewards: numbers,
        groups,
        ...estimatorColumns,
        scores: {
          type: "object",
          additionalProperties: numbers,
          description: "The scores of each reward function by its name.",
        },
        ...estimatorSchema,
      },
      ["rewards", "groups"],
    ),
  },
  stats: {
    summary: "Returns what the server has done since its start: the figures of /metrics, as data.",
    params: params({}),
  },
  "rpc.discover": { summary: "Returns this protocol as an OpenRPC document.", params: params({}) },
  shutdown: { summary: "Ends the server once the requests in flight are answered.", params: params({}) },
};
