import { BACKSLASH, COMMA, isBlank, isDigit, isLetter, POINT } from "./characters.js";
import { push, type Scanner } from "./scanner.js";
import { MAX_DIGITS } from "../limits.js";
import { SyntaxFailure } from "../failure.js";

function digitsEnd(source: string, start: number): number {
  let end = start;
  while (isDigit(source.charCodeAt(end))) end++;
  return end;
}

const OPEN_BRACKET = 0x28;
const UNDERSCORE = 0x5f;
/** As the Swiss write it: `1'000`. */
const APOSTROPHE = 0x27;
const SPACING = ",!;: >";

/** `{,}`, with the spaces that models put into it: `14 {, }916`. */
const BRACED_COMMA = / ?\{ ?, ?\} ?/y;

/** A separator that only LaTeX has: a small space, or a comma in braces or with its space taken back. */
function markedSeparatorEnd(source: string, index: number): number {
  if (source.charCodeAt(index) === BACKSLASH) {
    const escaped = source.charCodeAt(index + 1) === BACKSLASH ? 1 : 0;
    return SPACING.includes(source[index + 1 + escaped] ?? "?") ? index + 2 + escaped : -1;
  }
  BRACED_COMMA.lastIndex = index;
  if (BRACED_COMMA.test(source)) return BRACED_COMMA.lastIndex;
  return source.startsWith(",\\!", index) ? spacesEnd(source, index + 3) : -1;
}

const GROUPS = /^\d{1,3}(?:,\d{3})+,$/;

/** `1,000,2,000`: a comma behind a number with separators, in front of digits that are no group of it. */
function isBehindGroups(s: Scanner): boolean {
  const number = s.tokens[s.tokens.length - 2];
  const isShort = !isGroup(s.source, s.position);
  return isShort && number?.kind === "number" && GROUPS.test(s.source.slice(number.start, s.position));
}

/** Where a thousands separator at `index` ends; -1 if there is none. Bare ones count only where nothing else could. */
function separatorEnd(s: Scanner, index: number): number {
  const marked = markedSeparatorEnd(s.source, index);
  if (marked >= 0 || s.lists > 0) return marked;
  const unit = s.source.charCodeAt(index);
  if (unit === UNDERSCORE || unit === APOSTROPHE) return index + 1;
  if (unit === COMMA) return s.source[s.position - 1] === "," && !isBehindGroups(s) ? -1 : index + 1;
  return isBlank(unit) ? index + 1 : -1;
}

function spacesEnd(source: string, start: number): number {
  let end = start;
  while (isBlank(source.charCodeAt(end))) end++;
  return end;
}

/** Whether exactly three digits stand at `start`. */
function isGroup(source: string, start: number): boolean {
  return digitsEnd(source.slice(start, start + 4), 0) === 3;
}

/** `1{,}000\,000` from the end of its first digits; the literal without separators, and the end. */
function groupedDigits(s: Scanner, start: number, end: number): { literal: string; end: number } {
  let literal = s.source.slice(start, end);
  let last = end;
  if (literal.length > 3 || literal.startsWith("0")) return { literal, end };
  for (;;) {
    const group = separatorEnd(s, last);
    if (group < 0 || !isGroup(s.source, group)) return { literal, end: last };
    if (isBlank(s.source.charCodeAt(last)) && s.source[group + 3] === "/") return { literal, end: last };
    literal += s.source.slice(group, group + 3);
    last = group + 3;
    if (literal.length > MAX_DIGITS) throw new SyntaxFailure("too_many_digits", start);
  }
}

const BARRED = /^\\(?:overline|bar|overparen)\s*(?:\{\s*(\d{1,200})\s*\}|(\d))/;
const BRACKETED = /^\((\d{1,200})\)/;
const DOTTED = /^\\dot\s*(?:\{\s*)?(\d)\s*\}?/;
const LAST_DOTTED = /^(\d{0,200})\\dot\s*(?:\{\s*)?(\d)\s*\}?/;
const ELLIPSIS = /^(?:\.{3}|\s?\\(?:ldots|dots|cdots)(?![a-z]))/i;
const LOOKAHEAD = 440;

interface Period {
  readonly digits: string;
  readonly end: number;
}

/** Dots over the first and the last digit of the period. */
function dottedPeriod(source: string, index: number): Period | null {
  const first = DOTTED.exec(source.slice(index, index + LOOKAHEAD));
  if (first === null) return null;
  const end = index + first[0].length;
  const last = LAST_DOTTED.exec(source.slice(end, end + LOOKAHEAD));
  const rest = last === null ? "" : (last[1] ?? "") + (last[2] ?? "");
  return { digits: (first[1] ?? "") + rest, end: end + (last?.[0].length ?? 0) };
}

/** The period of a repeating decimal that begins at `index`, and where it ends. */
function period(source: string, index: number): Period | null {
  const unit = source.charCodeAt(index);
  if (unit !== BACKSLASH && unit !== OPEN_BRACKET) return null;
  const ahead = source.slice(index, index + LOOKAHEAD);
  const match = (unit === BACKSLASH ? BARRED : BRACKETED).exec(ahead);
  if (match === null) return dottedPeriod(source, index);
  return { digits: match[1] ?? match[2] ?? "", end: index + match[0].length };
}

