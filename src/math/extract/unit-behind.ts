import type { Span } from "../../text/span.js";

/** What may follow a value and belongs to it: a percent or degree sign, or a unit that is set in `\text`. */
const UNIT =
  /(?:\s|\$|\\[)\]]|\\[,;: ]){0,4}(?:(\\?%|per\s?cent(?:age)?\b|pct\b)|(°|\^\{?\\circ\}?)|(\\(?:text|textrm|mathrm|mbox|rm)\{[\s~]{0,4}(?!and\b|or\b|if\b|for\b|as\b|is\b|when\b|where\b)[a-z]{1,12}(?:\/[a-z]{1,8})?\s?\}(?:\^\{?\d\}?)?))/iy;

const ENDS_IN_UNIT = /(?:%|percent|pct|percentage|°|\\circ\}?|[a-z]\s?\}(?:\^\{?\d\}?)?)\s*$/i;

/** A unit, and where it ends. */
export interface Unit {
  readonly text: string;
  readonly end: number;
}

/** The unit that stands behind a value, `null` if none does or the value has one already. */
export function unitBehind(text: string, value: Span, index: number): Unit | null {
  UNIT.lastIndex = index;
  const match = UNIT.exec(text);
  if (match === null || ENDS_IN_UNIT.test(text.slice(Math.max(value.start, value.end - 24), value.end)))
    return null;
  const [, percent, degrees, unit] = match;
  return { text: percent === undefined ? (degrees ?? unit ?? "") : "\\%", end: UNIT.lastIndex };
}
