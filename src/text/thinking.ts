import type { Span } from "./span.js";

/** In any spelling: who writes `<THINK>` in front of an answer has not given it either. */
const THINK_TAG = /<(\/?)think(?:ing)?\s{0,8}>/gi;

/**
 * The part of a completion that is the answer: what follows the last `</think>`, or everything if there are no
 * think tags. A `<think>` that is never closed is a truncated thought: there is no answer part, `null`.
 * A completion whose `<think>` stands in the prompt template needs no opening tag.
 */
export function answerPart(text: string): Span | null {
  let start = 0;
  let isOpen = false;
  for (const tag of text.matchAll(THINK_TAG)) {
    isOpen = tag[1] === "";
    if (!isOpen) start = tag.index + tag[0].length;
  }
  return isOpen ? null : { start, end: text.length };
}
