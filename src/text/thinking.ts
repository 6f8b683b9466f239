import type { Span } from "./span.js";

/**
 * Where the thinking of a completion ends: `"auto"` as its think tags stand; `"prefilled"` if the prompt has opened
 * `<think>` already, so that a text without `</think>` is a truncated thought; `"none"` if think tags mean nothing.
 */
export type ThinkingMode = "auto" | "prefilled" | "none";

/** In any spelling: who writes `<THINK>` in front of an answer has not given it either. */
const THINK_TAG = /<(\/?)think(?:ing)?\s{0,8}>/iy;

/**
 * The part of a completion that is the answer: what follows the last `</think>`, or everything if there are no
 * think tags. A `<think>` that is never closed is a truncated thought: there is no answer part, `null`.
 * A completion whose `<think>` stands in the prompt template needs no opening tag.
 */
export function answerPart(text: string, mode: ThinkingMode = "auto"): Span | null {
  let start = 0;
  if (mode === "none") return { start, end: text.length };
  let isOpen = mode === "prefilled";
  for (let i = text.indexOf("<"); i >= 0; i = text.indexOf("<", i + 1)) {
    const next = text.charAt(i + 1);
    if (next !== "/" && next !== "t" && next !== "T") continue;
    THINK_TAG.lastIndex = i;
    const tag = THINK_TAG.exec(text);
    if (tag === null) continue;
    isOpen = tag[1] === "";
    if (!isOpen) start = THINK_TAG.lastIndex;
  }
  return isOpen ? null : { start, end: text.length };
}
