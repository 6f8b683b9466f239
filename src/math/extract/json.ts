import { isPlaceholder } from "../../text/placeholder.js";
import type { Span } from "../../text/span.js";
import { trimmed, tidied } from "./tidy.js";
import type { Finder } from "./types.js";

const KEY = /"(?:final_?answer|answer|result|solution)"\s{0,8}:\s{0,8}/gi;
const FENCE = "```";
const STRING = /"((?:[^"\\\n]|\\.){0,4000})"/sy;
const SCALAR = /-?\d[\d.eE+-]{0,100}(?=\s*[,}\]])|\[[^[\]{}]{0,1000}\]|(?:true|false)\b/y;

/** What an escape stands for; before a letter it is a LaTeX command whose backslash was not escaped, as in `\frac`. */
const ESCAPE = /\\(?:u([\da-f]{4})|([bfnrt])(?![a-z])|(["\\/]))/gi;

function unescape(content: string): string {
  return content.replace(
    ESCAPE,
    (_escape, code: string | undefined, space: string | undefined, literal: string | undefined) => {
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      return space === undefined ? (literal ?? "") : " ";
    },
  );
}

/** The object that a text is, or that its last code fence holds. */
function objectSpan(text: string): Span | null {
  let span = trimmed(text, { start: 0, end: text.length });
  if (text.startsWith(FENCE, span.end - FENCE.length)) {
    const close = span.end - FENCE.length;
    const open = text.lastIndexOf(FENCE, close - 1);
    const body = open < 0 || open === close ? -1 : text.indexOf("\n", open);
    if (body < 0 || body > close) return null;
    span = trimmed(text, { start: body, end: close });
  }
  const isObject = text.charAt(span.start) === "{" && text.charAt(span.end - 1) === "}";
  return isObject ? span : null;
}

/** The value of the last key such as `"answer"`, if the text is a JSON object or ends with one in a code fence. */
export const findJson: Finder = (text) => {
  const object = objectSpan(text);
  if (object === null) return undefined;
  let start = -1;
  KEY.lastIndex = object.start;
  for (let key = KEY.exec(text); key !== null && key.index < object.end; key = KEY.exec(text))
    start = KEY.lastIndex;
  if (start < 0) return undefined;
  for (const pattern of [STRING, SCALAR]) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null) continue;
    const value = match[1] === undefined ? match[0] : tidied(unescape(match[1]).trim());
    return isPlaceholder(value) ? null : { text: value, span: { start, end: start + match[0].length } };
  }
  return null;
};
