import type { Span } from "./span.js";

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const BOX_COMMAND = /\\(?:boxed|fbox)[ \t\n]{0,8}\{/y;

/** Index after the `{` of a box command that starts at `index`, or -1. */
function boxContentStart(text: string, index: number): number {
  BOX_COMMAND.lastIndex = index;
  return BOX_COMMAND.test(text) ? BOX_COMMAND.lastIndex : -1;
}

/**
 * The content of the last balanced `\boxed{…}` or `\fbox{…}`. One pass over the text: open braces wait on a
 * stack, so unbalanced ones cost nothing and hide no later box. Escaped braces do not count.
 */
export function lastBoxed(text: string): Span | null {
  const open: number[] = [];
  let last: Span | null = null;
  for (let i = text.indexOf("\\"); i >= 0 && i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === BACKSLASH) {
      const start = boxContentStart(text, i);
      if (start < 0) i++;
      else {
        open.push(start);
        i = start - 1;
      }
    } else if (unit === OPEN) open.push(-1);
    else if (unit === CLOSE) {
      const start = open.pop() ?? -1;
      if (start >= 0) last = { start, end: i };
    }
  }
  return last;
}
