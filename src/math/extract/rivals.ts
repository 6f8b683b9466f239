import { lastMarked } from "../../text/last-marked.js";
import { sentenceEnd } from "../../text/sentences.js";
import type { Span } from "../../text/span.js";
import { lastTagged } from "../../text/tags.js";
import { findFinalSentence } from "./final-sentence.js";
import { directValue } from "./sentence-value.js";
import { tidied } from "./tidy.js";
import type { AnswerPart, ExtractedAnswer, ExtractOptions } from "./types.js";
import { findWhole } from "./whole.js";

/** A number by itself; `1.` is the number of a heading. */
const NUMBER = /^[$€£¥]?[-−]?[$€£¥]?(?:\d[\d.,/]*)?\d\s?%?$/;
const CLOSE = "</answer>";
const DIGIT = /\d/;
/** How much of the end of a text is searched for a sentence. */
const LONGEST_END = 1000;
const SEVERAL = { several: "last" } as const;

/** What a text states by one of the marks of a final answer, where it stands, and where the mark ends. */
interface Stated {
  readonly content: Span;
  readonly end: number;
}

function lastBox({ boxes }: AnswerPart): Stated | null {
  const box = boxes().at(-1);
  return box ? { content: box.content, end: box.span.end } : null;
}

function lastElement({ text }: AnswerPart): Stated | null {
  if (!text.includes(CLOSE)) return null;
  const element = lastTagged(text, "answer");
  return element && { content: element, end: element.end + CLOSE.length };
}

function lastNumberMark({ text }: AnswerPart): Stated | null {
  if (!text.includes("####")) return null;
  const line = lastMarked(text);
  if (line === null || !NUMBER.test(text.slice(line.start, line.end).trim())) return null;
  return { content: line, end: line.end };
}

/** What leads from a mark to another answer. */
const OTHERWISE =
  /[\s.;,!?*)$\\\]}]{0,8}\b(?:or|maybe|perhaps|possibly|alternatively)\b[,:]?(?:\s(?:maybe|perhaps|possibly|else|even|it(?:[’']s| is))\b){0,2}(?=\s{0,4}[-−$\\\d(])/iy;

/** The value that a text gives as another one behind the mark. A decimal beside an exact value is that value, rounded. */
function alternative(text: string, from: number, answer: string): readonly string[] {
  OTHERWISE.lastIndex = from;
  if (!OTHERWISE.test(text)) return [];
  const found = directValue(text, OTHERWISE.lastIndex, sentenceEnd(text, OTHERWISE.lastIndex))?.text;
  if (found === undefined) return [];
  return NUMBER.test(answer) || !found.includes(".") ? [found] : [];
}

const FORMS: readonly ((part: AnswerPart) => Stated | null)[] = [lastBox, lastElement, lastNumberMark];

/** The number that a sentence gives behind all marks. */
function closingNumber(text: string, from: number): readonly string[] {
  const end = text.slice(Math.max(from, text.length - LONGEST_END));
  if (!DIGIT.test(end)) return [];
  const found = findFinalSentence(end, SEVERAL)?.text;
  return found !== undefined && NUMBER.test(found) ? [found] : [];
}

const isValue = (text: string): boolean => Boolean(findWhole(text, SEVERAL));

/**
 * What a completion states in other forms than the one in which its answer was found: in its last box, its last
 * `<answer>`, behind its last `####`, or in a sentence behind them, with those that it offers beside it; none where the
 * options name the forms. A form that holds more than a value states none.
 */
export function findRivals(
  part: AnswerPart,
  { text: answer, span, method }: ExtractedAnswer,
  { methods }: ExtractOptions = {},
): readonly string[] {
  if (methods !== undefined || method === "whole") return [];
  const stated = FORMS.map((find) => find(part)).filter((found) => found !== null);
  if (stated.length === 0) return [];
  const last = Math.max(...stated.map(({ end }) => end));
  // One of the boxes of a list is no other answer than the list.
  const isPart = ({ start, end }: Span): boolean =>
    part.start + start < span.end && part.start + end > span.start;
  const others = stated
    .filter(({ content }) => !isPart(content))
    .map(({ content }) => tidied(part.text.slice(content.start, content.end).trim()))
    .filter((value) => value !== answer && isValue(value));
  const behind = [...closingNumber(part.text, last), ...alternative(part.text, last, answer)];
  return [...new Set([...others, ...behind.filter((value) => value !== answer)])];
}
