import { mathSpans } from "../../text/math-spans.js";
import { sentenceEnd } from "../../text/sentences.js";
import { type Phrase, phrasesFromTheEnd } from "./phrases.js";
import { directValue, sentenceValue } from "./sentence-value.js";
import type { Finder, Finding, Question } from "./types.js";

const LONGEST_STATEMENT = 1000;
const LONGEST_REMARK = 2000;
const NEXT_SENTENCE = /[.!?。！\s)*"”$]{0,8}/y;
const OTHER_ANSWER = /(?:or|maybe|perhaps|alternatively|possibly)\b|或/iy;
const RETRACTION =
  /(?:[.!?。！\n]\s{0,8}|^\s{0,8})(?:no|nope|wait|actually|hmm|oops|sorry|but wait|correction|scratch that|hold on|on second thought|i mean|i made|不对|等等|错)(?![a-z])/i;
const CORRECTION = /\b(?:it|that|this|which)?(?:[’']s| is| should be| must be| gives)\b|应该是|是|为/gi;

const DISPLAY_FIRST = /^(?:\\\[|\$\$|\\\(|\\begin\{)/;

/** Where a statement ends: with its sentence, or with the displayed math that it consists of. */
function statementEnd(text: string, start: number): number {
  const limit = Math.min(text.length, start + LONGEST_STATEMENT);
  if (DISPLAY_FIRST.test(text.slice(start, start + 8))) {
    const [first] = mathSpans(text.slice(start, limit));
    if (first?.span.start === 0) return start + first.span.end;
  }
  return sentenceEnd(text, start, limit);
}

/** What a later remark gives instead of the answer that it takes back. */
function correctedValue(text: string, from: number): Finding | null {
  const remark = text.slice(from, from + LONGEST_REMARK);
  let found: Finding | null = null;
  for (const match of remark.matchAll(CORRECTION)) {
    const start = from + match.index + match[0].length;
    found = sentenceValue(text, start, sentenceEnd(text, start, from + remark.length)) ?? found;
  }
  return found;
}

/** The answer of a statement in the light of what follows it: an alternative, or a retraction. */
function inLightOf(text: string, end: number, found: Finding): Finding | null {
  NEXT_SENTENCE.lastIndex = end;
  NEXT_SENTENCE.test(text);
  OTHER_ANSWER.lastIndex = NEXT_SENTENCE.lastIndex;
  if (OTHER_ANSWER.test(text)) return null;
  const retraction = RETRACTION.exec(text.slice(end, end + LONGEST_REMARK));
  return retraction === null ? found : correctedValue(text, end + retraction.index + retraction[0].length);
}

function readStatement(text: string, { start }: Phrase): Finding | null | undefined {
  const end = statementEnd(text, start);
  const isTooLong = end - start >= LONGEST_STATEMENT;
  if (isTooLong || /[?？]/.test(text.charAt(end)) || text.slice(start, end).trim() === "") return undefined;
  const found = sentenceValue(text, start, end);
  return found && inLightOf(text, end, found);
}

/** Whether an earlier statement gives another answer than the last one. */
function isContradicted(phrases: Iterable<Phrase>, text: string, last: Finding): boolean {
  for (const phrase of phrases) {
    const found = readStatement(text, phrase);
    if (found && found.text !== last.text) return true;
  }
  return false;
}

/** The last statement of an answer: "the answer is 42", "Answer: 42", "答案是42". */
export const findFinalSentence: Finder = (text, { several }: Question) => {
  const phrases = phrasesFromTheEnd(text);
  for (const phrase of phrases) {
    const found = readStatement(text, phrase);
    if (found === undefined) continue;
    if (found === null) return null;
    return several === "reject" && isContradicted(phrases, text, found) ? null : found;
  }
  return undefined;
};

const TAKEN_BACK =
  /(?:^|[.!?\n])[\s*$)}\]]{0,8}(?:wait|no|nope|actually|sorry|oops|correction|hold on|scratch that)\b/gi;
const GIVEN_INSTEAD =
  /\b(?:it|that|this|answer|result)(?:[’']s| is| should be| must be| should have been)(?=[\s:])/gi;

/** What a remark gives instead of what stands before it: "Wait, no, it is 13." */
export function findCorrection(text: string, from: number): Finding | undefined {
  const limit = Math.min(text.length, from + LONGEST_REMARK);
  let found: Finding | undefined;
  for (const retraction of text.slice(from, limit).matchAll(TAKEN_BACK)) {
    const start = from + retraction.index + retraction[0].length;
    const end = sentenceEnd(text, start, limit);
    if (text.charAt(end) === "?") continue;
    for (const given of text.slice(start, end).matchAll(GIVEN_INSTEAD))
      found = directValue(text, start + given.index + given[0].length, end) ?? found;
  }
  return found;
}

const FINAL_STATEMENT = /\b(?:final|correct|actual)[ *_]{1,4}answer/i;

/** The last statement that claims to be final, as "the final answer is 42" does, if it gives math or a number. */
export function findFinalClaim(text: string): Finding | undefined {
  if (!FINAL_STATEMENT.test(text)) return undefined;
  for (const phrase of phrasesFromTheEnd(text)) {
    const found = phrase.isFinal ? readStatement(text, phrase) : undefined;
    if (found && /^[^\dA-Z]*\d[^A-Z]*$|[\\^=]/i.test(found.text)) return found;
  }
  return undefined;
}
