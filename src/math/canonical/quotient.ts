import { ONE, gcd, rational, type Rational } from "../rational.js";
import { checkSize } from "./coefficients.js";
import { divideExactly } from "./division.js";
import {
  Unsupported,
  type Context,
  type Factor,
  type Generator,
  type Monomial,
  type Polynomial,
  type Quotient,
  type Term,
} from "./form.js";
import { UNIT, monomial } from "./monomial.js";
import {
  ONE_POLYNOMIAL,
  ZERO_POLYNOMIAL,
  addPolynomials,
  constant,
  constantValue,
  equalPolynomials,
  generatorPower,
  leadingTerm,
  multiplyPolynomials,
  negatePolynomial,
  onlyTerm,
  polynomialPower,
  scalePolynomial,
  settle,
} from "./polynomial.js";
import { conjugate, conjugations } from "./conjugation.js";

export const ZERO_QUOTIENT: Quotient = { num: ZERO_POLYNOMIAL, den: null };
export const ONE_QUOTIENT: Quotient = { num: ONE_POLYNOMIAL, den: null };

export function fromPolynomial(num: Polynomial): Quotient {
  return { num, den: null };
}

export function fromRational(value: Rational): Quotient {
  return { num: constant(value), den: null };
}

export function fromInteger(value: number | bigint): Quotient {
  return fromRational({ num: BigInt(value), den: 1n });
}

export function fromGenerator(generator: Generator): Quotient {
  return { num: generatorPower(generator), den: null };
}

/** The value of a quotient without generators, or `null`. */
export function rationalOf({ num, den }: Quotient): Rational | null {
  return den === null ? constantValue(num) : null;
}

/** The value of a quotient that is an integer, or `null`. */
export function integerOf(quotient: Quotient): bigint | null {
  const value = rationalOf(quotient);
  return value?.den === 1n ? value.num : null;
}

export function isZero({ num }: Quotient): boolean {
  return num.size === 0;
}

/** A common factor of all coefficients and the generators that divide every term; the rest is what they leave. */
export interface Content {
  /** Positive. */
  readonly coefficient: Rational;
  readonly monomial: Monomial;
  readonly rest: Polynomial;
}

/** The positive rational content of a polynomial that is not 0, and what it leaves: coprime integer coefficients. */
function rationalContent(context: Context, polynomial: Polynomial): Rational {
  let [num, den] = [0n, 1n];
  for (const { coefficient } of polynomial.values()) {
    num = gcd(num, coefficient.num);
    den = (den / gcd(den, coefficient.den)) * coefficient.den;
    checkSize(context, { num, den });
  }
  return { num, den };
}

/** The least exponent of every generator of the first term over all terms. */
function commonFactors(polynomial: Polynomial): readonly Factor[] {
  let common: readonly Factor[] | null = null;
  for (const { monomial: product } of polynomial.values())
    common = common === null ? product.factors : lesser(common, product.factors);
  return common ?? [];
}

function lesser(a: readonly Factor[], b: readonly Factor[]): readonly Factor[] {
  const byIndex = new Map(b.map((factor) => [factor.generator.index, factor]));
  const least: Factor[] = [];
  for (const factor of a) {
    const other = byIndex.get(factor.generator.index);
    byIndex.delete(factor.generator.index);
    if (other === undefined) {
      if (factor.num < 0) least.push(factor);
    } else least.push(other.num * factor.den < factor.num * other.den ? other : factor);
  }
  for (const factor of byIndex.values()) if (factor.num < 0) least.push(factor);
  return least.sort((x, y) => x.generator.index - y.generator.index);
}

function isInvertible({ generator }: Factor): boolean {
  return generator.kind !== "radical" && generator.kind !== "absolute";
}

/** Splits a polynomial that is not 0 into its content and a primitive rest. */
export function splitContent(context: Context, polynomial: Polynomial): Content {
  const coefficient = rationalContent(context, polynomial);
  const common = monomial(commonFactors(polynomial).filter(isInvertible));
  const inverse = rational(coefficient.den, coefficient.num);
  if (common.factors.length === 0)
    return { coefficient, monomial: UNIT, rest: scalePolynomial(context, polynomial, inverse) };
  const divisor = invertTerm(context, { coefficient, monomial: common });
  const rest = multiplyPolynomials(context, polynomial, divisor.num);
  // Dividing by a root of a prime may leave a factor in the coefficients.
  const left = rationalContent(context, rest);
  return {
    coefficient: rational(coefficient.num * left.num, coefficient.den * left.den),
    monomial: common,
    rest: scalePolynomial(context, rest, rational(left.den, left.num)),
  };
}

/** `1 / term`. */
function invertTerm(context: Context, { coefficient, monomial: product }: Term): Quotient {
  const factors: Factor[] = [];
  let den = ONE_POLYNOMIAL;
  for (const { generator, num, den: root } of product.factors) {
    if (generator.kind === "radical") {
      factors.push({ generator, num: root - num, den: root });
      den = multiplyPolynomials(context, den, generator.radicand);
    } else if (generator.kind === "absolute") {
      factors.push({ generator, num: 2 * root - num, den: root });
      den = multiplyPolynomials(context, den, generator.square);
    } else factors.push({ generator, num: -num, den: root });
  }
  const num = settle(context, rational(coefficient.den, coefficient.num), factors);
  return quotient(context, num, den);
}

