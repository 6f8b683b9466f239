import { mathSpans, sentenceEnd } from "../../text/index.js";
import { lazy } from "../lazy.js";
import { sentenceValue } from "./sentence-value.js";
import type { Finder } from "./types.js";

const LONGEST = 600;
/** Stands for a character of math: an object replacement character, which is neither a letter nor a space. */
const MATH = "\ufffc";
const LETTER_OR_DIGIT = lazy(() => /\p{L}|\p{N}/u);
const UNSURE =
  /\b(?:not|cannot|never|no|could|may|if|think|guess|probably|assume|suppose)\b|n[’']t\b|[不若]/i;
const VALUE = /[\d\\^=π∞√]/;
const POLITENESS =
  /\bI hope (?:it|this) (?:is correct|helps)[.!]?|\bhope this helps[.!]?|<\|[^|\n]{0,20}\|>(?:user|assistant)?/gi;
const CONCLUSION =
  /(?:(?<=[.!?\n\ufffc]\s{0,4}|^)|(?<=[。！]))(?:so|therefore|thus|hence|in total|altogether|consequently|as a result|in conclusion|因此|所以|综上|故)(?![a-z])[,，:]?/gi;

/** The end of a text with its math blotted out, and with displayed math in the line that leads to it. */
function readableTail(text: string, offset: number): string {
  const tail = text.slice(offset).replace(POLITENESS, (remark) => " ".repeat(remark.length));
  let readable = "";
  let from = 0;
  for (const { span } of mathSpans(tail)) {
    const before = tail.slice(from, span.start);
    const words = before.trimEnd();
    readable += words.padEnd(before.length) + MATH.repeat(span.end - span.start);
    from = span.end;
  }
  return readable + tail.slice(from);
}

/** The sentence that ends a text, if it draws a conclusion and gives one value: "Therefore, there are 12 of them." */
export const findConclusion: Finder = (text) => {
  const offset = Math.max(0, text.length - LONGEST);
  const tail = readableTail(text, offset);
  let start = -1;
  for (const match of tail.matchAll(CONCLUSION)) start = match.index + match[0].length;
  if (start < 0) return undefined;
  const end = sentenceEnd(tail, start);
  const rest = tail.slice(end);
  const isLast = !LETTER_OR_DIGIT().test(rest) && !rest.includes(MATH);
  if (!isLast || tail.charAt(end) === "?" || UNSURE.test(tail.slice(start, end))) return undefined;
  const found = sentenceValue(text, offset + start, offset + end);
  return found && VALUE.test(found.text) ? found : undefined;
};
