import { checkText } from "../../core/index.js";
import { isPlaceholder } from "../../text/placeholder.js";
import { findBoxed } from "./boxed.js";
import { findReferenceMark } from "./marked.js";
import { findTagged } from "./tagged.js";
import { trimmed, tidied } from "./tidy.js";
import type { ExtractedAnswer, ExtractionMethod, Finder } from "./types.js";

/** A bare reference may hold any words, "A: 12" and "the answer is" among them: only markup marks an answer in it. */
const FINDERS: readonly (readonly [ExtractionMethod, Finder])[] = [
  ["boxed", findBoxed],
  ["answer_tag", findTagged],
  ["marked", findReferenceMark],
];

/**
 * Finds the answer in a reference: the last `\boxed{}` with the boxes of the same list, else the last `<answer>`, else
 * what stands behind GSM8K's `####`, else the whole text without math delimiters.
 *
 * @returns `null` if the text is blank, or if the form that it has is empty, as in `\boxed{}`.
 */
export function extractReference(reference: string): ExtractedAnswer | null {
  checkText("reference", reference);
  for (const [method, find] of FINDERS) {
    const found = find(reference, { several: "last" });
    if (found !== undefined) return found && { ...found, method };
  }
  const span = trimmed(reference, { start: 0, end: reference.length });
  const text = tidied(reference.slice(span.start, span.end));
  return text === "" || isPlaceholder(text) ? null : { text, span, method: "whole" };
}
