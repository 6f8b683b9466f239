import { lastMarked } from "../../text/last-marked.js";
import { isPlaceholder } from "../../text/placeholder.js";
import { trimmed, tidied } from "./tidy.js";
import type { Finder } from "./types.js";

const NUMBER = /^[$€£¥]?[-−]?[$€£¥]?\d[\d.,/]*(?:\s[a-z]+)?(?:\s?%)?$/i;

/** The line behind the last `####` if it ends the text or is a number; else the mark is one of a heading. */
export const findMarked: Finder = (text) => {
  const line = lastMarked(text);
  if (line === null) return undefined;
  const span = trimmed(text, line);
  const content = text.slice(span.start, span.end);
  const isLast = text.slice(line.end).trim() === "";
  if (isPlaceholder(content) || !(isLast || NUMBER.test(content))) return undefined;
  return { text: tidied(content), span };
};

/** The line behind the last `####` of a reference. */
export const findReferenceMark: Finder = (text) => {
  const line = lastMarked(text);
  if (line === null) return undefined;
  const span = trimmed(text, line);
  const content = text.slice(span.start, span.end);
  return isPlaceholder(content) ? null : { text: content, span };
};
