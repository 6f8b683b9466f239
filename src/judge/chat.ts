import type { PostJson } from "../http/index.js";
import type { JsonSchema } from "../schema/index.js";
import type { ChatMessage } from "./messages.js";

/** How a server is told the form of the reply: by a schema, that it is JSON, or in words alone. */
export const RESPONSE_FORMATS = ["json_schema", "json_object", "text"] as const;

/** One of {@link RESPONSE_FORMATS}. */
export type ResponseFormat = (typeof RESPONSE_FORMATS)[number];

/** What every request of a judge holds. */
export interface ChatSettings {
  readonly body: Readonly<Record<string, unknown>>;
  readonly schema: JsonSchema;
  /** The first form that is tried. */
  readonly responseFormat: ResponseFormat;
}

/** The text of a reply, or why there is none. */
type ChatReply = { readonly text: string } | { readonly fault: string };

/** Sends messages to a model and waits for its reply. Never rejects. */
export type Chat = (messages: readonly ChatMessage[], signal: AbortSignal) => Promise<ChatReply>;

/** The statuses by which servers refuse a request that they do not understand. */
const REFUSALS = ["http_400", "http_422"];

function formatField(format: ResponseFormat, schema: JsonSchema): object {
  if (format === "text") return {};
  const details = format === "json_schema" && { json_schema: { name: "verdict", strict: true, schema } };
  return { response_format: { type: format, ...details } };
}

interface Completed {
  readonly choices?: readonly {
    readonly finish_reason?: unknown;
    readonly message?: { readonly content?: unknown; readonly refusal?: unknown } | null;
  }[];
}

/** Reads the reply of any server, which may be of any form. */
function readReply(body: unknown): ChatReply {
  const { choices } = (body ?? {}) as Completed;
  const choice = Array.isArray(choices) ? (choices as NonNullable<Completed["choices"]>)[0] : undefined;
  if (choice?.finish_reason === "length") return { fault: "cut_off" };
  const { content, refusal } = choice?.message ?? {};
  if (typeof refusal === "string" && refusal !== "") return { fault: "refused" };
  return typeof content === "string" ? { text: content } : { fault: "bad_reply" };
}

/**
 * A chat with any server that speaks the OpenAI API. Where the server refuses the form of the reply, the next simpler
 * form is tried, and kept once it has worked.
 */
export function openChat(post: PostJson, { body, schema, responseFormat }: ChatSettings): Chat {
  let known = RESPONSE_FORMATS.indexOf(responseFormat);
  return async (messages, signal) => {
    let refusal = "bad_reply";
    for (const [at, format] of RESPONSE_FORMATS.entries()) {
      if (at < known) continue;
      const reply = await post({ ...formatField(format, schema), ...body, messages }, signal);
      if ("fault" in reply && REFUSALS.includes(reply.fault)) {
        refusal = reply.fault;
        continue;
      }
      if ("fault" in reply) return reply;
      known = Math.max(known, at);
      return readReply(reply.body);
    }
    return { fault: refusal };
  };
}
