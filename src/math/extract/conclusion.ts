import { mathSpans } from "../../text/math-spans.js";
import { sentenceEnd } from "../../text/sentences.js";
import { lazy } from "../lazy.js";
import { directValue, sentenceValue } from "./sentence-value.js";
import type { Finder, Finding } from "./types.js";

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

/** A sentence of a tail, behind the words that lead to its value; `null` unless it ends the text and is sure. */
interface Sentence {
  readonly start: number;
  readonly end: number;
}

function lastSentence(tail: string, start: number): Sentence | null {
  const end = sentenceEnd(tail, start);
  const rest = tail.slice(end);
  const isLast = !LETTER_OR_DIGIT().test(rest) && !rest.includes(MATH);
  return isLast && tail.charAt(end) !== "?" && !UNSURE.test(tail.slice(start, end)) ? { start, end } : null;
}

const STATEMENT =
  /(?<=[.!?\n\ufffc]\s{0,4}|^)(?:(?:(?:after\s[^.!?,\n]{1,60},\s)?we\s(?:find|get|have|see|conclude|obtain)(?:\sthat)?\s)?(?:the|its|our)\s[^.!?\n]{1,80}?\s(?:is|are|was|were|equals)|(?:[^.!?\n]{1,80}?,\s)?we\s(?:find|get|have|obtain)(?:\sthat)?|[a-z]+ing\s[^.!?\n]{1,80}?\s(?:gives|yields)(?:\sus)?)(?=[\s:])/gi;

/** What a sentence is about if it only mentions its value, or is for the finder of announced answers to judge. */
const OTHER_SUBJECT =
  /\b(?:answer|wrong|incorrect|false|mistaken?|error|question|problem|previous|initial|first|old|option|example|guess)\b/i;

/** "The result is 12.", if nothing but the value stands behind the verb, and the sentence was not cut off. */
function statement(text: string, tail: string, offset: number): Finding | undefined {
  let [first, start] = [-1, -1];
  for (const match of tail.matchAll(STATEMENT)) [first, start] = [match.index, match.index + match[0].length];
  const sentence = start < 0 ? null : lastSentence(tail, start);
  const subject = tail.slice(first, start);
  if (sentence === null || UNSURE.test(subject) || OTHER_SUBJECT.test(subject)) return undefined;
  const isWhole = offset + first === 0;
  if (!isWhole && !/[.!。*\ufffc]/.test(tail.slice(sentence.end - 1, sentence.end + 1))) return undefined;
  return directValue(text, offset + start, offset + sentence.end) ?? undefined;
}

const IS_THE_ANSWER =
  /(?:^|[.!?\n])\s{0,4}(?:(?:so|thus|therefore|hence),?\s)?([*_]{0,3}(?:\ufffc{1,400}|[-−]?[$€£¥]?\d[\d.,/]{0,40}%?)[*_]{0,3})\sis\s(?:the|my|our)\s(?:final\s|correct\s)?answer[.!]?\s*$/i;

/** "42 is the answer." */
function inverted(text: string, tail: string, offset: number): Finding | undefined {
  const match = IS_THE_ANSWER.exec(tail);
  if (match === null) return undefined;
  const start = offset + match.index + match[0].indexOf(match[1] ?? "");
  return directValue(text, start, start + (match[1] ?? "").length) ?? undefined;
}

/**
 * The sentence that ends a text, if it draws a conclusion and gives one value, or states nothing but a value:
 * "Therefore, there are 12 of them.", "The result is 12."
 */
export const findConclusion: Finder = (text) => {
  const offset = Math.max(0, text.length - LONGEST);
  const tail = readableTail(text, offset);
  let start = -1;
  for (const match of tail.matchAll(CONCLUSION)) start = match.index + match[0].length;
  const announced = inverted(text, tail, offset);
  if (announced !== undefined || start < 0) return announced ?? statement(text, tail, offset);
  const sentence = lastSentence(tail, start);
  if (sentence === null) return undefined;
  const found = sentenceValue(text, offset + sentence.start, offset + sentence.end);
  return found && VALUE.test(found.text) ? found : undefined;
};
