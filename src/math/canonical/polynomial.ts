import { Exhausted } from "../budget.js";
import { ONE, equals, negate, rational, type Rational } from "../rational.js";
import { MAX_BITS, addCoefficients, checkSize, multiplyCoefficients } from "./coefficients.js";
import { exponent } from "./exponents.js";
import {
  Unsupported,
  type Context,
  type Factor,
  type Generator,
  type Monomial,
  type Polynomial,
  type Term,
} from "./form.js";
import { UNIT, compareMonomials, mergeFactors, monomial } from "./monomial.js";

const MAX_TERMS = 400;

export const ZERO_POLYNOMIAL: Polynomial = new Map();
export const ONE_POLYNOMIAL: Polynomial = new Map([["", { coefficient: ONE, monomial: UNIT }]]);

export function constant(value: Rational): Polynomial {
  return value.num === 0n ? ZERO_POLYNOMIAL : new Map([["", { coefficient: value, monomial: UNIT }]]);
}

/** The polynomial of one term; the coefficient must not be 0. */
export function single(coefficient: Rational, product: Monomial): Polynomial {
  return new Map([[product.key, { coefficient, monomial: product }]]);
}

/** A power of a generator to which no law applies. */
export function generatorPower(generator: Generator, num = 1, den = 1): Polynomial {
  return single(ONE, monomial([{ generator, num, den }]));
}

/** Whether two polynomials of one context have the same terms. */
export function equalPolynomials(a: Polynomial, b: Polynomial): boolean {
  if (a.size !== b.size) return false;
  for (const [key, { coefficient }] of a) {
    const other = b.get(key)?.coefficient;
    if (other === undefined || !equals(coefficient, other)) return false;
  }
  return true;
}

/** The value of a polynomial without generators, or `null`. */
export function constantValue(polynomial: Polynomial): Rational | null {
  if (polynomial.size === 0) return { num: 0n, den: 1n };
  if (polynomial.size > 1) return null;
  return polynomial.get("")?.coefficient ?? null;
}

/** The only term of a polynomial, or `null`. */
export function onlyTerm(polynomial: Polynomial): Term | null {
  if (polynomial.size !== 1) return null;
  for (const term of polynomial.values()) return term;
  return null;
}

/** The term of the greatest monomial. Throws `Unsupported` for 0. */
export function leadingTerm(polynomial: Polynomial): Term {
  let leading: Term | null = null;
  for (const term of polynomial.values())
    if (leading === null || compareMonomials(term.monomial, leading.monomial) > 0) leading = term;
  if (leading === null) throw new Unsupported("0 has no leading term");
  return leading;
}

/** Moves powers of huge primes from the coefficient to the monomial, so that the split is unique. */
function gatherHuge(coefficient: Rational, product: Monomial): Term {
  let { num, den } = coefficient;
  const factors = product.factors.map((factor): Factor => {
    const { generator } = factor;
    if (generator.kind !== "prime" || Math.abs(factor.num / factor.den) * generator.bits <= MAX_BITS)
      return factor;
    let count = 0;
    for (; num % generator.value === 0n; num /= generator.value) count++;
    for (; den % generator.value === 0n; den /= generator.value) count--;
    return { generator, ...exponent(factor.num + count * factor.den, factor.den) };
  });
  return { coefficient: rational(num, den), monomial: monomial(factors) };
}

/** Adds a term to a polynomial under construction. */
export function addTerm(
  context: Context,
  sum: Map<string, Term>,
  coefficient: Rational,
  product: Monomial,
): void {
  if (coefficient.num === 0n) return;
  const term = product.huge ? gatherHuge(coefficient, product) : { coefficient, monomial: product };
  const { key } = term.monomial;
  const present = sum.get(key);
  if (present === undefined) {
    if (sum.size >= MAX_TERMS) throw new Exhausted("a polynomial has too many terms");
    sum.set(key, term);
    return;
  }
  const total = addCoefficients(context, present.coefficient, term.coefficient);
  if (total.num === 0n) sum.delete(key);
  else if (term.monomial.huge) {
    sum.delete(key);
    addTerm(context, sum, total, term.monomial);
  } else sum.set(key, { coefficient: total, monomial: term.monomial });
}

