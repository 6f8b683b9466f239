import { Exhausted } from "../../budget.js";
import {
  bitLength,
  divide as divideRationals,
  gcd,
  multiply as multiplyRationals,
  rational,
  type Rational,
} from "../../rational.js";
import { arithmeticCost, checkSize } from "../coefficients.js";
import { Unsupported, type Context, type Quotient, type Term } from "../form.js";
import { opaqueGenerator, quotientKey } from "../generators.js";
import { modularPower } from "../integers.js";
import { onlyTerm } from "../polynomial.js";
import {
  ONE_QUOTIENT,
  ZERO_QUOTIENT,
  divide,
  fromGenerator,
  fromInteger,
  fromRational,
  integerOf,
  multiply,
  add,
  rationalOf,
  subtract,
} from "../quotient.js";
import { binary, unary, type CanonicalFunction } from "./function.js";

const LARGEST_FACTORIAL = 1500n;
/** How far factorials may be apart for their quotient to be written out. */
const MAX_SHIFT = 100n;

/** The product of the integers from `low` to `high` in steps. */
function productOfRange(context: Context, low: bigint, high: bigint, step = 1n): bigint {
  let product = 1n;
  for (let k = low; k <= high; k += step) {
    product *= k;
    context.spend(0.3);
  }
  checkSize(context, { num: product, den: 1n });
  return product;
}

function factorial(context: Context, value: Quotient): Quotient {
  const number = rationalOf(value);
  if (number !== null) return factorialOfNumber(context, number);
  if (value.den !== null) return fromGenerator(opaqueGenerator(context, "factorial", [value]));
  const shift = value.num.get("")?.coefficient;
  if (shift?.den !== 1n) return fromGenerator(opaqueGenerator(context, "factorial", [value]));
  return shiftedFactorial(context, subtract(context, value, fromRational(shift)), shift.num);
}

/** `(base + shift)!` as a multiple or a part of `base!`. */
function shiftedFactorial(context: Context, base: Quotient, shift: bigint): Quotient {
  if (shift > MAX_SHIFT || shift < -MAX_SHIFT) throw new Exhausted("a factorial is too far from another");
  let result = fromGenerator(opaqueGenerator(context, "factorial", [base]));
  for (let k = 1n; k <= shift; k++) result = multiply(context, result, add(context, base, fromInteger(k)));
  for (let k = 0n; k < -shift; k++) result = divide(context, result, subtract(context, base, fromInteger(k)));
  return result;
}

function factorialOfNumber(context: Context, { num, den }: Rational): Quotient {
  if (den !== 1n || num < 0n) throw new Unsupported("the factorial of no whole number");
  if (num <= LARGEST_FACTORIAL) return fromInteger(productOfRange(context, 2n, num));
  for (const generator of context.generators.values()) {
    if (generator.kind !== "opaque" || generator.name !== "factorial") continue;
    const anchor = generator.args[0] && integerOf(generator.args[0]);
    if (anchor === null || anchor === undefined) continue;
    const shift = num - anchor;
    if (shift <= MAX_SHIFT && shift >= -MAX_SHIFT)
      return shiftedFactorial(context, fromInteger(anchor), shift);
  }
  return fromGenerator(opaqueGenerator(context, "factorial", [fromInteger(num)]));
}

function doubleFactorial(context: Context, value: Quotient): Quotient {
  const number = integerOf(value);
  if (number === null || number < -1n || number > LARGEST_FACTORIAL)
    return fromGenerator(opaqueGenerator(context, "double_factorial", [value]));
  return fromInteger(productOfRange(context, number % 2n === 0n ? 2n : 1n, number, 2n));
}

const LARGEST_WRITTEN = 30n;

/** `n (n - 1) ... (n - k + 1)` for a small whole `k`, else the quotient of factorials. */
function permutations(context: Context, n: Quotient, k: Quotient): Quotient {
  const [total, chosen] = [integerOf(n), integerOf(k)];
  if (chosen !== null && chosen < 0n) throw new Unsupported("a negative count");
  if (total !== null && chosen !== null && total >= 0n) {
    if (chosen > total) return ZERO_QUOTIENT;
    if (chosen > LARGEST_FACTORIAL) throw new Exhausted("too many factors");
    return fromInteger(productOfRange(context, total - chosen + 1n, total));
  }
  if (chosen === null || chosen > LARGEST_WRITTEN)
    return divide(context, factorial(context, n), factorial(context, subtract(context, n, k)));
  let result = ONE_QUOTIENT;
  for (let j = 0n; j < chosen; j++) result = multiply(context, result, subtract(context, n, fromInteger(j)));
  return result;
}

