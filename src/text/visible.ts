import { hiddenCommands, hiddenElements, mayHideByCommand } from "./hidden.js";
import type { Span } from "./span.js";

const BLANK_LINE = "\n\n";
const MAY_STRIKE_BEHIND = /^[\s(["'*_>:]?$/;
const NEWLINE = "\n";

/** Where the stretch that begins at `start` ends if it is hidden; -1 if it is not. */
type HiddenEnd = (text: string, start: number) => number;

function endOf(text: string, mark: string, from: number): number {
  const index = text.indexOf(mark, from);
  return index < 0 ? text.length : index + mark.length;
}

const lineEnd: HiddenEnd = (text, start) => {
  const end = text.indexOf(NEWLINE, start);
  return end < 0 ? text.length : end;
};

const ANSWER_MARK = /\\f?box|<answer>|####/;
const ENDS_SENTENCE = /[.!?;>]$|\\f?box(?:ed)?\s?\{[^{}]*\}\$?$/;
/** How much of a line is looked at. */
const NEAR = 200;

/** Whether `%` within a line begins a comment, though it is mostly a percent sign: it hides an answer behind another. */
function hidesAnswer(text: string, start: number, before: number): boolean {
  if (before === start) return false;
  const [behind = ""] = text.slice(start, start + NEAR).split(NEWLINE, 1);
  return ANSWER_MARK.test(behind) && ENDS_SENTENCE.test(text.slice(Math.max(0, before - NEAR), before));
}

/** A LaTeX comment. */
const comment: HiddenEnd = (text, start) => {
  let before = start;
  while (text.charAt(before - 1) === " " || text.charAt(before - 1) === "\t") before--;
  const isLine = before === 0 || text.charAt(before - 1) === NEWLINE;
  if (!isLine && !hidesAnswer(text, start, before)) return -1;
  return lineEnd(text, start);
};

/** Struck out in Markdown, as it is told from two spaces of LaTeX: glued to what it strikes out, inside a paragraph. */
const struck: HiddenEnd = (text, start) => {
  if (!MAY_STRIKE_BEHIND.test(text.charAt(start - 1)) || /^[\s~]?$/.test(text.charAt(start + 2))) return -1;
  const close = text.indexOf("~~", start + 3);
  if (close < 0 || text.charAt(close - 1).trim() === "") return -1;
  return text.slice(start, close).includes(BLANK_LINE) ? -1 : close + 2;
};

type Hiding = readonly (readonly [mark: string, end: HiddenEnd])[];

const HTML_COMMENTS: Hiding = [
  ["<!--", (text, start) => endOf(text, "-->", start)],
  ["<?", (text, start) => endOf(text, "?>", start)],
];
const LATEX_COMMENTS: Hiding = [
  ["\\begin{comment}", (text, start) => endOf(text, "\\end{comment}", start)],
  ["\\iffalse", (text, start) => endOf(text, "\\fi", start + 3)],
];
const OTHERS: Hiding = [
  ["[//]: #", lineEnd],
  ["~~", struck],
  ["%", comment],
];

function withoutMarked(text: string, mark: string, hiddenEnd: HiddenEnd): string {
  let visible = "";
  let from = 0;
  for (let index = text.indexOf(mark); index >= 0; index = text.indexOf(mark, index)) {
    const end = hiddenEnd(text, index);
    if (end >= 0) {
      visible += text.slice(from, index) + " ".repeat(end - index);
      from = end;
    }
    index = end >= 0 ? end : index + mark.length;
  }
  return from === 0 ? text : visible + text.slice(from);
}

function withoutAll(text: string, hiding: Hiding): string {
  let visible = text;
  for (const [mark, end] of hiding) visible = withoutMarked(visible, mark, end);
  return visible;
}

function withoutSpans(text: string, find: (text: string) => readonly Span[]): string {
  let visible = "";
  let from = 0;
  for (const { start, end } of find(text)) {
    visible += text.slice(from, start) + " ".repeat(end - start);
    from = end;
  }
  return from === 0 ? text : visible + text.slice(from);
}

const END_TOKEN = /<(?:\/s|eos|end_of_turn|\|[\w-]{1,20}\|)>$/;
const LONGEST_TOKEN = 24;

/** Without the tokens that end a model's turn, where its decoder has left them in. */
function withoutEndTokens(text: string): string {
  let end = text.trimEnd().length;
  for (;;) {
    const match =
      text.charAt(end - 1) === ">" ? END_TOKEN.exec(text.slice(Math.max(0, end - LONGEST_TOKEN), end)) : null;
    if (match === null)
      return end === text.trimEnd().length ? text : text.slice(0, end) + " ".repeat(text.length - end);
    end -= match[0].length;
  }
}

/**
 * A text with spaces in place of what its reader does not see, or sees struck out: comments of HTML, Markdown and
 * LaTeX, hidden elements, `~~…~~`, answers in `\phantom` or `\cancel`, and the tokens that end a turn. Offsets stay the
 * same.
 */
export function visibleText(text: string): string {
  const hasTags = text.includes("<");
  const hasCommands = mayHideByCommand(text);
  let visible = text;
  if (hasTags) visible = withoutAll(withoutEndTokens(visible), HTML_COMMENTS);
  if (hasCommands) visible = withoutAll(visible, LATEX_COMMENTS);
  visible = withoutAll(visible, OTHERS);
  if (hasTags) visible = withoutSpans(visible, hiddenElements);
  return hasCommands ? withoutSpans(visible, hiddenCommands) : visible;
}
