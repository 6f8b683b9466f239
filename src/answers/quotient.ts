/** An exact fraction with a positive denominator, not reduced. */
export interface Quotient {
  readonly num: bigint;
  readonly den: bigint;
}

/** Numerals beyond these are read by nobody: exact arithmetic on them would not be cheap. */
const MOST_DIGITS = 400;
const MOST_EXPONENT = 400;
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,4}))?$/i;

export function quotient(num: bigint, den: bigint): Quotient {
  return den < 0n ? { num: -num, den: -den } : { num, den };
}

/**
 * The value of a decimal numeral such as `-12.50` or `1e3`, exactly; `null` if it is none, or has more than 400 digits
 * or an exponent beyond 400.
 */
export function parseDecimal(text: string): Quotient | null {
  if (text.length > MOST_DIGITS) return null;
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const shift = Number(exponent) - fraction.length;
  if (whole + fraction === "" || Math.abs(shift) > MOST_EXPONENT) return null;
  const digits = BigInt(`${sign === "-" ? "-" : ""}${whole}${fraction}`);
  return shift < 0
    ? { num: digits, den: 10n ** BigInt(-shift) }
    : { num: digits * 10n ** BigInt(shift), den: 1n };
}

/** Whether two fractions are the same number. */
export function equalQuotients(a: Quotient, b: Quotient): boolean {
  return a.num * b.den === b.num * a.den;
}

/** `|a - b|`. */
export function distance(a: Quotient, b: Quotient): Quotient {
  const num = a.num * b.den - b.num * a.den;
  return { num: num < 0n ? -num : num, den: a.den * b.den };
}

/** Whether `a < b`. */
export function isLess(a: Quotient, b: Quotient): boolean {
  return a.num * b.den < b.num * a.den;
}
