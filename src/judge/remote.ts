import { RewardError, type RewardResult, type Task, undetermined } from "../core/index.js";
import {
  type ConnectionOptions,
  connectionOptions,
  endpointOf,
  httpUrl,
  jsonPoster,
  type PostJson,
} from "../http/index.js";
import type { JsonSchema } from "../schema/index.js";

/** Options of a reward that a server of the user computes. */
export interface RemoteOptions extends ConnectionOptions {
  /** The address that gets a POST request. */
  readonly url: string;
  /** The columns that are sent; all that there are by default. */
  readonly columns?: readonly string[];
  /** A lower score is refused. @default 0 */
  readonly min?: number;
  /** A higher score is refused. @default 1 */
  readonly max?: number;
}

/** JSON Schemas of {@link RemoteOptions}. */
export const remoteOptions: Readonly<Record<keyof RemoteOptions, JsonSchema>> = {
  url: { type: "string", minLength: 1, description: "The address that gets a POST request." },
  columns: {
    type: "array",
    items: { type: "string" },
    description: "The columns that are sent; without it, all that there are.",
  },
  min: { type: "number", default: 0, description: "A lower score is refused." },
  max: { type: "number", default: 1, description: "A higher score is refused." },
  ...connectionOptions,
};

/** A server of the user that scores completions. */
export interface Remote {
  readonly post: PostJson;
  /** What is sent of a task. */
  readonly describe: (task: Task) => { readonly prompt: unknown; readonly columns: object };
  /** The result for one score of a reply, whatever it is. */
  readonly toResult: (score: unknown) => RewardResult;
}

/** A score that there is none of, by the fault of the server or of the way to it. */
export function remoteFailure(reason: string): RewardResult {
  return { score: null, verdict: undetermined("system", `remote_${reason}`) };
}

/**
 * Prepares the calls of a server.
 *
 * @throws {RewardError} `bad_options` for an address that is not http or https, a variable that is not set, or a
 *   range without values
 */
export function openRemote(options: RemoteOptions): Remote {
  const { min = 0, max = 1, columns } = options;
  if (min >= max) throw new RewardError("bad_options", `min is ${min}, which is not below max, ${max}.`);
  const isSent = (name: string): boolean => columns?.includes(name) ?? true;
  return {
    post: jsonPoster(endpointOf(httpUrl("url", options.url), options)),
    describe: (task) => ({
      prompt: task.prompt ?? null,
      columns: Object.fromEntries(Object.entries(task.columns).filter(([name]) => isSent(name))),
    }),
    toResult: (score) => {
      if (score === null) return { score };
      if (typeof score !== "number") return remoteFailure("bad_reply");
      return score >= min && score <= max ? { score } : remoteFailure("out_of_range");
    },
  };
}
