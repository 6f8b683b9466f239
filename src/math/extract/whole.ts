import { isPlaceholder } from "../../text/placeholder.js";
import type { Span } from "../../text/span.js";
import { lazy } from "../lazy.js";
import { trimmed, tidied } from "./tidy.js";
import type { Finder } from "./types.js";

const LONGEST = 300;
/** Markup that failed to be an answer's, in whatever look-alike letters: what is left of it is no answer either. */
const BROKEN_MARKUP =
  /boxed|fbox|<(?:\/|\||[a-z](?:[a-z]|[^<]*>))|answer|[\uff21-\uff5a"`]|####|\n[^\n]*\n|\n\s?[a-z][:.)]/i;
const COMMAND =
  /\\(?:text\w*|math\w*|mbox|operatorname)\s?\{[^{}]{0,100}\}|\\[a-z]+|(?:arc)?(?:sin|cos|tan|log|ln|exp|sqrt|max|min)(?![a-z])/gi;
const WORD = lazy(() => /\p{L}{2,}/gu);
const VALUE = /[\p{N}\\$=^(（]/u;
const START = /^(?:[-+−–±√π$€£¥\p{N}.\\([{（［｛|a-z]|\p{Script=Han}{1,12}$)/iu;
const WORD_FIRST = /^[a-z]+(?:\s*[:,]|\s+(?![-+=*/^<>≤≥≠≈∈\\]))/i;
const FULL_STOP = /(?<=[^.])(?<!\\right\s?)\.$/;
const MOST_WORDS = 2;
const SENTENCE = /\b(?:is|are|the|there|it|was|has|have|i(?=['’\s]\s{0,9}[a-z]{2})|we|you)\b/i;

const EMPHASIS = "**";

/** Without the emphasis that is around all of it. */
function withoutEmphasis(text: string, span: Span): Span {
  const inner = { start: span.start + EMPHASIS.length, end: span.end - EMPHASIS.length };
  const isEmphasised = text.startsWith(EMPHASIS, span.start) && text.endsWith(EMPHASIS, span.end);
  return isEmphasised && text.indexOf(EMPHASIS, inner.start) === inner.end ? inner : span;
}

/** A text that is nothing but a short value: `42`, `$\frac12$`, `x = 3`, `12 apples`, `yes`. */
export const findWhole: Finder = (text) => {
  const span = withoutEmphasis(text, trimmed(text, { start: 0, end: text.length }));
  if (span.end - span.start > LONGEST) return undefined;
  const content = text.slice(span.start, span.end);
  if (BROKEN_MARKUP.test(content) || isPlaceholder(content) || !START.test(content)) return undefined;
  const prose = content.replace(COMMAND, " ");
  const words = prose.match(WORD())?.length ?? 0;
  const isValue =
    words === 0 || (VALUE.test(content) ? words <= MOST_WORDS && !WORD_FIRST.test(prose) : words === 1);
  if (!isValue || SENTENCE.test(prose)) return undefined;
  return { text: tidied(content.replace(FULL_STOP, "")), span };
};
