import type { Message } from "../core/index.js";
import { isJsonList, isJsonObject, type Json, jsonPart, parseJson, toJson } from "./json/index.js";
import { pythonStrip } from "./python-text.js";
import { answerPart } from "./thinking.js";

/** A call of a tool. */
export interface WrittenCall {
  readonly name: string;
  readonly arguments: Json;
}

/** How a text writes calls. */
export type ToolCallFormat = "tags" | "json" | "react";

const OPEN = "<tool_call>";
const CLOSE = "</tool_call>";
const ACTION = /^[ \t]*Action:/gm;
const INPUT = "Action Input:";
const OBSERVATION = "Observation:";
const SPECIAL_TOKENS = /<\|(?:endoftext|im_end|eot_id)\|>/g;

/** Arguments are an object, perhaps as JSON text; none are the empty one. */
function readArguments(value: Json | undefined): Json | undefined {
  if (value === undefined || value === null || value === "") return new Map<string, Json>();
  return typeof value === "string" ? parseJson(value) : value;
}

/** A call as OpenAI, Hermes or Llama lay it out; `null` for anything else. */
function readCall(value: Json): WrittenCall | null {
  if (!isJsonObject(value)) return null;
  const inner = value.get("function");
  const call = isJsonObject(inner) ? inner : value;
  const name = call.get("name");
  const args = readArguments(call.get("arguments") ?? call.get("parameters"));
  return typeof name === "string" && isJsonObject(args) ? { name, arguments: args } : null;
}

/** The calls of a JSON value, which is one call or a list of them; `null` stands for what is no call. */
export function readCalls(value: Json): readonly (WrittenCall | null)[] {
  return isJsonList(value) ? value.map(readCall) : [readCall(value)];
}

/** The calls that the assistant's messages carry, in order. */
export function callsOfMessages(messages: readonly Message[]): readonly (WrittenCall | null)[] {
  return messages
    .filter(({ role, tool_calls: calls }) => role === "assistant" && calls)
    .flatMap(({ tool_calls: calls }) => readCalls(toJson(calls) ?? null));
}

function taggedCalls(text: string): readonly (WrittenCall | null)[] {
  const calls: (WrittenCall | null)[] = [];
  for (let open = text.indexOf(OPEN); open >= 0;) {
    const close = text.indexOf(CLOSE, open);
    if (close < 0) return [...calls, null];
    calls.push(...readCalls(parseJson(text.slice(open + OPEN.length, close)) ?? null));
    open = text.indexOf(OPEN, close);
  }
  return calls;
}

function jsonCalls(text: string): readonly (WrittenCall | null)[] {
  const value = parseJson(jsonPart(text) ?? "");
  return isJsonObject(value) || isJsonList(value) ? readCalls(value) : [];
}

/** One step: the name, and the JSON behind `Action Input:`, without which there are no arguments. */
function readStep(step: string): WrittenCall | null {
  const input = step.indexOf(INPUT);
  const name = pythonStrip(input < 0 ? step : step.slice(0, input));
  const args = parseJson(input < 0 ? "{}" : step.slice(input + INPUT.length));
  return name !== "" && isJsonObject(args) ? { name, arguments: args } : null;
}

/** A step before another ends at what the tool replied, or at the next thought. */
function withoutReply(step: string): string {
  const reply = /\n[ \t]*(?:Observation|Thought):/.exec(step);
  return reply ? step.slice(0, reply.index) : step;
}

function reactCalls(text: string): readonly (WrittenCall | null)[] {
  const clean = pythonStrip(text.replace(SPECIAL_TOKENS, ""));
  const end = clean.endsWith(OBSERVATION) ? clean.length - OBSERVATION.length : clean.length;
  const starts = [...clean.slice(0, end).matchAll(ACTION)].map((match) => match.index + match[0].length);
  return starts.map((start, i) => {
    const next = starts[i + 1];
    if (next === undefined) return readStep(clean.slice(start, end));
    return readStep(withoutReply(clean.slice(start, clean.lastIndexOf("\n", next))));
  });
}

const READERS: Readonly<Record<ToolCallFormat, (text: string) => readonly (WrittenCall | null)[]>> = {
  tags: taggedCalls,
  json: jsonCalls,
  react: reactCalls,
};

/**
 * The calls that a text writes, after its thinking, in the first of the formats that has any: `<tool_call>` tags, JSON
 * that is the answer or stands in its last code fence, or the `Action:` and `Action Input:` of ReAct. `null` stands for
 * a call that cannot be read.
 */
export function callsOfText(
  text: string,
  formats: readonly ToolCallFormat[] = ["tags", "json", "react"],
): readonly (WrittenCall | null)[] {
  const answer = answerPart(text);
  if (answer === null) return [];
  const visible = text.slice(answer.start, answer.end);
  for (const format of formats) {
    const calls = READERS[format](visible);
    if (calls.length > 0) return calls;
  }
  return [];
}
