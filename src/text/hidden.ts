import type { Span } from "./span.js";

/** The opening tag of an element that shows nothing, or struck out. */
const HIDDEN_TAG =
  /<(?:(del|s|strike|script|style|template)(?=[\s>])|([a-z][a-z0-9]{0,15})(?=\s[^<>]{0,200}(?:\bhidden\b|display\s?:\s?none|visibility\s?:\s?hidden)))[^<>]{0,300}>/gi;

/** Commands of LaTeX whose argument is not shown, or struck out. */
const HIDING_COMMAND = /\\(?:[hv]?phantom|[bx]?cancel|sout|st)\s?\{/g;
/** What hides its argument, or begins a comment. */
const HIDING_NAME = /\\(?:[hv]?phantom|[bx]?cancel|sout|st|begin\{comment\}|iffalse)/y;
/** How those names begin: to look at two letters is cheaper than to search for names in each command. */
const HIDING_STARTS: ReadonlySet<number> = new Set(
  ["ph", "hp", "vp", "ca", "bc", "xc", "so", "st", "be", "if"].map((start) => unitsOf(start, 0)),
);
/** Elsewhere in a formula they strike out factors, or make room. */
const ANSWER = /\\f?box|<answer>|####/;
/** An argument is looked for up to here. */
const LONGEST_ARGUMENT = 500;

/** Two units of a text as one number. */
function unitsOf(text: string, index: number): number {
  return (text.charCodeAt(index) << 16) | text.charCodeAt(index + 1);
}

/** Whether a text may have a command that hides something. Most texts have commands, and none of these. */
export function mayHideByCommand(text: string): boolean {
  for (let i = text.indexOf("\\"); i >= 0; i = text.indexOf("\\", i + 1)) {
    if (!HIDING_STARTS.has(unitsOf(text, i + 1))) continue;
    HIDING_NAME.lastIndex = i;
    if (HIDING_NAME.test(text)) return true;
  }
  return false;
}

/** The elements that a browser does not show, or shows struck out, from tag to tag; one that is never closed is none. */
export function hiddenElements(text: string): readonly Span[] {
  const spans: Span[] = [];
  if (!text.includes("</")) return spans;
  const lowered = text.toLowerCase();
  // A few letters grow when they are lowered, and offsets with them.
  const lower = lowered.length === text.length ? lowered : text;
  const unclosed = new Set<string>();
  HIDDEN_TAG.lastIndex = 0;
  for (let match = HIDDEN_TAG.exec(text); match !== null; match = HIDDEN_TAG.exec(text)) {
    const close = `</${(match[1] ?? match[2] ?? "").toLowerCase()}>`;
    const end = unclosed.has(close) ? -1 : lower.indexOf(close, HIDDEN_TAG.lastIndex);
    if (end < 0) {
      unclosed.add(close);
      continue;
    }
    HIDDEN_TAG.lastIndex = end + close.length;
    spans.push({ start: match.index, end: end + close.length });
  }
  return spans;
}

/** Index behind the brace that closes the one before `start`; -1 if it is too far. */
function argumentEnd(text: string, start: number): number {
  let depth = 1;
  const limit = Math.min(text.length, start + LONGEST_ARGUMENT);
  for (let i = start; i < limit; i++) {
    const character = text.charAt(i);
    if (character === "{") depth++;
    else if (character === "}") depth--;
    if (depth === 0) return i + 1;
  }
  return -1;
}

/** The arguments with an answer in them that LaTeX does not show, or shows struck out, with their commands. */
export function hiddenCommands(text: string): readonly Span[] {
  const spans: Span[] = [];
  HIDING_COMMAND.lastIndex = 0;
  for (let match = HIDING_COMMAND.exec(text); match !== null; match = HIDING_COMMAND.exec(text)) {
    const end = argumentEnd(text, HIDING_COMMAND.lastIndex);
    if (end < 0 || !ANSWER.test(text.slice(match.index, end))) continue;
    HIDING_COMMAND.lastIndex = end;
    spans.push({ start: match.index, end });
  }
  return spans;
}
