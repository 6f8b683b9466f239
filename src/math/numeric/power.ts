import type { Rational } from "../rational.js";
import type { Field } from "./field.js";

/** Integer exponents up to here are taken by repeated squaring, others by the logarithm. */
const MAX_INTEGER_EXPONENT = 2 ** 44;
/** Roots of integers are checked for being integers up to this index and result. */
const MAX_EXACT_INDEX = 256;
const MAX_EXACT_ROOT = 2 ** 50;
/** Denominators of exponents beyond this are no roots that anyone writes. */
const MAX_INDEX = 1_000_000n;

/** The functions of real numbers that a complex power takes. */
const COMPLEX_FUNCTIONS = 6;

type Spend = (operations: number) => void;

function integerPower<V>(field: Field<V>, spend: Spend, base: V, exponent: number): V {
  if (exponent === 0) return field.sign(base) === 0 ? field.undefined : field.one;
  if (exponent === 2) return field.multiply(base, base);
  let result: V | null = null;
  let square = base;
  for (let rest = Math.abs(exponent); ; square = field.multiply(square, square)) {
    spend(2 * field.arithmeticCost);
    if (rest % 2 === 1) result = result === null ? square : field.multiply(result, square);
    rest = Math.floor(rest / 2);
    if (rest === 0 || !field.isDefined(square)) break;
  }
  const value = result ?? field.undefined;
  const isWhole = field.isDefined(square);
  if (!isWhole) return field.undefined;
  return exponent < 0 ? field.divide(field.one, value) : value;
}

/** `base^(1 / index)` of a positive real base; an integer if it is one. */
function positiveRoot<V>(field: Field<V>, base: V, index: number): V {
  const root = field.exp(field.divide(field.ln(base), field.fromNumber(index)));
  const integer = field.toInteger(base);
  if (integer === null || index > MAX_EXACT_INDEX) return root;
  const nearest = Math.round(field.toDouble(root).re);
  if (!(nearest < MAX_EXACT_ROOT)) return root;
  const candidate = BigInt(nearest);
  return candidate ** BigInt(index) === integer ? field.fromInteger(candidate) : root;
}

/** The real root where there is one (of a negative number if the index is odd), else the principal one. */
export function nthRoot<V>(field: Field<V>, base: V, index: number): V {
  if (index === 2) return field.sqrt(base);
  if (field.isReal(base)) {
    const sign = field.sign(base);
    if (sign === 0) return base;
    if (sign === 1) return positiveRoot(field, base, index);
    if (sign === -1 && index % 2 === 1) return field.negate(positiveRoot(field, field.negate(base), index));
  }
  return field.exp(field.divide(field.ln(base), field.fromNumber(index)));
}

/** `base^exponent` with a literal exponent; an odd denominator of the exponent makes roots of negatives real. */
export function rationalPower<V>(field: Field<V>, spend: Spend, base: V, exponent: Rational): V {
  const numerator = Number(exponent.num);
  if (Math.abs(numerator) > MAX_INTEGER_EXPONENT || exponent.den > MAX_INDEX) {
    return power(field, spend, base, field.fromRational(exponent));
  }
  if (exponent.den === 1n) return integerPower(field, spend, base, numerator);
  spend(2 * field.functionCost);
  return integerPower(field, spend, nthRoot(field, base, Number(exponent.den)), numerator);
}

/** `base^exponent` on the principal branch. */
export function power<V>(field: Field<V>, spend: Spend, base: V, exponent: V): V {
  const integer = field.toInteger(exponent);
  if (integer !== null) {
    const value = Number(integer);
    if (Math.abs(value) <= MAX_INTEGER_EXPONENT) return integerPower(field, spend, base, value);
  }
  if (field.sign(base) === 0) return field.sign(exponent) === 1 ? field.zero : field.undefined;
  const isReal = field.isReal(base) && field.isReal(exponent) && field.sign(base) === 1;
  spend((isReal ? 2 : COMPLEX_FUNCTIONS) * field.functionCost);
  return field.exp(field.multiply(exponent, field.ln(base)));
}
