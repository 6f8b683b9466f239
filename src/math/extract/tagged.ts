import { isPlaceholder } from "../../text/placeholder.js";
import { lastTagged } from "../../text/tags.js";
import { findFinalSentence } from "./final-sentence.js";
import { trimmed, tidied } from "./tidy.js";
import type { Finder, Finding } from "./types.js";

const TAG = "answer";

function hasOtherTag(text: string, before: number, answer: string): boolean {
  for (let end = before; end > 0;) {
    const earlier = lastTagged(text, TAG, end);
    if (earlier === null) return false;
    const other = text.slice(earlier.start, earlier.end).trim();
    if (other !== answer && !isPlaceholder(other)) return true;
    end = earlier.start - 1;
  }
  return false;
}

/** The content of the last `<answer>`, or the answer that a sentence in it states. */
export const findTagged: Finder = (text, question) => {
  if (!text.includes("</answer>")) return undefined;
  const tagged = lastTagged(text, TAG);
  if (tagged === null) return undefined;
  const { start, end } = trimmed(text, tagged);
  const content = text.slice(start, end);
  if (isPlaceholder(content)) return null;
  if (question.several === "reject" && hasOtherTag(text, start - 1, content)) return null;
  const stated: Finding | null | undefined = findFinalSentence(content, question);
  if (stated === undefined) return { text: tidied(content), span: { start, end } };
  return stated && { ...stated, span: { start: start + stated.span.start, end: start + stated.span.end } };
};
