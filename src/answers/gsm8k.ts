import { changesNumber } from "./behind-number.js";
import { parseDecimal } from "./quotient.js";

/** Which of several marks counts. */
export type Occurrence = "last" | "first";

const STRICT = /#### (-?[0-9.,]+)/g;
const MARKED = /####[ \t]{0,8}\$?(-?\$?[0-9.,]+)/g;
/** What makes the numeral before it another number, or only one of several. */
const CHANGES_VALUE = /[\d/^*×÷+=<>≤≥≠±\\]/;
const NUMBER = /[-+]?(?:\p{Nd}+(?:\.\p{Nd}+)?|\.\p{Nd}+)/gu;

/** Whether what follows the numeral on its line, up to the next mark, leaves the value as it is. */
function standsAsIs(text: string, end: number): boolean {
  const newline = text.indexOf("\n", end);
  const line = text.slice(end, newline < 0 ? text.length : newline);
  const [rest = ""] = line.split("####", 1);
  return !CHANGES_VALUE.test(rest) && !changesNumber(rest);
}

function markedNumeral(text: string, pattern: RegExp, which: Occurrence): string | null {
  let found: RegExpExecArray | null = null;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found = match;
    if (which === "first") break;
  }
  if (found === null || !standsAsIs(text, found.index + found[0].length)) return null;
  return (found[1] as string).replaceAll(/[,$]/g, "");
}

/**
 * The numeral behind `#### `, without commas: TinyZero's and verl's strict method. Unlike theirs, none if an operator
 * or another number follows on the line, since `#### 1/7` does not state 1.
 */
export function strictNumeral(text: string, which: Occurrence): string | null {
  return markedNumeral(text, STRICT, which);
}

/** As {@link strictNumeral}, with free white space and dollar signs; `null` also for what is no decimal. */
export function lenientNumeral(text: string, which: Occurrence): string | null {
  const numeral = markedNumeral(text, MARKED, which)?.replace(/\.$/, "") ?? "";
  return parseDecimal(numeral) === null ? null : numeral;
}

const isNumeralUnit = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || unit === 0x2e || unit === 0x2c;

/** The last run of digits, points and commas that is more than a point, with its minus sign: verl's flexible method. */
export function flexibleNumeral(text: string): string | null {
  let found: string | null = null;
  for (let end = text.length; end > 0; end--) {
    if (!isNumeralUnit(text.charCodeAt(end - 1))) continue;
    let start = end - 1;
    while (start > 0 && isNumeralUnit(text.charCodeAt(start - 1))) start--;
    if (text.charCodeAt(start - 1) === 0x2d) start--;
    found = text.slice(start, end);
    if (found !== ".") return found;
    end = start + 1;
  }
  return found;
}

/** The last number of the text, without commas between digits: open-instruct's method. */
export function lastNumber(text: string): string | null {
  let found: string | null = null;
  const joined = text.replaceAll(/(\p{Nd}),(\p{Nd})/gu, "$1$2");
  for (const [number] of joined.matchAll(NUMBER)) found = number;
  return found;
}
