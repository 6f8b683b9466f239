import type { Span } from "./span.js";

/** Which elements count: those of this name, and only those without a line break if `inLine`. */
export interface ElementFilter {
  readonly name: string;
  readonly inLine?: boolean;
}

/** `indexOf` from an index that only grows, so that the whole scan is linear even where nothing is found. */
function finder(text: string, needle: string): (from: number) => number {
  let at = -1;
  return (from) => {
    if (at < from && at !== Infinity) {
      const next = text.indexOf(needle, from);
      at = next < 0 ? Infinity : next;
    }
    return at;
  };
}

/** The first element from `from` on, as `<name>(.*?)</name>` finds it. */
function elementFinder(text: string, { name, inLine = false }: ElementFilter): (from: number) => Span | null {
  const open = `<${name}>`;
  const nextClose = finder(text, `</${name}>`);
  const nextBreak = finder(text, "\n");
  return (from) => {
    for (let at = text.indexOf(open, from); at >= 0; at = text.indexOf(open, at + 1)) {
      const start = at + open.length;
      const end = nextClose(start);
      if (end === Infinity) return null;
      if (!inLine || nextBreak(start) > end) return { start, end };
    }
    return null;
  };
}

/** The content of the first `<name>…</name>`, up to the nearest closing tag. */
export function firstElement(text: string, filter: ElementFilter): Span | null {
  return elementFinder(text, filter)(0);
}

/**
 * The content of the last `<name>…</name>` where elements are read from the start, each up to the nearest closing tag:
 * the last match of `<name>(.*?)</name>`. A second opening tag within an element belongs to its content.
 */
export function lastElement(text: string, filter: ElementFilter): Span | null {
  const next = elementFinder(text, filter);
  let last: Span | null = null;
  for (let found = next(0); found !== null; found = next(found.end + filter.name.length + 3)) last = found;
  return last;
}

/** What stands between the first `<name>` and the last `</name>`: the match of `<name>([\s\S]*)</name>`. */
export function outerElement(text: string, { name }: ElementFilter): Span | null {
  const open = text.indexOf(`<${name}>`);
  const start = open + name.length + 2;
  const end = text.lastIndexOf(`</${name}>`);
  return open < 0 || end < start ? null : { start, end };
}

/** What follows the last `<name>`, up to `</name>` if there is one; either tag may be missing. */
export function looseElement(text: string, { name }: ElementFilter): Span {
  const tag = `<${name}>`;
  const open = text.lastIndexOf(tag);
  const start = open < 0 ? 0 : open + tag.length;
  const close = text.indexOf(`</${name}>`, start);
  return { start, end: close < 0 ? text.length : close };
}
