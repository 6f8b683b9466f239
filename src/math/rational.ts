/** An exact quotient; the denominator is positive. Not reduced: equality cross-multiplies. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Longer numerals and larger exponents are refused, so that an answer cannot buy unbounded arithmetic. */
const MAX_NUMERAL_LENGTH = 400;
const MAX_EXPONENT = 400;

const DECIMAL =
  /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?(?:(?:e|\\times10\^\{?|×10\^\{?)([+-]?\d{1,4})\}?)?(%?)$/;
const LATEX_FRACTION = /^([+-]?)\\frac ?(?:\{([^{}]*)\}|(\d)) ?(?:\{([^{}]*)\}|(\d))$/;
const SLASH_FRACTION = /^([+-]?)(?:([\d.,]+)|\(([^()]*)\))\/(?:([+-]?[\d.,]+)|\(([^()]*)\))$/;

function parseDecimal(text: string): Rational | null {
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const [, sign, whole = "", fraction = "", exponentText = "0", percent] = match;
  if (whole === "" && fraction === "") return null;
  const exponent = Number(exponentText) - fraction.length - (percent ? 2 : 0);
  if (Math.abs(exponent) > MAX_EXPONENT + MAX_NUMERAL_LENGTH) return null;
  const digits = BigInt(whole.replaceAll(",", "") + fraction) * (sign === "-" ? -1n : 1n);
  return exponent >= 0
    ? { numerator: digits * 10n ** BigInt(exponent), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-exponent) };
}

function divide(sign: string | undefined, over: Rational | null, under: Rational | null): Rational | null {
  if (over === null || under === null || under.numerator === 0n) return null;
  const flip = (sign === "-") !== under.numerator < 0n ? -1n : 1n;
  const divisor = under.numerator < 0n ? -under.numerator : under.numerator;
  return {
    numerator: flip * over.numerator * under.denominator,
    denominator: over.denominator * divisor,
  };
}

/**
 * Reads a normalised answer as an exact number: integers (thousands separators allowed), decimals, scientific
 * notation, percent, `a/b` and `\frac{a}{b}`. `null` for anything else.
 */
export function parseRational(text: string): Rational | null {
  if (text.length > MAX_NUMERAL_LENGTH) return null;
  const decimal = parseDecimal(text);
  if (decimal !== null) return decimal;
  const match = LATEX_FRACTION.exec(text) ?? SLASH_FRACTION.exec(text);
  if (match === null) return null;
  const [, sign, overA, overB, underA, underB] = match;
  return divide(sign, parseDecimal(overA ?? overB ?? ""), parseDecimal(underA ?? underB ?? ""));
}

/** Whether two exact numbers are the same number. */
export function equalRationals(a: Rational, b: Rational): boolean {
  return a.numerator * b.denominator === b.numerator * a.denominator;
}
