import { pythonStrip } from "../python-text.js";
import { lastTagged } from "../tags.js";
import { answerPart } from "../thinking.js";

/** Where JSON stands in an answer: `"auto"` takes the tags if there are any, and in them the fence if there is one. */
export type JsonPlace = "auto" | "whole" | "tags" | "fence";

const FENCE = "```";
const LANGUAGE = /[\w+-]{0,20}[ \t]*\r?\n?/y;

/** The content of the last code fence that is closed, without its language. */
function lastFenced(text: string): string | null {
  const close = text.lastIndexOf(FENCE);
  const open = close < FENCE.length ? -1 : text.lastIndexOf(FENCE, close - FENCE.length);
  if (open < 0 || isClosing(text, open)) return null;
  LANGUAGE.lastIndex = open + FENCE.length;
  LANGUAGE.exec(text);
  return text.slice(Math.min(LANGUAGE.lastIndex, close), close);
}

/** Whether an odd number of fences stands before this one, so that it closes a block. */
function isClosing(text: string, fence: number): boolean {
  let isOpen = false;
  for (let i = text.indexOf(FENCE); i >= 0 && i < fence; i = text.indexOf(FENCE, i + FENCE.length))
    isOpen = !isOpen;
  return isOpen;
}

function tagged(text: string, tag: string): string | null {
  const span = lastTagged(text, tag);
  return span && text.slice(span.start, span.end);
}

const isContainer = (text: string): boolean => /^[[{]/.test(pythonStrip(text));

/** An answer that starts as JSON is JSON as a whole: a fence in one of its strings is no fence. */
function fencedOrWhole(text: string): string {
  return isContainer(text) ? text : (lastFenced(text) ?? text);
}

const FINDERS: Readonly<Record<JsonPlace, (text: string, tag: string) => string | null>> = {
  auto: (text, tag) => fencedOrWhole(isContainer(text) ? text : (tagged(text, tag) ?? text)),
  whole: (text) => text,
  tags: tagged,
  fence: lastFenced,
};

/**
 * The part of a completion that should be JSON, without its thinking: the answer as a whole, the content of the last
 * `<tag>`, or of the last code fence. `null` if there is none.
 */
export function jsonPart(completion: string, place: JsonPlace = "auto", tag = "answer"): string | null {
  const answer = answerPart(completion);
  if (answer === null) return null;
  const found = FINDERS[place](completion.slice(answer.start, answer.end), tag);
  return found === null ? null : pythonStrip(found);
}
