import { type Rational, rational } from "./rational.js";

/** Longer numerals are left to the parser, which bounds them. */
const MAX_LENGTH = 60;

const INTEGER = /^([+-]?)(\d+|[1-9]\d{0,2}(?:,\d{3})+)$/;
const DECIMAL = /^([+-]?)(\d*|[1-9]\d{0,2}(?:,\d{3})+)\.(\d*)$/;
const FRACTION = /^([+-]?)(?:\\frac\{(\d+)\}\{(\d+)\}|\\frac(\d)(\d)|(\d+)\/(\d+))$/;

const ZERO = 0x30;
const NINE = 0x39;

/** A number that is written out: its exact value, and how many digits stand behind a decimal point (`null`: none). */
export interface Numeral {
  readonly value: Rational;
  readonly decimals: number | null;
}

function signed(sign: string | undefined, digits: string): bigint {
  const magnitude = BigInt(digits.replaceAll(",", ""));
  return sign === "-" ? -magnitude : magnitude;
}

const DECIMAL_COMMA = /^[+-]?\d+,\d{2,}$/;

/**
 * A decimal that is written with a comma, `3,14`, which is a list of two unless the other answer is a decimal. With one
 * digit behind the comma it is a list in any case.
 */
export function parseDecimalComma(text: string): Numeral | null {
  if (text.length > MAX_LENGTH || !DECIMAL_COMMA.test(text)) return null;
  const decimal = DECIMAL.exec(text.replace(",", "."));
  return decimal && parseDecimal(decimal);
}

/** Whether nothing but digits stands there, as in most answers: to see it takes a tenth of what an expression takes. */
function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < ZERO || unit > NINE) return false;
  }
  return text !== "";
}

/**
 * Reads the plainest answers without the parser: integers (thousands separators allowed), decimals, `a/b` and
 * `\frac{a}{b}`. `null` for anything else, which the parser reads.
 */
export function parseNumeral(text: string): Numeral | null {
  if (text.length > MAX_LENGTH) return null;
  if (isDigits(text)) return { value: { num: BigInt(text), den: 1n }, decimals: null };
  const integer = INTEGER.exec(text);
  if (integer !== null)
    return { value: { num: signed(integer[1], integer[2] ?? "0"), den: 1n }, decimals: null };
  const decimal = DECIMAL.exec(text);
  if (decimal !== null) return parseDecimal(decimal);
  const fraction = FRACTION.exec(text);
  return fraction && parseFraction(fraction);
}

function parseDecimal([, sign, whole = "", fraction = ""]: RegExpExecArray): Numeral | null {
  if (whole === "" && fraction === "") return null;
  const value = rational(signed(sign, `${whole}${fraction}`), 10n ** BigInt(fraction.length));
  return { value, decimals: fraction.length };
}

function parseFraction([, sign, a, b, c, d, e, f]: RegExpExecArray): Numeral | null {
  const denominator = BigInt(b ?? d ?? f ?? "0");
  if (denominator === 0n) return null;
  return { value: rational(signed(sign, a ?? c ?? e ?? "0"), denominator), decimals: null };
}
