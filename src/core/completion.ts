import { wrongInput } from "./caller-input.js";

/** One turn of a conversation, in the OpenAI chat shape that trainers pass. */
export interface Message {
  readonly role: string;
  readonly content?: string | readonly MessagePart[] | null;
  /** Calls of tools that an assistant message makes, as the OpenAI API lays them out. */
  readonly tool_calls?: readonly ToolCall[] | null;
}

/** One call of a tool; `arguments` is JSON text, or its value where a trainer has parsed it. */
export interface ToolCall {
  readonly function: { readonly name: string; readonly arguments?: unknown };
}

/** A part of a multi-part message; only parts with a `text` count as text. */
export interface MessagePart {
  readonly type: string;
  readonly text?: string;
}

/** What a prompt may be: plain text, or the conversation so far. */
export type Prompt = string | readonly Message[];

/** The text that a policy sampled, with what the trainer knows about it. */
export interface Completion {
  readonly text: string;
  /** Length in tokens of the policy's tokenizer; rewards with `unit: "tokens"` need it. */
  readonly tokenCount?: number;
  /** The tokens themselves; the few rewards that compare them need them. */
  readonly tokenIds?: readonly number[];
  /** Whether sampling was cut off at its length limit, before the model had ended its turn. */
  readonly truncated?: boolean;
  /** The turns that were sampled, where a conversation was; `text` is that of the last assistant message. */
  readonly messages?: readonly Message[];
}

/** Everything that is accepted as a completion: its text, its messages, or the full object. */
export type CompletionInput = string | readonly Message[] | Completion;

/** The text of one message; `content: null` (a message of tool calls only) is the empty string. */
export function messageText({ content }: Message): string {
  if (typeof content === "string") return content;
  return (content ?? []).map((part) => part.text ?? "").join("");
}

/**
 * The text that is judged: a string as it is, else the last assistant message. A conversation without an
 * assistant message has none, which is the empty string.
 */
export function completionText(input: string | readonly Message[]): string {
  if (typeof input === "string") return input;
  const last = input.findLast((message) => message.role === "assistant");
  return last === undefined ? "" : messageText(last);
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

function isCompletion(input: unknown): input is Completion {
  return isObject(input) && "text" in input && typeof input.text === "string";
}

function isMessage(value: unknown): value is Message {
  if (!isObject(value) || !("role" in value)) return false;
  const content = "content" in value ? value.content : null;
  return content === undefined || content === null || typeof content === "string" || Array.isArray(content);
}

/**
 * Brings any accepted form of a completion to the one that rewards see.
 *
 * @throws {RewardError} `bad_input` for anything else
 */
export function toCompletion(input: CompletionInput): Completion {
  if (typeof input === "string") return { text: input };
  if (Array.isArray(input) && input.every(isMessage)) return { text: completionText(input), messages: input };
  if (isCompletion(input)) return input;
  throw wrongInput("A completion", "a text, a list of messages, or { text, tokenCount }", input);
}
