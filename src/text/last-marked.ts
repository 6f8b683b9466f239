import { pythonStrip } from "./python-text.js";
import type { Span } from "./span.js";

const GSM8K_MARK = "####";

/** The line behind the last `####`, which is how GSM8K's solutions end. */
export function lastMarked(text: string): Span | null {
  const mark = text.lastIndexOf(GSM8K_MARK);
  if (mark < 0) return null;
  const start = mark + GSM8K_MARK.length;
  const newline = text.indexOf("\n", start);
  return { start, end: newline < 0 ? text.length : newline };
}

/** What a GSM8K solution states: the text between its first `####` and the next one; `null` if it has no mark. */
export function hashAnswer(text: string): string | null {
  const [, answer] = text.split(GSM8K_MARK, 2);
  return answer === undefined ? null : pythonStrip(answer);
}
