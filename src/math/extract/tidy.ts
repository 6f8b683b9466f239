import type { Span } from "../../text/span.js";
import { isKnownUnit } from "../quantity/index.js";

const TOKENS = /\\\\|\\\$|\\[()[\]"]|\$\$?/g;
/** What a text without it has no delimiter in. */
const DELIMITERS = /\$|\\[()[\]"]/;
const DELIMITER = /^(?:\$\$?|\\[()[\]"])$/;
/** Nobody reads a longer value, whatever its markup. */
const LONGEST_VALUE = 10_000;
const FIRST_HAN = 0x4e00;
const MARKUP = /[$\\]/;
/** A command as it stands in a text that was escaped for JSON, and one as LaTeX has it. */
const ESCAPED_COMMAND = /(?<!\\)\\\\[a-z]{2}/i;
const COMMAND = /(?<!\\)\\[a-z]/i;
const COUNTER = /(?<=[\d)}%$])\s?([\u4e00-\u9fff]{1,4})$/;

/** Whether every `$` of a text has its other half; `\$` is money. */
function isPaired(text: string): boolean {
  let dollars = 0;
  for (const [token] of text.matchAll(TOKENS)) if (token === "$") dollars++;
  return dollars % 2 === 0;
}

/** `3个` is 3; `3米` keeps its unit. */
function withoutCounter(value: string): string {
  return value.replace(COUNTER, (counter, word: string) => (isKnownUnit(word) ? counter : ""));
}

const QUOTE = '"';

/** Without the quotes around all of it. */
function withoutQuotes(value: string): string {
  if (!value.startsWith(QUOTE) || value.length < 2) return value;
  return value.indexOf(QUOTE, 1) === value.length - 1 ? value.slice(1, -1).trim() : value;
}

/**
 * What a value says: without math delimiters, unless a `$` among them stands alone and means money; with single
 * backslashes, if the text was escaped for JSON; without a Chinese measure word behind a number.
 */
export function tidied(value: string): string {
  if (value.length > LONGEST_VALUE) return value;
  const text = withoutQuotes(value.charCodeAt(value.length - 1) < FIRST_HAN ? value : withoutCounter(value));
  if (!MARKUP.test(text)) return text;
  const latex = ESCAPED_COMMAND.test(text) && !COMMAND.test(text) ? text.replaceAll("\\\\", "\\") : text;
  if (!DELIMITERS.test(latex)) return latex.trim();
  return isPaired(latex)
    ? latex.replace(TOKENS, (token) => (DELIMITER.test(token) ? "" : token)).trim()
    : latex;
}

/** The same stretch without the characters at its ends that are in the sets. */
function shrink(text: string, { start, end }: Span, atStart: string, atEnd: string): Span {
  let from = start;
  let to = end;
  while (from < to && isIn(text, from, atStart)) from++;
  while (to > from && isIn(text, to - 1, atEnd)) to--;
  return { start: from, end: to };
}

const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;

/** White space counts as part of every set. */
function isIn(text: string, index: number, set: string): boolean {
  const unit = text.charCodeAt(index);
  if (set !== "" && set.includes(text.charAt(index))) return true;
  return (unit <= SPACE || unit >= NO_BREAK_SPACE) && text.charAt(index).trim() === "";
}

/** A stretch without the white space around it. */
export function trimmed(text: string, span: Span): Span {
  return shrink(text, span, "", "");
}

/** A stretch of prose without the emphasis, quotes and punctuation around it. */
export function withoutPunctuation(text: string, span: Span): Span {
  return shrink(text, span, "*\"“'‘:：`", "*_\"”'’.,;:。，；：`");
}
