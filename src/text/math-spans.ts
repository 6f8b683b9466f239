import type { Span } from "./span.js";

/** A stretch of math: the whole of it, and what stands between its delimiters. */
export interface MathSpan {
  readonly span: Span;
  readonly content: Span;
}

const DOLLAR = 0x24;

const ENVIRONMENT =
  /\\(begin|end)\{(?:align|aligned|alignat|equation|gather|multline|eqnarray|displaymath|math|split)\*?\}/y;

/** Two ordinary words in a row, or one that joins sentences: `$5 and $` holds prose, `$x \text{ and } y$` holds none. */
const PROSE = /(?<![\\a-z{])(?:[a-z]{2,}[ ,]+[a-z]{2,}|and|or|for|the|to|of|is|are|per|each)(?![a-z}])/i;
const TEXT = /\\(?:text\w*|mbox|mathrm|operatorname)\s?\{[^{}]*\}/g;
/** What inline math never holds: a blank line, another delimiter. */
const BOUNDARY = /\n\n|(?<!\\)\\[()[\]]/;
const MOST_INLINE = 2000;

function isInlineMath(text: string, start: number, end: number): boolean {
  if (end - start > MOST_INLINE) return false;
  const content = text.slice(start, end);
  if (content.trim() === "" || BOUNDARY.test(content)) return false;
  return !PROSE.test(content.includes("{") ? content.replace(TEXT, "") : content);
}

/** Which delimiters wait for their other half: the index of each, or -1. */
interface Scan {
  readonly text: string;
  readonly found: MathSpan[];
  readonly open: { paren: number; bracket: number; environment: number; dollar: number; dollars: number };
}

/** Adds a stretch, and takes out those that it holds. */
function add({ found }: Scan, span: Span, content: Span): void {
  while ((found.at(-1)?.span.start ?? -1) >= span.start) found.pop();
  found.push({ span, content });
}

/** Adds the stretch between two runs of `width` dollar signs. */
function addDollars(scan: Scan, opener: number, closer: number, width: number): void {
  add(scan, { start: opener, end: closer + width }, { start: opener + width, end: closer });
}

const CLOSERS: ReadonlyMap<string, "paren" | "bracket"> = new Map([
  [")", "paren"],
  ["]", "bracket"],
]);
const OPENERS: ReadonlyMap<string, "paren" | "bracket"> = new Map([
  ["(", "paren"],
  ["[", "bracket"],
]);

function readEnvironment(scan: Scan, index: number): number {
  ENVIRONMENT.lastIndex = index;
  const match = ENVIRONMENT.exec(scan.text);
  if (match === null) return index + 2;
  const end = index + match[0].length;
  const { open } = scan;
  if (match[1] === "begin") {
    if (open.environment < 0) open.environment = index;
  } else if (open.environment >= 0) {
    const span = { start: open.environment, end };
    add(scan, span, span);
    open.environment = -1;
  }
  return end;
}

function readBackslash(scan: Scan, index: number): number {
  const { text, open } = scan;
  const next = text.charAt(index + 1);
  const opener = OPENERS.get(next);
  if (opener !== undefined) open[opener] = index;
  const closer = CLOSERS.get(next);
  if (closer !== undefined && open[closer] >= 0) {
    const start = open[closer];
    add(scan, { start, end: index + 2 }, { start: start + 2, end: index });
    open[closer] = -1;
  }
  return next === "b" || next === "e" ? readEnvironment(scan, index) : index + 2;
}

/** `$$` closes an inline stretch and opens the next in `$a$$b$`; else it stands around displayed math. */
function readDouble(scan: Scan, index: number): void {
  const { text, open } = scan;
  if (open.dollar >= 0 && isInlineMath(text, open.dollar + 1, index)) {
    addDollars(scan, open.dollar, index, 1);
    open.dollar = index + 1;
    return;
  }
  open.dollar = -1;
  const isBlank = open.dollars < 0 || text.slice(open.dollars + 2, index).trim() === "";
  if (!isBlank) addDollars(scan, open.dollars, index, 2);
  open.dollars = isBlank ? index : -1;
}

function readSingle(scan: Scan, index: number): void {
  const { text, open } = scan;
  const isClosing = open.dollar >= 0 && isInlineMath(text, open.dollar + 1, index);
  if (isClosing) addDollars(scan, open.dollar, index, 1);
  open.dollar = isClosing ? -1 : index;
}

/** Where a character stands from an index on; the length of the text if it does not. */
function nextIndex(text: string, character: string, from: number): number {
  const index = text.indexOf(character, from);
  return index < 0 ? text.length : index;
}

/**
 * The math of a text in order, without that which stands in other math: `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and
 * `\begin{align}…\end{align}` with its kin. Dollar signs around words are money and open no math. One pass over the
 * text: a delimiter without its other half costs nothing and hides no later math.
 */
export function mathSpans(text: string): readonly MathSpan[] {
  const open = { paren: -1, bracket: -1, environment: -1, dollar: -1, dollars: -1 };
  const scan: Scan = { text, found: [], open };
  let backslash = nextIndex(text, "\\", 0);
  let dollar = nextIndex(text, "$", 0);
  while (backslash < text.length || dollar < text.length) {
    let end = dollar + 1;
    if (backslash < dollar) end = readBackslash(scan, backslash);
    else if (text.charCodeAt(end) !== DOLLAR) readSingle(scan, dollar);
    else {
      readDouble(scan, dollar);
      end++;
    }
    if (backslash < end) backslash = nextIndex(text, "\\", end);
    if (dollar < end) dollar = nextIndex(text, "$", end);
  }
  return scan.found;
}
