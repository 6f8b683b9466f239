import { answerPart, boxes, lastMarked, lastTagged, visibleText } from "../../text/index.js";
import { findFinalSentence } from "./final-sentence.js";
import { tidied } from "./tidy.js";
import type { ExtractedAnswer, ExtractOptions } from "./types.js";
import { findWhole } from "./whole.js";

/** A number by itself; `1.` is the number of a heading. */
const NUMBER = /^[$€£¥]?[-−]?[$€£¥]?(?:\d[\d.,/]*)?\d\s?%?$/;
/** How much of the end of a text is searched for a sentence. */
const LONGEST_END = 1000;
const SEVERAL = { several: "last" } as const;

/** What a text states by one of the marks of a final answer, and where the mark ends. */
interface Stated {
  readonly text: string;
  readonly end: number;
}

function lastBox(text: string): Stated | null {
  const box = boxes(text).at(-1);
  return box ? { text: text.slice(box.content.start, box.content.end), end: box.span.end } : null;
}

function lastElement(text: string): Stated | null {
  const element = lastTagged(text, "answer");
  return element && { text: text.slice(element.start, element.end), end: element.end };
}

function lastNumberMark(text: string): Stated | null {
  const line = lastMarked(text);
  const content = line && text.slice(line.start, line.end).trim();
  return content !== null && NUMBER.test(content) ? { text: content, end: line?.end ?? 0 } : null;
}

/** The number that a sentence gives behind all marks. */
function closingNumber(text: string, from: number): readonly string[] {
  const end = text.slice(Math.max(from, text.length - LONGEST_END));
  const found = findFinalSentence(end, SEVERAL)?.text;
  return found !== undefined && NUMBER.test(found) ? [found] : [];
}

const isValue = (text: string): boolean => Boolean(findWhole(text, SEVERAL));

/**
 * What a completion states in other forms than the one in which its answer was found: in its last box, its last
 * `<answer>`, behind its last `####`, or in a sentence behind them; none where the options name the forms. A form that
 * holds more than a value states none.
 */
export function findRivals(
  completion: string,
  { text: answer, method }: ExtractedAnswer,
  { methods, thinking }: ExtractOptions = {},
): readonly string[] {
  const part = answerPart(completion, thinking);
  if (part === null || methods !== undefined || method === "whole") return [];
  const text = visibleText(completion.slice(part.start));
  const stated = [lastBox, lastElement, lastNumberMark]
    .map((find) => find(text))
    .filter((found) => found !== null);
  if (stated.length === 0) return [];
  const last = Math.max(...stated.map(({ end }) => end));
  const values = stated.map((found) => tidied(found.text.trim())).filter(isValue);
  return [...new Set([...values, ...closingNumber(text, last)])].filter((value) => value !== answer);
}
