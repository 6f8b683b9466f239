/** The white space of {@link isSpace}, as the content of a character class. */
const SPACES =
  "\\t\\n\\v\\f\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
/** Those beyond ASCII. */
const WIDE_SPACES: ReadonlySet<number> = new Set([
  0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a,
  0x2028, 0x2029, 0x202f, 0x205f, 0x3000,
]);
const SPACE_RUN = new RegExp(`[${SPACES}]+`);
/** Any decimal digit beyond ASCII: `int()` and `float()` read them, and `\d` matches them. */
const WIDE_DIGIT = /[^\P{Nd}0-9]/u;
const WIDE_DIGITS = /[^\P{Nd}0-9]/gu;
/** Five alphabets of digits stand here without a gap, so that the zero cannot be found by walking down. */
const MATHEMATICAL_ZERO = 0x1d7ce;
const INTEGER = /^([+-]?)(\d+(?:_\d+)*)$/;
const FLOAT = /^[+-]?(?:\d+(?:_\d+)*(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/i;

/** White space as Python's `str.isspace`, `str.strip` and the `\s` of its `re` have it: other code units than JavaScript's. */
export function isSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || (unit >= 0x1c && unit <= 0x1f);
  return WIDE_SPACES.has(unit);
}

/** Index of the first unit from `start` on that is no white space; `end` if there is none. */
export function skipSpace(text: string, start: number, end: number = text.length): number {
  let i = start;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** Whether a stretch of a text holds white space only, or nothing. */
export function isBlank(text: string, start: number, end: number): boolean {
  return skipSpace(text, start, end) === end;
}

/** `text.strip()`. */
export function pythonStrip(text: string): string {
  const start = skipSpace(text, 0);
  let end = text.length;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

/** `text.split()`. */
export function pythonSplit(text: string): readonly string[] {
  const stripped = pythonStrip(text);
  return stripped === "" ? [] : stripped.split(SPACE_RUN);
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) as number;
  if (code >= MATHEMATICAL_ZERO && code < MATHEMATICAL_ZERO + 50) {
    return String((code - MATHEMATICAL_ZERO) % 10);
  }
  let value = 0;
  while (value < 9 && WIDE_DIGIT.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

/** The text with every decimal digit of any script as an ASCII digit. */
export function asciiDigits(text: string): string {
  return WIDE_DIGIT.test(text) ? text.replace(WIDE_DIGITS, asciiDigit) : text;
}

/** `int(text)` in decimal digits without leading zeros, of any size; `null` where Python raises. */
export function pythonInt(text: string): string | null {
  const match = INTEGER.exec(asciiDigits(pythonStrip(text)));
  if (match === null) return null;
  const digits = (match[2] as string).replaceAll("_", "").replace(/^0+(?=\d)/, "");
  return match[1] === "-" && digits !== "0" ? `-${digits}` : digits;
}

/** `float(text)` where it is finite; `null` where Python raises, and for infinities and NaN. */
export function pythonFloat(text: string): number | null {
  const numeral = asciiDigits(pythonStrip(text));
  if (!FLOAT.test(numeral)) return null;
  const value = Number(numeral.replaceAll("_", ""));
  return Number.isFinite(value) ? value : null;
}