/** `0.333` before an ellipsis is `0.(3)`: the shortest run of digits that ends the literal three times over. */
function periodic(literal: string): string {
  const point = literal.indexOf(".");
  const decimals = literal.length - point - 1;
  for (let size = 1; size * 3 <= decimals && size <= 100; size++) {
    const run = literal.slice(-size);
    if (literal.endsWith(run.repeat(3))) return `${literal.slice(0, -size * 3)}(${run})`;
  }
  return literal;
}

const EXPONENT = /^e([+-]?)(\d{1,5})(?![\d.]*[a-z\d])/i;

/** The literal with the exponent that follows it. */
function withExponent(source: string, literal: string, end: number): { literal: string; end: number } {
  const unit = source.charCodeAt(end) | 0x20;
  const match = unit === 0x65 ? EXPONENT.exec(source.slice(end, end + 12)) : null;
  if (match === null) return { literal, end };
  const sign = match[1] === "-" ? "-" : "";
  return { literal: `${literal}e${sign}${match[2] ?? ""}`, end: end + match[0].length };
}

/** Decimals behind the point at `point`, with the small spaces that group them taken out. */
function decimalDigits(source: string, point: number): { digits: string; end: number } {
  let end = digitsEnd(source, point + 1);
  let digits = source.slice(point + 1, end);
  while (source.startsWith("\\,", end) && isGroup(source, end + 2)) {
    digits += source.slice(end + 2, end + 5);
    end += 5;
    if (digits.length > MAX_DIGITS) throw new SyntaxFailure("too_many_digits", point);
  }
  return { digits, end };
}

const BASE_BEHIND = /^\s?_\s?\{?\s?\(?\s?(?:1[1-6](?!\d)|\\text\{sixteen\})/;
const HEXADECIMAL = /^[\da-f]{1,64}/i;

/** Whether the base of digits that may be letters stands at `index`. */
export function isLetterBase(source: string, index: number): boolean {
  return BASE_BEHIND.test(source.slice(index, index + 24));
}

/** `1A_{16}`: digits and letters before a base that has such digits. */
function scanLetterDigits(s: Scanner, start: number): boolean {
  const digits = HEXADECIMAL.exec(s.source.slice(start, start + 64))?.[0] ?? "";
  const end = start + digits.length;
  if (!/\d/.test(digits) || !/[a-f]/i.test(digits) || !isLetterBase(s.source, end)) return false;
  s.position = end;
  push(s, "number", digits.toUpperCase(), start);
  return true;
}

/** The decimals of the literal, from its point, decimal comma in braces, or period. */
function scanDecimals(s: Scanner, whole: string, end: number): { literal: string; end: number } {
  const { source } = s;
  const comma = source.startsWith("{,}", end) && isDigit(source.charCodeAt(end + 3));
  if (!comma && source.charCodeAt(end) !== POINT) return { literal: whole, end };
  const { digits, end: last } = decimalDigits(source, comma ? end + 2 : end);
  const literal = `${whole}.${digits}`;
  const repeated = period(source, last);
  if (repeated !== null) return { literal: `${literal}(${repeated.digits})`, end: repeated.end };
  if (digits === "") return { literal: whole, end };
  const ellipsis = ELLIPSIS.exec(source.slice(last, last + 12));
  if (ellipsis !== null) return { literal: periodic(literal), end: last + ellipsis[0].length };
  return { literal, end: last };
}

/** `1.000.000`: two points or more can only separate thousands. */
const POINTED = /^\d{1,3}(?:\.\d{3}){2,8}(?![\d.,])/;
const LONGEST_POINTED = 40;

function pointedDigits(s: Scanner, start: number, end: number): { literal: string; end: number } | null {
  if (s.source.charCodeAt(end) !== POINT || s.source.charCodeAt(end + 4) !== POINT) return null;
  const match = POINTED.exec(s.source.slice(start, start + LONGEST_POINTED));
  return match && { literal: match[0].replaceAll(".", ""), end: start + match[0].length };
}

/** A number literal; behind a `\frac` without braces, one digit. */
export function scanNumber(s: Scanner): void {
  const start = s.position;
  const { source } = s;
  if (s.fractionArguments > 0 && isDigit(source.charCodeAt(start))) {
    s.position++;
    push(s, "number", source.slice(start, start + 1), start);
    return;
  }
  const first = digitsEnd(source, start);
  if (isLetter(source.charCodeAt(first)) && scanLetterDigits(s, start)) return;
  const whole = pointedDigits(s, start, first) ?? groupedDigits(s, start, first);
  const decimal = scanDecimals(s, whole.literal, whole.end);
  const { literal, end } = decimal.literal.endsWith(")")
    ? decimal
    : withExponent(source, decimal.literal, decimal.end);
  s.position = end;
  push(s, "number", literal, start);
}
