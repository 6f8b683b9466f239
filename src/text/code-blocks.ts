import { isBlank, isSpace } from "./python-text.js";
import type { Span } from "./span.js";

/** A fenced code block of Markdown. */
export interface CodeBlock {
  /** What stands behind the opening fence, without white space around it: `python` of "```python". */
  readonly info: string;
  /** The lines between the fences, with the last one's line break. */
  readonly content: Span;
  /** White space in front of the opening fence, which is no part of the lines below it. */
  readonly indent: number;
}

interface Line extends Span {
  /** The first unit that is no white space. */
  readonly text: number;
}

interface Fence {
  readonly mark: string;
  readonly length: number;
}

interface Opening {
  readonly fence: Fence;
  readonly info: string;
  readonly indent: number;
  readonly start: number;
}

const MIN_FENCE = 3;

function lineAt(text: string, start: number, limit: number): Line {
  const newline = text.indexOf("\n", start);
  const end = newline < 0 || newline > limit ? limit : newline;
  let i = start;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return { start, end, text: i };
}

/** The run of backticks or tildes that a line begins with, if it is a fence. */
function fenceOf(text: string, line: Line): Fence | null {
  const mark = text.charAt(line.text);
  if (mark !== "`" && mark !== "~") return null;
  let i = line.text;
  while (i < line.end && text.charAt(i) === mark) i++;
  const length = i - line.text;
  return length < MIN_FENCE ? null : { mark, length };
}

function infoOf(text: string, line: Line, { mark, length }: Fence): string | null {
  const info = text.slice(line.text + length, line.end).trim();
  return mark === "`" && info.includes(mark) ? null : info;
}

function closes(text: string, line: Line, open: Fence): boolean {
  const fence = fenceOf(text, line);
  return (
    fence?.mark === open.mark &&
    fence.length >= open.length &&
    isBlank(text, line.text + fence.length, line.end)
  );
}

/**
 * The closed code blocks of a stretch of Markdown, in order, by the rules of CommonMark, but that a fence may be indented
 * by any white space. A block that is never closed is not one: its code was cut off.
 */
export function* codeBlocks(text: string, start: number, end: number): Generator<CodeBlock, void> {
  let open: Opening | null = null;
  for (let i = start; i < end;) {
    const line = lineAt(text, i, end);
    i = line.end + 1;
    if (open === null) {
      const fence = fenceOf(text, line);
      const info = fence && infoOf(text, line, fence);
      if (fence && info !== null) open = { fence, info, indent: line.text - line.start, start: i };
    } else if (closes(text, line, open.fence)) {
      yield { info: open.info, indent: open.indent, content: { start: open.start, end: line.start } };
      open = null;
    }
  }
}