function binomial(context: Context, n: Quotient, k: Quotient): Quotient {
  const [total, chosen] = [integerOf(n), integerOf(k)];
  if (chosen !== null && chosen < 0n) return ZERO_QUOTIENT;
  if (total !== null && chosen !== null && total >= 0n && 2n * chosen > total && chosen <= total)
    return binomial(context, n, fromInteger(total - chosen));
  const rest = chosen === null ? integerOf(subtract(context, n, k)) : null;
  const count = rest !== null && rest >= 0n ? fromInteger(rest) : k;
  return divide(context, permutations(context, n, count), factorial(context, count));
}

/** The least common multiple of the denominators, and the numerators over it. */
function overCommonDenominator(values: readonly Rational[]): {
  readonly nums: readonly bigint[];
  readonly den: bigint;
} {
  let den = 1n;
  for (const value of values) den = (den / gcd(den, value.den)) * value.den;
  return { nums: values.map((value) => (value.num * den) / value.den), den };
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function lcm(a: bigint, b: bigint): bigint {
  return a === 0n || b === 0n ? 0n : absolute((a / gcd(a, b)) * b);
}

/** A symmetric function of whole numbers; of other arguments, the function of their set. */
function fold(name: string, join: (a: bigint, b: bigint) => bigint): CanonicalFunction {
  return (context, ...args) => {
    const values = args.map(rationalOf).filter((value) => value !== null);
    if (args.length === 0) throw new Unsupported("a function of nothing");
    if (values.length < args.length) {
      const distinct = new Map(args.map((value) => [quotientKey(value), value]));
      const sorted = [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
      return fromGenerator(opaqueGenerator(context, name, sorted));
    }
    const { nums, den } = overCommonDenominator(values);
    const result = rational(absolute(nums.reduce(join)), den);
    checkSize(context, result);
    return fromRational(result);
  };
}

/** `a - m floor(a / m)`. */
function rationalModulo(a: Rational, m: Rational): Rational {
  const { num, den } = divideRationals(a, m);
  const fraction = ((num % den) + den) % den;
  return multiplyRationals(m, rational(fraction, den));
}

/** A product of huge prime powers modulo a positive number, without writing it out; `null` for other terms. */
function powerModulo(context: Context, { coefficient, monomial }: Term, modulus: bigint): bigint | null {
  if (coefficient.den !== 1n) return null;
  let product = ((coefficient.num % modulus) + modulus) % modulus;
  for (const { generator, num, den } of monomial.factors) {
    if (generator.kind !== "prime" || den !== 1 || num < 0) return null;
    context.spend(50 + arithmeticCost(bitLength(modulus)) / 10);
    product = (product * modularPower(generator.value, BigInt(num), modulus)) % modulus;
  }
  return product;
}

/** The remainder with the sign of the modulus. */
function modulo(context: Context, dividend: Quotient, modulus: Quotient): Quotient {
  const [n, m] = [rationalOf(dividend), rationalOf(modulus)];
  if (m?.num === 0n) throw new Unsupported("a division by zero");
  if (n !== null && m !== null) return fromRational(rationalModulo(n, m));
  const term = dividend.den === null ? onlyTerm(dividend.num) : null;
  const isPositive = m?.den === 1n && m.num > 0n;
  const remainder = term !== null && isPositive ? powerModulo(context, term, m.num) : null;
  if (remainder !== null) return fromInteger(remainder);
  return fromGenerator(opaqueGenerator(context, "mod", [dividend, modulus]));
}

export const INTEGER_FUNCTIONS: Readonly<Record<string, CanonicalFunction>> = {
  factorial: unary(factorial),
  double_factorial: unary(doubleFactorial),
  binomial: binary(binomial),
  permutations: binary(permutations),
  gcd: fold("gcd", gcd),
  lcm: fold("lcm", lcm),
  mod: binary(modulo),
};
