import type { Message } from "../../core/index.js";
import { conversation } from "./conversation-schema.js";
import type { TrainerRoute } from "./trainer-route.js";

interface Request {
  readonly messages: readonly Message[];
  readonly ground_truth?: unknown;
  /** Columns by name, and perhaps the name of a reward. */
  readonly kwargs?: Readonly<Record<string, unknown>>;
}

interface Metric {
  readonly score: number;
  readonly reason: string;
  readonly is_score_valid: boolean;
}

interface Reply extends Metric {
  readonly metrics: Readonly<Record<string, Metric>>;
}

const body = {
  type: "object",
  required: ["messages"],
  properties: { messages: { ...conversation, minItems: 1 }, kwargs: { type: "object" } },
};

const handle: TrainerRoute<Request>["handle"] = async (
  { messages: turns, ground_truth: label = null, kwargs = {} },
  { reward: byDefault, score, noneValue },
): Promise<Reply> => {
  const { reward, ...columns } = kwargs;
  const name = typeof reward === "string" ? reward : byDefault;
  // What was sampled follows the last message that is not the policy's or a tool's.
  const asked = turns.findLastIndex(({ role }) => role !== "assistant" && role !== "tool") + 1;
  const [scored] = await score(name, [
    { completion: turns.slice(asked), prompt: turns.slice(0, asked), label, columns },
  ]);
  const metric: Metric = {
    score: scored?.score ?? noneValue,
    reason: scored?.status ?? `${name} scored it`,
    is_score_valid: typeof scored?.score === "number",
  };
  return { ...metric, metrics: { [name]: { ...metric, score: scored?.fraction ?? 0 } } };
};

/** The remote evaluator of eval-protocol: `{ messages, ground_truth, kwargs }`, with the columns in `kwargs`. */
export const evaluate: TrainerRoute<Request> = { method: "POST", path: "/evaluate", body, handle };

/** Its older form, with the columns beside `messages`. */
export const evalReward: TrainerRoute<Request & Readonly<Record<string, unknown>>> = {
  method: "POST",
  path: "/reward",
  body,
  handle: ({ messages: turns, ground_truth, kwargs, ...columns }, context) =>
    handle({ messages: turns, ground_truth, kwargs: { ...columns, ...kwargs } }, context),
};