/** Adds a polynomial, or its negative, to one under construction. */
export function addInto(
  context: Context,
  sum: Map<string, Term>,
  polynomial: Polynomial,
  sign: 1 | -1,
): void {
  context.spend(polynomial.size);
  for (const { coefficient, monomial: product } of polynomial.values())
    addTerm(context, sum, sign === 1 ? coefficient : negate(coefficient), product);
}

export function addPolynomials(context: Context, a: Polynomial, b: Polynomial): Polynomial {
  if (a.size === 0) return b;
  if (b.size === 0) return a;
  context.spend(a.size / 4);
  const sum = new Map(a);
  addInto(context, sum, b, 1);
  return sum;
}

export function subtractPolynomials(context: Context, a: Polynomial, b: Polynomial): Polynomial {
  context.spend(a.size / 4);
  const sum = new Map(a);
  addInto(context, sum, b, -1);
  return sum;
}

export function negatePolynomial(polynomial: Polynomial): Polynomial {
  const negated = new Map<string, Term>();
  for (const [key, { coefficient, monomial: product }] of polynomial)
    negated.set(key, { coefficient: negate(coefficient), monomial: product });
  return negated;
}

/** The factor must not be 0. */
export function scalePolynomial(context: Context, polynomial: Polynomial, factor: Rational): Polynomial {
  if (factor.num === 1n && factor.den === 1n) return polynomial;
  context.spend(polynomial.size);
  const scaled = new Map<string, Term>();
  for (const [key, { coefficient, monomial: product }] of polynomial) {
    const term = { coefficient: multiplyCoefficients(context, coefficient, factor), monomial: product };
    if (product.huge) addTerm(context, scaled, term.coefficient, product);
    else scaled.set(key, term);
  }
  return scaled;
}

function isOne(polynomial: Polynomial): boolean {
  const value = polynomial.size === 1 ? polynomial.get("")?.coefficient : undefined;
  return value?.num === 1n && value.den === 1n;
}

export function multiplyPolynomials(context: Context, a: Polynomial, b: Polynomial): Polynomial {
  if (isOne(a)) return b;
  if (isOne(b)) return a;
  context.spend(a.size * b.size);
  const product = new Map<string, Term>();
  for (const x of a.values()) for (const y of b.values()) addProduct(context, product, x, y);
  return product;
}

function addProduct(context: Context, sum: Map<string, Term>, x: Term, y: Term): void {
  const coefficient = multiplyCoefficients(context, x.coefficient, y.coefficient);
  if (x.monomial.factors.length === 0) addTerm(context, sum, coefficient, y.monomial);
  else if (y.monomial.factors.length === 0) addTerm(context, sum, coefficient, x.monomial);
  else {
    const { factors, settled } = mergeFactors(x.monomial.factors, y.monomial.factors);
    if (settled) addTerm(context, sum, coefficient, monomial(factors));
    else addSettled(context, sum, coefficient, factors);
  }
}

/** What a power of a generator is by its laws: a number, a sign-free rest, and a polynomial, multiplied. */
interface Settled {
  readonly scale: Rational | null;
  readonly rest: Factor | null;
  readonly expanded: Polynomial | null;
}

const MINUS_ONE: Rational = { num: -1n, den: 1n };

function settleFactor(context: Context, factor: Factor): Settled {
  const { generator } = factor;
  switch (generator.kind) {
    case "prime":
      return settlePrime(context, factor, generator.value, generator.bits);
    case "imaginary":
      return settleCyclic(factor, 2, -1);
    case "unity":
      return settleCyclic(factor, 1, -1);
    case "parity":
      return settleCyclic(factor, 2, 1);
    case "radical":
      return settleAlgebraic(context, factor, 1, generator.radicand);
    case "absolute":
      return settleAlgebraic(context, factor, 2, generator.square);
    case "symbol":
    case "pi":
    case "power":
    case "logarithm":
    case "opaque":
      return { scale: null, rest: factor, expanded: null };
  }
}

