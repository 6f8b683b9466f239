import type { JsonSchema } from "../schema/index.js";
import { headersFromEnvironment } from "./headers.js";
import type { Endpoint } from "./post-json.js";

/** How a reward that calls a server calls it. */
export interface ConnectionOptions {
  /** Milliseconds that one attempt may take. @default 60000 */
  readonly timeoutMs?: number;
  /** How often a request is tried again after a lost connection, or the status 408, 429 or 5xx. @default 3 */
  readonly retries?: number;
  /** How many requests of one reward are under way at once. @default 16 */
  readonly concurrency?: number;
  /** By the name of a header, the environment variable that holds its value. @default {} */
  readonly headersEnv?: Readonly<Record<string, string>>;
}

/** JSON Schemas of {@link ConnectionOptions}. */
export const connectionOptions: Readonly<Record<keyof ConnectionOptions, JsonSchema>> = {
  timeoutMs: {
    type: "number",
    exclusiveMinimum: 0,
    maximum: 2 ** 31 - 1,
    default: 60_000,
    description: "Milliseconds that one attempt may take, from its start to the end of the reply.",
  },
  retries: {
    type: "integer",
    minimum: 0,
    maximum: 20,
    default: 3,
    description: "How often a request is tried again after a lost connection, or the status 408, 429 or 5xx.",
  },
  concurrency: {
    type: "integer",
    minimum: 1,
    maximum: 64,
    default: 16,
    description: "How many requests of one reward are under way at once.",
  },
  headersEnv: {
    type: "object",
    additionalProperties: { type: "string", minLength: 1 },
    default: {},
    description: "By the name of a header, the environment variable that holds its value.",
  },
};

/**
 * What to call, and how.
 *
 * @throws {RewardError} `bad_options` if a variable of `headersEnv` is not set
 */
export function endpointOf(url: URL, options: ConnectionOptions): Endpoint {
  const { timeoutMs = 60_000, retries = 3, concurrency = 16, headersEnv = {} } = options;
  return { url, headers: headersFromEnvironment(headersEnv), timeoutMs, retries, concurrency };
}
