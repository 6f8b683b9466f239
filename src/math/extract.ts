import { answerPart, lastBoxed, lastFinalAnswer, lastTagged, type Span } from "../text/index.js";

/** Where an answer was found. */
export type ExtractionMethod = "boxed" | "answer_tag" | "final_sentence" | "whole";

/** An answer cut from a text: what it says, where it stands, and how it was found. */
export interface ExtractedAnswer {
  readonly text: string;
  /** UTF-16 offsets into the text that was searched. */
  readonly span: Span;
  readonly method: ExtractionMethod;
}

const FINDERS: readonly (readonly [ExtractionMethod, (text: string) => Span | null])[] = [
  ["boxed", lastBoxed],
  ["answer_tag", (text) => lastTagged(text, "answer")],
  ["final_sentence", lastFinalAnswer],
];

function findIn(text: string, offset: number): ExtractedAnswer | null {
  for (const [method, find] of FINDERS) {
    const span = find(text);
    if (span === null) continue;
    const answer = text.slice(span.start, span.end).trim();
    const absolute = { start: span.start + offset, end: span.end + offset };
    return answer === "" ? null : { text: answer, span: absolute, method };
  }
  return null;
}

/**
 * Finds the final answer of a completion, after its thinking: the last balanced `\boxed{}`, else the last
 * `<answer>`, else the last final-answer sentence. Linear in the length of the text.
 *
 * @returns `null` if the completion states no answer: none of the forms is there, the last one is empty, or the
 * text ends inside `<think>`.
 */
export function extractAnswer(completion: string): ExtractedAnswer | null {
  const part = answerPart(completion);
  return part && findIn(completion.slice(part.start, part.end), part.start);
}

/**
 * Finds the answer in a reference: like {@link extractAnswer}, but a text without any of the forms is an answer
 * as a whole.
 *
 * @returns `null` if the text is blank, or if the form that it has is empty, as in `\boxed{}`.
 */
export function extractReference(reference: string): ExtractedAnswer | null {
  const found = findIn(reference, 0);
  if (found !== null) return found;
  if (FINDERS.some(([, find]) => find(reference) !== null)) return null;
  const text = reference.trim();
  return text === "" ? null : { text, span: { start: 0, end: reference.length }, method: "whole" };
}
