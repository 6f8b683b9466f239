import type { Span } from "./span.js";

const CLOSE_TAG = "</think>";

/**
 * The part of a completion that is the answer: what follows the last `</think>`, or everything if there are no
 * think tags. A `<think>` that is never closed is a truncated thought: there is no answer part, `null`.
 * A completion whose `<think>` stands in the prompt template needs no opening tag.
 */
export function answerPart(text: string): Span | null {
  const close = text.lastIndexOf(CLOSE_TAG);
  const start = close < 0 ? 0 : close + CLOSE_TAG.length;
  return text.includes("<think>", start) ? null : { start, end: text.length };
}