/** `num / den` in normal form. Throws `Unsupported` for the denominator 0. */
export function quotient(context: Context, num: Polynomial, den: Polynomial | null): Quotient {
  if (den === null) return { num, den };
  if (den.size === 0) throw new Unsupported("a division by zero");
  if (num.size === 0) return ZERO_QUOTIENT;
  const term = onlyTerm(den);
  if (term !== null) {
    if (term.monomial.factors.length === 0)
      return fromPolynomial(
        scalePolynomial(context, num, rational(term.coefficient.den, term.coefficient.num)),
      );
    return multiply(context, fromPolynomial(num), invertTerm(context, term));
  }
  const rationalized = rationalize(context, num, den);
  return rationalized ?? reduce(context, num, den);
}

/** Multiplies out the square roots of a constant denominator; `null` if it has other generators. */
function rationalize(context: Context, num: Polynomial, den: Polynomial): Quotient | null {
  const generators = conjugations(den);
  if (generators === null) return null;
  let [over, under] = [num, den];
  for (const generator of generators) {
    const factor = conjugate(under, generator);
    over = multiplyPolynomials(context, over, factor);
    under = multiplyPolynomials(context, under, factor);
  }
  const value = constantValue(under);
  if (value === null) return null;
  if (value.num === 0n) throw new Unsupported("a division by zero");
  return fromPolynomial(scalePolynomial(context, over, rational(value.den, value.num)));
}

/** Cancels the content and, where it divides, the whole denominator of two terms or more. */
function reduce(context: Context, num: Polynomial, den: Polynomial): Quotient {
  const content = splitContent(context, den);
  const { coefficient } = leadingTerm(content.rest);
  const sign = coefficient.num < 0n ? -1n : 1n;
  const primitive = sign < 0n ? negatePolynomial(content.rest) : content.rest;
  const scale = rational(sign * content.coefficient.den, content.coefficient.num);
  let over = scalePolynomial(context, num, scale);
  if (content.monomial.factors.length > 0)
    over = multiplyPolynomials(
      context,
      over,
      invertTerm(context, { coefficient: ONE, monomial: content.monomial }).num,
    );
  const exact = over.size > 1 ? divideExactly(context, over, primitive) : null;
  return exact === null ? { num: over, den: primitive } : fromPolynomial(exact);
}

export function negateQuotient({ num, den }: Quotient): Quotient {
  return { num: negatePolynomial(num), den };
}

export function scale(context: Context, { num, den }: Quotient, factor: Rational): Quotient {
  return { num: factor.num === 0n ? ZERO_POLYNOMIAL : scalePolynomial(context, num, factor), den };
}

export function add(context: Context, a: Quotient, b: Quotient): Quotient {
  if (a.den === null && b.den === null) return fromPolynomial(addPolynomials(context, a.num, b.num));
  if (a.num.size === 0) return b;
  if (b.num.size === 0) return a;
  const [x, y] = [a.den ?? ONE_POLYNOMIAL, b.den ?? ONE_POLYNOMIAL];
  const [left, right] = cofactors(context, x, y);
  const num = addPolynomials(
    context,
    multiplyPolynomials(context, a.num, left),
    multiplyPolynomials(context, b.num, right),
  );
  return quotient(context, num, multiplyPolynomials(context, x, left));
}

/** What two denominators are multiplied by to be the same: little, where one divides the other. */
function cofactors(context: Context, x: Polynomial, y: Polynomial): readonly [Polynomial, Polynomial] {
  if (x === ONE_POLYNOMIAL || y === ONE_POLYNOMIAL) return [y, x];
  context.spend((x.size + y.size) / 2);
  if (equalPolynomials(x, y)) return [ONE_POLYNOMIAL, ONE_POLYNOMIAL];
  const xOverY = divideExactly(context, x, y);
  if (xOverY !== null) return [ONE_POLYNOMIAL, xOverY];
  const yOverX = divideExactly(context, y, x);
  return yOverX === null ? [y, x] : [yOverX, ONE_POLYNOMIAL];
}

export function subtract(context: Context, a: Quotient, b: Quotient): Quotient {
  return add(context, a, negateQuotient(b));
}

export function multiply(context: Context, a: Quotient, b: Quotient): Quotient {
  if (a.den === null && b.den === null) return fromPolynomial(multiplyPolynomials(context, a.num, b.num));
  const den = multiplyPolynomials(context, a.den ?? ONE_POLYNOMIAL, b.den ?? ONE_POLYNOMIAL);
  return quotient(context, multiplyPolynomials(context, a.num, b.num), den);
}

/** `1 / a`. Throws `Unsupported` for 0. */
export function invert(context: Context, { num, den }: Quotient): Quotient {
  return quotient(context, den ?? ONE_POLYNOMIAL, num);
}

export function divide(context: Context, a: Quotient, b: Quotient): Quotient {
  return b.den === null ? divideByPolynomial(context, a, b.num) : multiply(context, a, invert(context, b));
}

function divideByPolynomial(context: Context, a: Quotient, divisor: Polynomial): Quotient {
  return quotient(context, a.num, a.den === null ? divisor : multiplyPolynomials(context, a.den, divisor));
}

/** A quotient to a small whole power that is not negative. */
export function smallPower(context: Context, { num, den }: Quotient, power: number): Quotient {
  const over = polynomialPower(context, num, power);
  return { num: over, den: den && polynomialPower(context, den, power) };
}
