import type { Message, MessagePart, ToolCall } from "../../core/index.js";

/** A text, or a conversation. */
export type Sampled = string | readonly Message[];

/** What stands in the field of the completion. */
export interface Sampling {
  readonly completions: readonly Sampled[];
  /** Whether the row holds a list of them, and not one. */
  readonly isList: boolean;
  /** The turns before the completion, where the field holds the whole conversation. */
  readonly prompt: readonly Message[] | null;
}

type Fields = Readonly<Record<string, unknown>>;

/** What ShareGPT and OpenThoughts call the roles. */
const ROLES: ReadonlyMap<unknown, string> = new Map([
  ["human", "user"],
  ["gpt", "assistant"],
]);

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isPart = (part: unknown): part is MessagePart =>
  isObject(part) && typeof part.type === "string" && ["string", "undefined"].includes(typeof part.text);

const isToolCall = (call: unknown): call is ToolCall =>
  isObject(call) && isObject(call.function) && typeof call.function.name === "string";

const isTurn = (value: unknown): value is Fields => isObject(value) && ("role" in value || "from" in value);

function isContent(value: unknown): value is Message["content"] {
  if (value === undefined || value === null || typeof value === "string") return true;
  return Array.isArray(value) && value.every(isPart);
}

/** A message as OpenAI and trainers lay it out, or with `from` and `value`; `null` for anything else. */
function readMessage(value: unknown): Message | null {
  if (!isTurn(value)) return null;
  const isOpenAi = value.role !== undefined;
  const [role, content] = isOpenAi ? [value.role, value.content] : [value.from, value.value];
  if (typeof role !== "string" || !isContent(content)) return null;
  const { tool_calls: calls } = value;
  return {
    role: ROLES.get(role) ?? role,
    content: content ?? null,
    ...(Array.isArray(calls) && calls.every(isToolCall) && { tool_calls: calls }),
  };
}

/** The messages of a list, or `null` if it is not one of messages. */
export function readMessages(value: unknown): readonly Message[] | null {
  if (!Array.isArray(value)) return null;
  const messages = value.map(readMessage);
  return messages.every((message) => message !== null) ? messages : null;
}

function readSampled(value: unknown): Sampled | null {
  return typeof value === "string" ? value : readMessages(value);
}

/** What was sampled last: the turns behind the last one of the user. */
function splitConversation(messages: readonly Message[]): Sampling {
  const start = messages.findLastIndex(({ role }) => role === "user") + 1;
  return { completions: [messages.slice(start)], isList: false, prompt: messages.slice(0, start) };
}

/**
 * Reads what stands in the field of the completion: a text, a conversation, or a list of either. Never throws.
 *
 * @param hasPrompt whether the prompt stands elsewhere, so that every turn was sampled
 * @returns what is wrong with it, if it is none of these
 */
export function readCompletions(value: unknown, hasPrompt: boolean): Sampling | string {
  if (typeof value === "string") return { completions: [value], isList: false, prompt: null };
  if (!Array.isArray(value)) return "holds neither a text nor a list";
  if (value.length > 0 && value.every(isTurn)) {
    const messages = readMessages(value);
    if (messages === null) return "holds a message that has no text";
    return hasPrompt ? { completions: [messages], isList: false, prompt: null } : splitConversation(messages);
  }
  const completions = value.map(readSampled);
  if (completions.every((each) => each !== null)) return { completions, isList: true, prompt: null };
  return "holds a list of other things than texts or conversations";
}
