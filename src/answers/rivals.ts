import { boxes, lastElement, lastMarked } from "../text/index.js";
import { readQuantity } from "./quantity.js";
import { equalQuotients } from "./quotient.js";

type Finder = (text: string, tag: string) => string | null;

const SENTENCE = /\banswer\W{0,3}(?:is|=|:)\W{0,3}?(-?[$€£¥]?\d[\d.,]*)/gi;
/** How much of the end of a text is searched for a sentence. */
const LONGEST_END = 1000;

const box: Finder = (text) => {
  const last = boxes(text).at(-1);
  return last ? text.slice(last.content.start, last.content.end) : null;
};

const element: Finder = (text, name) => {
  const last = lastElement(text, { name });
  return last && text.slice(last.start, last.end);
};

const mark: Finder = (text) => {
  const last = lastMarked(text);
  return last && text.slice(last.start, last.end);
};

/** The number of the last sentence behind all marks. */
const sentence: Finder = (text, tag) => {
  const marks = ["####", "\\boxed", `</${tag}>`].map((each) => text.lastIndexOf(each));
  const end = text.slice(Math.max(...marks, text.length - LONGEST_END));
  return [...end.matchAll(SENTENCE)].at(-1)?.[1]?.replace(/[.,]$/, "") ?? null;
};

const FINDERS: readonly Finder[] = [box, element, mark, sentence];

/**
 * Whether a text states two numbers as its answer: the one that was found in it, and another in its last box, its last
 * `<tag>` element, behind its last `####`, or in a sentence behind them.
 */
export function isContradicted(text: string, answer: string, tag: string): boolean {
  const found = readQuantity(answer);
  if (found === null) return false;
  return FINDERS.some((find) => {
    const other = readQuantity(find(text, tag) ?? "");
    return other !== null && !equalQuotients(other.value, found.value);
  });
}
