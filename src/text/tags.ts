import type { Span } from "./span.js";

/** The content of the last `<name>…</name>` that ends before `limit`; a tag that is never closed is none. */
export function lastTagged(text: string, name: string, limit: number = text.length): Span | null {
  const openTag = `<${name}>`;
  const end = text.lastIndexOf(`</${name}>`, limit);
  const open = end < openTag.length ? -1 : text.lastIndexOf(openTag, end - openTag.length);
  return open < 0 ? null : { start: open + openTag.length, end };
}

/** How often `needle` occurs in `text` without overlap, as Python's `str.count` counts. */
export function countOccurrences(text: string, needle: string): number {
  let count = 0;
  for (let i = text.indexOf(needle); i >= 0; i = text.indexOf(needle, i + needle.length)) count++;
  return count;
}
