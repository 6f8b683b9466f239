import type { Node } from "../ast.js";
import { Exhausted } from "../budget.js";
import { divide, equals, multiply, type Rational } from "../rational.js";
import { createContext } from "./canonicalize.js";
import { quotientCoefficientsIn } from "./coefficients-in.js";
import { totalDegree } from "./degree.js";
import { toNode } from "./expression.js";
import {
  Unsupported,
  type CanonicalOptions,
  type Context,
  type Factor,
  type Generator,
  type Polynomial,
  type Quotient,
} from "./form.js";
import { isProvenNonzero } from "./independence.js";
import {
  ONE_POLYNOMIAL,
  equalPolynomials,
  generatorPower,
  multiplyPolynomials,
  subtractPolynomials,
} from "./polynomial.js";
import { printNode } from "./print.js";
import { rationalOf } from "./quotient.js";
import { circularForm } from "./circular-form.js";
import { fastRational } from "./arithmetic.js";

export type { CanonicalOptions } from "./form.js";
export { freeSymbols, substitute } from "./tree.js";

const MAX_DEGREE = 4;

/** Runs a computation; where it is out of reach, whatever the reason, its answer is `null`. */
function attempt<T>(options: CanonicalOptions, compute: (context: Context) => T | null): T | null {
  try {
    return compute(createContext(options));
  } catch (error) {
    if (error instanceof Exhausted || error instanceof Unsupported) return null;
    throw error;
  }
}

/** The numerators of two quotients over a common denominator, which is not 0. */
function crossMultiply(context: Context, a: Quotient, b: Quotient): readonly [Polynomial, Polynomial] {
  if (a.den === b.den || (a.den !== null && b.den !== null && equalPolynomials(a.den, b.den)))
    return [a.num, b.num];
  const [x, y] = [a.den ?? ONE_POLYNOMIAL, b.den ?? ONE_POLYNOMIAL];
  if (multiplyPolynomials(context, x, y).size === 0) throw new Unsupported("a common denominator is zero");
  return [multiplyPolynomials(context, a.num, y), multiplyPolynomials(context, b.num, x)];
}

/**
 * Whether two scalar expressions are the same: `true` and `false` are proven, `null` is not known. Equality is that of
 * functions of real variables, where both are defined.
 */
export function compareCanonical(a: Node, b: Node, options: CanonicalOptions): boolean | null {
  return compareForms(a, b, options) ?? compareDegrees(a, b, options);
}

/** What `canonicalize` refuses whatever is in it: not to begin is cheaper than to be told. */
const NO_SCALARS: ReadonlySet<Node["kind"]> = new Set([
  "plus_minus",
  "quantity",
  "ratio",
  "matrix",
  "cases",
  "sequence",
  "set",
  "number_set",
  "set_operation",
  "set_builder",
  "relation",
  "text",
] as const);

function compareForms(a: Node, b: Node, options: CanonicalOptions): boolean | null {
  if (NO_SCALARS.has(a.kind) || NO_SCALARS.has(b.kind)) return null;
  return attempt(options, (context) => {
    const [x, y] = [fastRational(context, a), fastRational(context, b)];
    if (x !== null && y !== null) return equals(x, y);
    const [left, right] = crossMultiply(context, context.canonicalize(a), context.canonicalize(b));
    const difference = subtractPolynomials(context, left, right);
    if (difference.size === 0) return true;
    return isProvenNonzero(context, difference) ? false : null;
  });
}

/** Rational functions of different degrees differ, however large they are. */
function compareDegrees(a: Node, b: Node, options: CanonicalOptions): false | null {
  return attempt(options, (context) => {
    const degree = totalDegree(context, a);
    const other = degree === null ? null : totalDegree(context, b);
    return other === null || other === degree ? null : false;
  });
}

/** The rational number that an expression is, or `null` if it is none or not known to be. */
export function rationalValue(node: Node, options: CanonicalOptions): Rational | null {
  return attempt(options, (context) => fastRational(context, node) ?? rationalOf(context.canonicalize(node)));
}

/** The number `c`, not 0, with `a = c * b`, or `null` if there is none. */
function ratioOf(a: Polynomial, b: Polynomial): Rational | null {
  if (a.size !== b.size) return null;
  let ratio: Rational | null = null;
  for (const [key, { coefficient }] of b) {
    const other = a.get(key)?.coefficient;
    if (other === undefined) return null;
    ratio ??= divide(other, coefficient);
    if (!equals(multiply(ratio, coefficient), other)) return null;
  }
  return ratio;
}

/** The number `c`, not 0, with `a = c * b` identically, or `null` if there is none or it is not known. */
export function proportion(a: Node, b: Node, options: CanonicalOptions): Rational | null {
  return attempt(options, (context) =>
    ratioOf(...crossMultiply(context, context.canonicalize(a), context.canonicalize(b))),
  );
}

/** A polynomial times the least powers of generators that leave no negative exponent in it. */
function withoutDivisors(context: Context, polynomial: Polynomial): Polynomial {
  const divisors = new Map<Generator, Factor>();
  for (const { monomial } of polynomial.values()) {
    for (const factor of monomial.factors) {
      const { num, den } = divisors.get(factor.generator) ?? { num: 0, den: 1 };
      if (factor.num * den < num * factor.den) divisors.set(factor.generator, factor);
    }
  }
  let cleared = polynomial;
  for (const { generator, num, den } of divisors.values())
    cleared = multiplyPolynomials(context, cleared, generatorPower(generator, -num, den));
  return cleared;
}

/**
 * Whether two expressions are 0 together wherever both are defined, since they have the same numerator but for a
 * number: `F - ma` and `a - F/m`. Factors of a numerator count: `x^2 - x` is 0 where `x - 1` is not.
 */
export function haveSameNumerator(a: Node, b: Node, options: CanonicalOptions): boolean {
  const ratio = attempt(options, (context) => {
    const [x, y] = [a, b].map((node) => withoutDivisors(context, context.canonicalize(node).num));
    return x === undefined || y === undefined ? null : ratioOf(x, y);
  });
  return ratio !== null;
}

/**
 * The coefficients of an expression that is a polynomial in the variable, from the constant one upwards, or `null` if
 * it is none of degree 4 at most. The last one is not 0 formally; the polynomial 0 has none.
 */
export function polynomialIn(
  node: Node,
  variable: string,
  options: CanonicalOptions,
): readonly Node[] | null {
  return attempt(options, (context) => {
    const value = context.canonicalize(node);
    const coefficients = quotientCoefficientsIn(context, value, variable, MAX_DEGREE);
    return coefficients?.map((coefficient) => toNode(circularForm(context, coefficient))) ?? null;
  });
}

/** The canonical form as text, such as `1/2*x^2 + sqrt(3)`, or `null` where there is none. */
export function printCanonical(node: Node, options: CanonicalOptions): string | null {
  return attempt(options, (context) => printNode(toNode(circularForm(context, context.canonicalize(node)))));
}
