import { isAside } from "./aside.js";
import { saysSomething } from "./content.js";
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

/** Where a tag stands first, and how often it stands in a text without overlap. */
interface Occurrences {
  readonly tag: string;
  /** Where its first character stands that is no white space: of those a text has few. */
  readonly mark: number;
  first: number;
  end: number;
  count: number;
}

function countAt(each: Occurrences, text: string, start: number): void {
  if (start < each.end || !text.startsWith(each.tag, start)) return;
  if (each.count++ === 0) each.first = start;
  each.end = start + each.tag.length;
}

/** All tags that begin alike are looked for at once, wherever the text has their mark. */
function occurrencesOf(text: string, tags: readonly string[]): readonly Occurrences[] {
  const found = tags.map((tag) => ({
    tag,
    mark: Math.max(0, tag.search(/\S/)),
    first: -1,
    end: 0,
    count: 0,
  }));
  for (const mark of new Set(found.map(({ tag, mark: at }) => tag.charAt(at)))) {
    const alike = found.filter(({ tag, mark: at }) => tag.charAt(at) === mark);
    for (let i = text.indexOf(mark); i >= 0; i = text.indexOf(mark, i + 1)) {
      for (const each of alike) countAt(each, text, i - each.mark);
    }
  }
  return found;
}

/** Whether a text says something between spans, which may overlap. */
function saysMore(text: string, spans: readonly Span[]): boolean {
  let from = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (saysSomething(text, from, start)) return true;
    from = end;
  }
  return saysSomething(text, from, text.length);
}

/**
 * How many of the tags, none of them empty, occur exactly once. One less if all of them do, but in another order: only a well-formed text
 * has them all. None if the first that occurs stands in a code fence or a comment, where tags are an example of tags;
 * and none if all occur and `requireContent` finds that the text is nothing but tags.
 */
export function countTags(text: string, tags: readonly string[], requireContent = true): number {
  const found = occurrencesOf(text, tags)
    .filter(({ count }) => count === 1)
    .map(({ first, end }): Span => ({ start: first, end }));
  if (found.length === 0 || isAside(text, Math.min(...found.map(({ start }) => start)))) return 0;
  if (found.length < tags.length) return found.length;
  if (requireContent && !saysMore(text, found)) return 0;
  const isMixedUp = found.some(({ start }, i) => start < (found[i - 1]?.start ?? 0));
  return isMixedUp ? found.length - 1 : found.length;
}
