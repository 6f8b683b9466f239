import { mathSpans } from "../../text/math-spans.js";
import { isPlaceholder } from "../../text/placeholder.js";
import { trimmed, tidied } from "./tidy.js";
import type { Finder } from "./types.js";
import { unitBehind } from "./unit-behind.js";

const LONGEST_ANSWER = 2000;

/** The last math of a text, with the percent sign or unit behind it. */
export const findMathSpan: Finder = (text) => {
  const last = mathSpans(text).at(-1);
  if (last === undefined || last.content.end - last.content.start > LONGEST_ANSWER) return undefined;
  const span = trimmed(text, last.content);
  const value = tidied(text.slice(span.start, span.end));
  if (isPlaceholder(value)) return undefined;
  const unit = unitBehind(text, last.content, last.span.end);
  return unit === null
    ? { text: value, span }
    : { text: value + unit.text, span: { start: span.start, end: unit.end } };
};
