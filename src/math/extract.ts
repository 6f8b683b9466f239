import { answerPart, lastBoxed, lastFinalAnswer, lastMarked, lastTagged, type Span } from "../text/index.js";

/** Where an answer was found. */
export type ExtractionMethod = "boxed" | "answer_tag" | "final_sentence" | "marked" | "whole";

/** An answer cut from a text: what it says, where it stands, and how it was found. */
export interface ExtractedAnswer {
  readonly text: string;
  /** UTF-16 offsets into the text that was searched. */
  readonly span: Span;
  readonly method: ExtractionMethod;
}

type Finder = readonly [method: ExtractionMethod, find: (text: string) => Span | null];

const IN_COMPLETION: readonly Finder[] = [
  ["boxed", lastBoxed],
  ["answer_tag", (text) => lastTagged(text, "answer")],
  ["final_sentence", lastFinalAnswer],
];

/** A bare reference may hold any words, "A: 12" and "the answer is" among them: only markup marks an answer in it. */
const IN_REFERENCE: readonly Finder[] = [
  ["boxed", lastBoxed],
  ["answer_tag", (text) => lastTagged(text, "answer")],
  ["marked", lastMarked],
];

/** The first form that is there, even if it is empty. */
function findFirst(text: string, finders: readonly Finder[], offset = 0): ExtractedAnswer | null {
  for (const [method, find] of finders) {
    const span = find(text);
    if (span === null) continue;
    const { start, end } = span;
    return {
      text: text.slice(start, end).trim(),
      span: { start: start + offset, end: end + offset },
      method,
    };
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
  const found = part && findFirst(completion.slice(part.start, part.end), IN_COMPLETION, part.start);
  return found?.text ? found : null;
}

/**
 * Finds the answer in a reference: the last `\boxed{}`, else the last `<answer>`, else what stands behind GSM8K's
 * `####`, else the whole text.
 *
 * @returns `null` if the text is blank, or if the form that it has is empty, as in `\boxed{}`.
 */
export function extractReference(reference: string): ExtractedAnswer | null {
  const whole: ExtractedAnswer = {
    text: reference.trim(),
    span: { start: 0, end: reference.length },
    method: "whole",
  };
  const found = findFirst(reference, IN_REFERENCE) ?? whole;
  return found.text ? found : null;
}
