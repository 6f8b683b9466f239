import { isPlaceholder } from "../../text/placeholder.js";
import { trimmed, tidied } from "./tidy.js";
import type { Finder } from "./types.js";

const LONGEST_TAIL = 400;
const BOLD = /\*\*([^*\n]{1,200})\*\*/g;

/** The last `**bold**` of the last line, if it holds a digit or math. */
export const findBold: Finder = (text) => {
  const tail = text.trimEnd();
  const lineStart = Math.max(tail.lastIndexOf("\n") + 1, tail.length - LONGEST_TAIL);
  let start = -1;
  let content = "";
  for (const match of tail.slice(lineStart).matchAll(BOLD)) {
    content = match[1] ?? "";
    start = lineStart + match.index + 2;
  }
  if (start < 0 || !/[\d\\$]/.test(content)) return undefined;
  const value = tidied(content.trim());
  return isPlaceholder(value)
    ? undefined
    : { text: value, span: trimmed(text, { start, end: start + content.length }) };
};