function settlePrime(context: Context, factor: Factor, value: bigint, bits: number): Settled {
  const whole = Math.floor(factor.num / factor.den);
  if (Math.abs(factor.num / factor.den) * bits > MAX_BITS)
    return { scale: null, rest: factor, expanded: null };
  const power = value ** BigInt(Math.abs(whole));
  const scale = whole >= 0 ? { num: power, den: 1n } : { num: 1n, den: power };
  checkSize(context, scale);
  return { scale, rest: withExponent(factor, factor.num - whole * factor.den), expanded: null };
}

function withExponent({ generator, den }: Factor, num: number): Factor | null {
  return num === 0 ? null : { generator, ...exponent(num, den) };
}

/** `generator ** period` is `sign`. */
function settleCyclic(factor: Factor, period: number, sign: 1 | -1): Settled {
  const turns = Math.floor(factor.num / (period * factor.den));
  const odd = sign === -1 && turns % 2 !== 0;
  const rest = withExponent(factor, factor.num - turns * period * factor.den);
  return { scale: odd ? MINUS_ONE : null, rest, expanded: null };
}

/** `generator ** period` is a polynomial. */
function settleAlgebraic(context: Context, factor: Factor, period: number, value: Polynomial): Settled {
  const turns = Math.floor(factor.num / (period * factor.den));
  if (turns === 0) return { scale: null, rest: factor, expanded: null };
  const rest = withExponent(factor, factor.num - turns * period * factor.den);
  return { scale: null, rest, expanded: polynomialPower(context, value, turns) };
}

/**
 * A coefficient times ordered factors, with the laws of the generators applied. Exponents of radicals and absolute
 * values must not be negative.
 */
export function settle(context: Context, coefficient: Rational, factors: readonly Factor[]): Polynomial {
  const sum = new Map<string, Term>();
  addSettled(context, sum, coefficient, factors);
  return sum;
}

function addSettled(
  context: Context,
  sum: Map<string, Term>,
  coefficient: Rational,
  factors: readonly Factor[],
): void {
  let scale = coefficient;
  const rest: Factor[] = [];
  let expanded: Polynomial | null = null;
  for (const factor of factors) {
    const settled = settleFactor(context, factor);
    if (settled.scale !== null) scale = multiplyCoefficients(context, scale, settled.scale);
    if (settled.rest !== null) rest.push(settled.rest);
    if (settled.expanded !== null)
      expanded =
        expanded === null ? settled.expanded : multiplyPolynomials(context, expanded, settled.expanded);
  }
  const product = monomial(rest);
  if (expanded === null) addTerm(context, sum, scale, product);
  else addInto(context, sum, multiplyPolynomials(context, expanded, single(scale, product)), 1);
}

/** How many terms a power of a sum of `size` terms has at most. */
function powerSize(size: number, power: number): number {
  let count = 1;
  for (let k = 1; k < size && count <= MAX_TERMS; k++) count = (count * (power + k)) / k;
  return count;
}

/** The power must be a whole number, not negative. Throws `Exhausted` for one that has too many terms. */
export function polynomialPower(context: Context, base: Polynomial, power: number): Polynomial {
  if (power > MAX_TERMS && base.size > 1) throw new Exhausted("a power of a sum is too large");
  if (isAlgebraicallyFree(base) && powerSize(base.size, power) > MAX_TERMS)
    throw new Exhausted("a power of a sum is too large");
  let result = ONE_POLYNOMIAL;
  let square = base;
  for (let left = power; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = multiplyPolynomials(context, result, square);
    if (left > 1) square = multiplyPolynomials(context, square, square);
  }
  return result;
}

/** Whether powers of the sum grow: sums of square roots of numbers do not. */
function isAlgebraicallyFree(base: Polynomial): boolean {
  for (const { monomial: product } of base.values())
    if (product.factors.some(({ generator }) => !isAlgebraicNumber(generator))) return true;
  return false;
}

function isAlgebraicNumber({ kind }: Generator): boolean {
  return kind === "prime" || kind === "imaginary" || kind === "unity";
}
