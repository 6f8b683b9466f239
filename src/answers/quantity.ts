import { asciiDigits, pythonStrip } from "../text/index.js";
import { changesNumber } from "./behind-number.js";
import { distance, equalQuotients, isLess, parseDecimal, type Quotient, quotient } from "./quotient.js";

/** A number and the unit behind it, or the currency in front of it; the empty string if there is none. */
export interface Quantity {
  readonly value: Quotient;
  readonly unit: string;
  /** What stands behind the number is no unit, but changes or denies it; only a reference with the same may be met. */
  readonly isChanged: boolean;
  /** It is written as an integer. */
  readonly isInteger: boolean;
}

/** How far from the reference a number may be and still be right: the larger of the two bounds. */
export interface Tolerance {
  readonly absolute: Quotient;
  /** In proportion to the reference. */
  readonly relative: Quotient;
  /** Whether a reference that is written as an integer has to be met exactly. */
  readonly exactIntegers: boolean;
}

const LONGEST = 500;
const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/\\(?:text|mathrm|textbf|mathbf)\{([^{}]*)\}/g, "$1"],
  [/\\([%$])/g, "$1"],
  [/\\[,;! ]/g, ""],
  [/\{,\}/g, ","],
  [/[−–]/g, "-"],
  [/^\$([^$]*)\$$/, "$1"],
  [/\\d?frac\{([^{}]*)\}\{([^{}]*)\}/g, "$1/$2"],
];
const NUMERAL = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
const QUANTITY = new RegExp(
  `^([$€£¥]?)([+-]?)([$€£¥]?)(${NUMERAL}|\\.\\d+)((?:e[+-]?\\d{1,4})?)(?:/([+-]?${NUMERAL}))?\\.?\\s*([^\\d+\\-*/^=<>|,;:&]{0,40})$`,
  "iu",
);
/** Words between numbers state more than one, or none. */
const NO_UNIT = /(?:^|[^\p{L}])(?:or|and|not|to|nan|infinity|inf|pi|e)(?!\p{L})|\\/iu;

/** The exact value of a numeral over another, either with commas between thousands. */
function ratio(dividend: string, divisor: string): Quotient | null {
  const above = parseDecimal(dividend.replaceAll(",", ""));
  const below = parseDecimal(divisor.replaceAll(",", ""));
  if (above === null || below === null || below.num === 0n) return null;
  return quotient(above.num * below.den, above.den * below.num);
}

/**
 * Reads an answer that is one number: a decimal, in scientific notation, or a fraction of two decimals, with a unit of
 * words. Anything else, such as two numbers, a sum or an inequality, is none: `null`.
 */
export function readQuantity(text: string): Quantity | null {
  if (text.length > LONGEST) return null;
  const plain = MARKUP.reduce((read, [mark, by]) => read.replace(mark, by), asciiDigits(pythonStrip(text)));
  const match = QUANTITY.exec(plain.trim());
  if (match === null) return null;
  const [
    whole,
    before = "",
    sign = "",
    currency = "",
    numeral = "",
    exponent = "",
    divisor = "1",
    behind = "",
  ] = match;
  const unit = pythonStrip(`${before}${currency}${behind}`).toLowerCase();
  const value = NO_UNIT.test(`${before}${currency}${behind}`)
    ? null
    : ratio(`${sign}${numeral}${exponent}`, divisor);
  const isInteger = /^[^.e/]*$/i.test(whole.slice(0, whole.length - behind.length));
  return value && { value, unit, isChanged: changesNumber(behind), isInteger };
}

/** A reference without a unit takes any words behind the number, but for a percent sign, which changes its value. */
function hasUnitOf(answer: Quantity, reference: Quantity): boolean {
  if (answer.unit === reference.unit) return true;
  return reference.unit === "" && !answer.isChanged && !answer.unit.includes("%");
}

function isNear(a: Quotient, b: Quotient, { absolute, relative }: Tolerance): boolean {
  const apart = distance(a, b);
  const size = b.num < 0n ? -b.num : b.num;
  const share = { num: size * relative.num, den: b.den * relative.den };
  return !isLess(absolute, apart) || !isLess(share, apart);
}

/** Whether an answer is the reference: of the same unit, and within the tolerance. */
export function equalQuantities(answer: Quantity, reference: Quantity, tolerance: Tolerance): boolean {
  if (!hasUnitOf(answer, reference)) return false;
  if (equalQuotients(answer.value, reference.value)) return true;
  return (
    !(tolerance.exactIntegers && reference.isInteger) && isNear(answer.value, reference.value, tolerance)
  );
}
