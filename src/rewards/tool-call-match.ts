import { type Completion, type RewardResult, type RolloutReward, undetermined } from "../core/index.js";
import { choice } from "../schema/index.js";
import {
  answerPart,
  callsOfMessages,
  callsOfText,
  compareJson,
  isJsonList,
  isJsonObject,
  pythonStrip,
  readCalls,
  toJson,
  type ToolCallFormat,
  type WrittenCall,
} from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";
import type { JsonSolutionColumns } from "./json-match.js";

/** Options of {@link toolCallMatch}. */
export interface ToolCallMatchOptions {
  /** The options of another system's variant: ms-swift's `toolbench`. */
  readonly preset?: "ms-swift";
  /** `binary`: 1 if all calls are the same. `fraction`: the F1 of names and arguments. @default "binary" */
  readonly scoring?: "binary" | "fraction";
  /** Whether the calls are compared in their order, or paired as they fit. @default "ordered" */
  readonly order?: "ordered" | "unordered";
  /** Where calls stand: `auto` takes those of the messages, else of the text, in any format. @default "auto" */
  readonly format?: "auto" | "messages" | ToolCallFormat;
  /** Whether all calls of the completion count, or its last one. @default "all" */
  readonly calls?: "all" | "last";
}

type Calls = readonly (WrittenCall | null)[];
type Known = readonly WrittenCall[];

const EXACT = { strings: "exact", lists: "ordered" } as const;

/** More calls than this are compared in order: pairing takes a time that grows with the product. */
const MAX_PAIRED = 32;

function callsOf(
  { text, messages = [] }: Completion,
  format: ToolCallMatchOptions["format"] = "auto",
): Calls {
  if (format !== "auto" && format !== "messages") return callsOfText(text, [format]);
  const calls = callsOfMessages(messages);
  return calls.length > 0 || format === "messages" ? calls : callsOfText(text);
}

const isKnown = (calls: Calls): calls is Known => calls.every((call) => call !== null);

/** The calls of a reference, which is a list of calls, one call, JSON text of them, or a text; `null` if it has none. */
function referenceCalls(solution: unknown): Known | null {
  const value = toJson(solution);
  const isJson = isJsonObject(value) || isJsonList(value);
  const calls = isJson ? readCalls(value) : typeof solution === "string" ? callsOfText(solution) : [];
  const asksForNone = isJson && calls.length === 0;
  return isKnown(calls) && (calls.length > 0 || asksForNone) ? calls : null;
}

/** Whether anything stands behind the thinking. */
function isAnswered(text: string): boolean {
  const answer = answerPart(text);
  return answer !== null && pythonStrip(text.slice(answer.start, answer.end)) !== "";
}

/** The F1 of two calls, of which the name is one field and each argument another; 0 if the names differ. */
function callScore(candidate: WrittenCall | null | undefined, reference: WrittenCall): number {
  if (candidate?.name !== reference.name) return 0;
  const counts = compareJson(candidate.arguments, reference.arguments, EXACT);
  return (2 * (counts.matched + 1)) / (counts.candidate + counts.reference + 2);
}

function sumInOrder(candidate: Calls, reference: Known): number {
  return reference.reduce((sum, call, i) => sum + callScore(candidate[i], call), 0);
}

/** Pairs each reference call with the best of the calls that are left. */
function sumOfPairs(candidate: Calls, reference: Known): number {
  if (Math.max(candidate.length, reference.length) > MAX_PAIRED) return sumInOrder(candidate, reference);
  const left = [...candidate];
  const pairs = reference.flatMap((call, i) =>
    left.map((other, j) => ({ i, j, score: callScore(other, call) })),
  );
  const [usedReference, usedCandidate] = [new Set<number>(), new Set<number>()];
  let sum = 0;
  for (const { i, j, score } of pairs.sort((a, b) => b.score - a.score)) {
    if (usedReference.has(i) || usedCandidate.has(j)) continue;
    usedReference.add(i);
    usedCandidate.add(j);
    sum += score;
  }
  return sum;
}

/**
 * How far the tool calls of a completion are those of the reference in `solution`: 1 if names and arguments are all the
 * same, else 0, or their F1. Range 0 to 1. `null` if the reference holds no calls, unless it is the empty list: then a
 * text without calls scores 1.
 *
 * Calls are read from `tool_calls` of the messages, else from the text: `<tool_call>` tags, JSON, or ReAct. One that
 * cannot be read counts as a wrong one. With `scoring: "fraction"` the score is twice the sum of the calls' F1 by the
 * number of calls on both sides; a call's F1 takes its name as one field, and is 0 for another name.
 *
 * The `exact_tool_match_reward` of eval-protocol, and the `toolbench` of ms-swift, whose arguments must be JSON objects
 * of F1 1: text arguments never score there, and are no arguments here.
 */
export const toolCallMatch: RewardFactory<
  RolloutReward<JsonSolutionColumns>,
  ToolCallMatchOptions
> = defineReward({
  name: "tool_call_match",
  summary: "1 if the tool calls have the names and arguments of the solution's, else 0, or their F1.",
  source: "ms-swift (toolbench); eval-protocol (exact_tool_match_reward); BFCL.",
  family: "structure",
  range: [0, 1],
  columns: ["solution"],
  presets: { "ms-swift": { scoring: "binary", format: "react", calls: "last" } },
  options: {
    scoring: {
      enum: ["binary", "fraction"],
      default: "binary",
      description: "Whether all calls must be the same, or the F1 of names and arguments counts.",
    },
    order: {
      enum: ["ordered", "unordered"],
      default: "ordered",
      description: "Whether the calls are compared in their order, or paired as they fit.",
    },
    format: choice<NonNullable<ToolCallMatchOptions["format"]>>("Where calls stand.", {
      auto: "in tool_calls of the messages, else in the text, in any format",
      messages: "in tool_calls of the messages",
      tags: "in the text, within <tool_call> tags",
      json: "in the text, as JSON",
      react: "in the text, as Action: and Action Input:",
    }),
    calls: {
      enum: ["all", "last"],
      default: "all",
      description: "Whether all calls of the completion count, or its last one.",
    },
  },
  rollout: ({ scoring = "binary", order = "ordered", format, calls = "all" }: ToolCallMatchOptions) => {
    const sumOf = order === "ordered" ? sumInOrder : sumOfPairs;
    return ({ task, completion }): RewardResult => {
      const reference = referenceCalls(task.columns.solution);
      if (reference === null) return { score: null, verdict: undetermined("reference", "no_calls") };
      const written = callsOf(completion, format);
      const candidate = calls === "last" ? written.slice(-1) : written;
      const total = candidate.length + reference.length;
      if (total === 0) return { score: Number(isAnswered(completion.text)) };
      const score = (2 * sumOf(candidate, reference)) / total;
      return { score: scoring === "fraction" ? score : Number(score === 1) };
    };
  },
});
