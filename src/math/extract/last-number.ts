import type { Finder, Finding } from "./types.js";

const WINDOW = 4000;
const NUMBER =
  /(?<![\w.,])[-−]?(?:\\[dt]?frac\{[^{}]{1,40}\}\{[^{}]{1,40}\}|(?:\d{1,3}(?:[ ,]\d{3})+|\d+)?(?:[.,]\d+|(?<=\d))(?:e[-+]?\d{1,4})?(?:\s?\/\s?\d+(?:[.,]\d+)?)?(?!\d))/giu;
const PERCENT = /\s?(?:\\?%|per\s?cent|pct)/iy;

/** The last number of a text, whatever it says. */
export const findLastNumber: Finder = (text) => {
  const offset = Math.max(0, text.length - WINDOW);
  let found: Finding | undefined;
  for (const match of text.slice(offset).matchAll(NUMBER)) {
    if (match[0] === "") continue;
    const start = offset + match.index;
    const end = start + match[0].length;
    PERCENT.lastIndex = end;
    const isPercent = PERCENT.test(text);
    found = {
      text: isPercent ? `${match[0]}%` : match[0],
      span: { start, end: isPercent ? PERCENT.lastIndex : end },
    };
  }
  return found;
};
