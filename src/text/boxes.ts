import type { Span } from "./span.js";

/** A `\boxed{…}` or `\fbox{…}`: where the command stands, and what is in it. */
export interface Box {
  /** From the command's backslash to the closing brace. */
  readonly span: Span;
  readonly content: Span;
  /** The backslash is doubled, as in a text that was escaped for JSON. */
  readonly escaped: boolean;
}

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const LETTER_B = 0x62;
const LETTER_F = 0x66;
/** What a box command may have before its brace; without a brace it boxes a number, a letter, or a command with its arguments. */
const ARGUMENT =
  /[ \t\n]{0,8}(?:\{|([-−]?(?:\d(?:[\d.,/]{0,40}\d)?|\\[dtc]?frac ?(?:\{[^{}]{1,60}\}|\d) ?(?:\{[^{}]{1,60}\}|\d)|\\(?:sqrt|text|mathrm|textbf|mathbf) ?\{[^{}]{1,60}\}|\\sqrt ?\d|\\(?:pi|infty)(?![a-z])))|(?<=\s)([a-z])(?![a-z]))/iy;

/** A brace that is not closed yet. */
interface OpenBrace {
  /** Index of the box command that it belongs to, or -1. */
  readonly command: number;
  readonly content: number;
}

const PLAIN_BRACE: OpenBrace = { command: -1, content: -1 };

/** Where the first box command stands at the earliest. What both names share is rare, and found fast. */
function firstCommand(text: string): number {
  for (let i = text.indexOf("box"); i >= 0; i = text.indexOf("box", i + 3)) {
    if (text.charCodeAt(i - 1) === BACKSLASH) return i - 1;
    if (text.startsWith("\\f", i - 2)) return i - 2;
  }
  return -1;
}

/** Index behind the box command that stands at `index`, or -1. */
function commandEnd(text: string, index: number): number {
  const initial = text.charCodeAt(index + 1);
  if (initial === LETTER_B && text.startsWith("\\boxed", index)) return index + 6;
  return initial === LETTER_F && text.startsWith("\\fbox", index) ? index + 5 : -1;
}

function isEscaped(text: string, command: number): boolean {
  return text.charCodeAt(command - 1) === BACKSLASH && text.charCodeAt(command - 2) !== BACKSLASH;
}

/** The boxes of a text so far, and the braces that wait for their end. */
interface Scan {
  readonly text: string;
  readonly boxes: Box[];
  readonly open: OpenBrace[];
}

/** Adds a box, and takes out those that it holds. */
function addBox({ text, boxes }: Scan, command: number, content: Span, end: number): void {
  while ((boxes.at(-1)?.span.start ?? -1) > command) boxes.pop();
  boxes.push({ span: { start: command, end }, content, escaped: isEscaped(text, command) });
}

/** Reads the box command at `index`, if one stands there; returns the index behind what was read. */
function readBackslash(scan: Scan, index: number): number {
  const { text } = scan;
  const behind = commandEnd(text, index);
  if (behind < 0) return commandEnd(text, index + 1) < 0 ? index + 2 : index + 1;
  if (text.charCodeAt(behind) === OPEN) {
    scan.open.push({ command: index, content: behind + 1 });
    return behind + 1;
  }
  ARGUMENT.lastIndex = behind;
  const argument = ARGUMENT.exec(text);
  if (argument === null) return behind;
  const end = ARGUMENT.lastIndex;
  const bare = argument[1] ?? argument[2];
  if (bare === undefined) scan.open.push({ command: index, content: end });
  else addBox(scan, index, { start: end - bare.length, end }, end);
  return end;
}

/**
 * The boxes of a text in order, without those that stand in another box. One pass over the text: open braces wait on a
 * stack, so unbalanced ones cost nothing and hide no later box; a box that is never closed is none. Escaped braces
 * do not count. A box without braces holds a number, a letter or a short command: `\boxed 5`, `\boxed5`, `\boxed\frac12`.
 */
export function boxes(text: string): readonly Box[] {
  const scan: Scan = { text, boxes: [], open: [] };
  let i = firstCommand(text);
  while (i >= 0 && i < text.length) {
    const unit = text.charCodeAt(i);
    if (unit === BACKSLASH) {
      i = readBackslash(scan, i);
      continue;
    }
    if (unit === OPEN) scan.open.push(PLAIN_BRACE);
    else if (unit === CLOSE) {
      const { command, content } = scan.open.pop() ?? PLAIN_BRACE;
      if (command >= 0) addBox(scan, command, { start: content, end: i }, i + 1);
    }
    i++;
  }
  return scan.boxes;
}
