import type { Span } from "./span.js";

/**
 * Where the thinking of a completion ends: `"auto"` as its think tags stand; `"prefilled"` if the prompt has opened
 * `<think>` already, so that a text without `</think>` is a truncated thought; `"none"` if think tags mean nothing.
 */
export type ThinkingMode = "auto" | "prefilled" | "none";

/** In any spelling: who writes `<THINK>` in front of an answer has not given it either. */
const THINK_TAG = /<(\/?)think(?:ing)?\s{0,8}>/iy;

/** Where the last closing tag stands, or -1 and 0, and whether a thought is open at the end. */
interface LastThought {
  readonly close: number;
  readonly behind: number;
  readonly isOpen: boolean;
}

function lastThought(text: string, isPrefilled: boolean): LastThought {
  let close = -1;
  let behind = 0;
  let isOpen = isPrefilled;
  for (let i = text.indexOf("<"); i >= 0; i = text.indexOf("<", i + 1)) {
    const next = text.charAt(i + 1);
    if (next !== "/" && next !== "t" && next !== "T") continue;
    THINK_TAG.lastIndex = i;
    const tag = THINK_TAG.exec(text);
    if (tag === null) continue;
    isOpen = tag[1] === "";
    if (isOpen) continue;
    close = i;
    behind = THINK_TAG.lastIndex;
  }
  return { close, behind, isOpen };
}

/**
 * The part of a completion that is the answer: what follows the last `</think>`, or everything if there are no
 * think tags. A `<think>` that is never closed is a truncated thought: there is no answer part, `null`.
 * A completion whose `<think>` stands in the prompt template needs no opening tag.
 */
export function answerPart(text: string, mode: ThinkingMode = "auto"): Span | null {
  if (mode === "none") return { start: 0, end: text.length };
  const { behind, isOpen } = lastThought(text, mode === "prefilled");
  return isOpen ? null : { start: behind, end: text.length };
}

/**
 * The part of a completion that is the thinking: everything before the last `</think>`, without an opening tag at its
 * start. `null` if the thinking never ends, or nothing marks it.
 */
export function thinkingPart(text: string): Span | null {
  const { close, isOpen } = lastThought(text, false);
  if (isOpen || close < 0) return null;
  const first = text.search(/\S/);
  THINK_TAG.lastIndex = first;
  const isTagged = first < close && THINK_TAG.test(text);
  return { start: isTagged ? THINK_TAG.lastIndex : 0, end: close };
}
