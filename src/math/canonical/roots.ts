import { ONE, negate, type Rational } from "../rational.js";
import { absoluteFactor, absolutePolynomial } from "./absolute.js";
import { isPositive, isReal, isRealPolynomial } from "./conjugation.js";
import { denest, surdCubeRoot, type Denested } from "./denesting.js";
import { exponent, multiplyExponents, type Exponent } from "./exponents.js";
import {
  Unsupported,
  type Context,
  type Factor,
  type Monomial,
  type Polynomial,
  type Quotient,
} from "./form.js";
import { imaginaryGenerator, radicalGenerator } from "./generators.js";
import { signOf } from "./magnitude.js";
import { UNIT, monomial } from "./monomial.js";
import { polynomialRoot } from "./polynomial-root.js";
import {
  leadingTerm,
  ONE_POLYNOMIAL,
  constant,
  generatorPower,
  multiplyPolynomials,
  negatePolynomial,
  onlyTerm,
  single,
} from "./polynomial.js";
import {
  add,
  divide,
  fromPolynomial,
  fromRational,
  multiply,
  negateQuotient,
  smallPower,
  splitContent,
} from "./quotient.js";
import { joinFactors, positiveRoot } from "./prime-powers.js";
import { rootOfUnity } from "./unity.js";

/**
 * The root with a whole index above 1. An odd root of a real expression is real; an even root is the principal one,
 * for real variables.
 */
export function root(context: Context, value: Quotient, index: number): Quotient {
  if (value.num.size === 0) return value;
  if (value.den === null) return polynomialRootValue(context, value.num, index);
  const den = value.den;
  const divisor = index % 2 === 0 ? absolutePolynomial(context, den) : den;
  if (divisor === null || !isRealPolynomial(context, den))
    throw new Unsupported("a root of a complex quotient");
  if (index % 2 === 1 && !isRealPolynomial(context, value.num))
    throw new Unsupported("a root of a complex quotient");
  const raised = smallPower(context, fromPolynomial(den), index - 1).num;
  const radicand = multiplyPolynomials(context, value.num, raised);
  return divide(context, polynomialRootValue(context, radicand, index), fromPolynomial(divisor));
}

function polynomialRootValue(context: Context, polynomial: Polynomial, index: number): Quotient {
  const term = onlyTerm(polynomial);
  if (term !== null) return fromPolynomial(rootOfTerm(context, term.coefficient, term.monomial, index));
  return rootOfSum(context, polynomial, index);
}

/** A monomial as what may be drawn out of the root, factor by factor, and what must stay. */
interface Drawn {
  readonly outside: readonly Factor[];
  readonly inside: readonly Factor[];
}

function draw(context: Context, product: Monomial, index: number): Drawn {
  const { positive } = context.options;
  const even = index % 2 === 0;
  const outside: Factor[] = [];
  const inside: Factor[] = [];
  for (const factor of product.factors) {
    if (isPositive(factor, positive) || (!even && isReal(factor, positive))) outside.push(factor);
    else if (even && isReal(factor, positive) && factor.den === 1) {
      const pairs = 2 * Math.floor(factor.num / 2);
      if (pairs !== 0) outside.push({ ...factor, num: pairs });
      if (factor.num !== pairs) inside.push({ ...factor, num: 1 });
    } else inside.push(factor);
  }
  return { outside, inside };
}

/** An even root of a power of one variable that is real for positive values only is the power of the variable. */
function drawTerm(context: Context, negative: boolean, product: Monomial, index: number): Drawn {
  const drawn = draw(context, product, index);
  const open = product.factors.filter((factor) => !isPositive(factor, context.options.positive));
  const [only] = open;
  const lone = open.length === 1 && only?.generator.kind === "symbol" && only.num % 2 !== 0;
  return lone && !negative ? { outside: product.factors, inside: [] } : drawn;
}

/** The root of factors for which it is the product of the roots; even powers yield absolute values. */
function rootOfDrawn(context: Context, factors: readonly Factor[], index: number): Polynomial {
  const { positive } = context.options;
  const parts: Factor[] = [];
  for (const factor of factors) {
    const { num, den } = multiplyExponents(factor, { num: 1, den: index });
    const part = { generator: factor.generator, num, den };
    if (index % 2 === 1 || factor.num % 2 !== 0 || isPositive(factor, positive)) parts.push(part);
    else parts.push(...absoluteFactor(context, part));
  }
  return joinFactors(context, parts);
}

function rootOfTerm(context: Context, coefficient: Rational, product: Monomial, index: number): Polynomial {
  const negative = coefficient.num < 0n;
  const size = negative ? negate(coefficient) : coefficient;
  const { outside, inside } = drawTerm(context, negative, product, index);
  const drawn = multiplyPolynomials(
    context,
    positiveRoot(context, size, index),
    rootOfDrawn(context, outside, index),
  );
  return multiplyPolynomials(context, drawn, rootOfRest(context, negative, inside, index));
}

/** The root of `inside`, negated if `negative`. */
function rootOfRest(
  context: Context,
  negative: boolean,
  inside: readonly Factor[],
  index: number,
): Polynomial {
  if (inside.length === 0 && !negative) return ONE_POLYNOMIAL;
  const sign = constant({ num: negative ? -1n : 1n, den: 1n });
  if (inside.length === 0 && index % 2 === 1) return sign;
  const angle = angleOf(negative, inside);
  if (angle !== null) return rootOfUnity(context, exponent(angle.num, angle.den * index));
  const radicand = multiplyPolynomials(context, sign, single(ONE, monomial(inside)));
  return generatorPower(radicalGenerator(context, radicand), 1, index);
}

/** The angle of a number on the unit circle, over pi and in (-1, 1]; `null` for other numbers. */
function angleOf(negative: boolean, factors: readonly Factor[]): Exponent | null {
  let angle = exponent(negative ? 1 : 0, 1);
  for (const { generator, num, den } of factors) {
    if (generator.kind === "imaginary") angle = exponent(angle.num * 2 + num * angle.den, angle.den * 2);
    else if (generator.kind === "unity") angle = exponent(angle.num * den + num * angle.den, angle.den * den);
    else return null;
  }
  return angle.num > angle.den ? exponent(angle.num - 2 * angle.den, angle.den) : angle;
}

function rootOfSum(context: Context, polynomial: Polynomial, index: number): Quotient {
  const sign = signOf(context, polynomial);
  if (sign === -1) {
    const turned = polynomialRootValue(context, negatePolynomial(polynomial), index);
    const turn =
      index % 2 === 1 ? constant({ num: -1n, den: 1n }) : rootOfUnity(context, { num: 1, den: index });
    return multiply(context, fromPolynomial(turn), turned);
  }
  const content = splitContent(context, polynomial);
  const { outside, inside } = draw(context, content.monomial, index);
  let rest = multiplyPolynomials(context, content.rest, single(ONE, monomial(inside)));
  let coefficient = content.coefficient;
  const flips = index % 2 === 1 && isRealPolynomial(context, rest) && leadingTerm(rest).coefficient.num < 0n;
  if (flips && sign === null) {
    rest = negatePolynomial(rest);
    coefficient = negate(coefficient);
  }
  const drawn = multiplyPolynomials(
    context,
    rootOfTerm(context, coefficient, UNIT, index),
    rootOfDrawn(context, outside, index),
  );
  return multiply(context, fromPolynomial(drawn), rootOfPrimitive(context, rest, index));
}

function rootOfPrimitive(context: Context, radicand: Polynomial, index: number): Quotient {
  const exact = perfectRoot(context, radicand, index);
  if (exact !== null) return exact;
  if (index % 2 === 0) {
    const denested = denest(context, radicand);
    const value = denested && rootOfDenested(context, denested);
    if (value !== null) return index === 2 ? value : root(context, value, index / 2);
  }
  return fromPolynomial(generatorPower(radicalGenerator(context, radicand), 1, index));
}

function rootOfDenested(context: Context, denested: Denested): Quotient {
  const rootOf = (value: Rational): Quotient => root(context, fromRational(value), 2);
  switch (denested.kind) {
    case "sum": {
      const second = rootOf(denested.second);
      return add(context, rootOf(denested.first), denested.sign === 1 ? second : negateQuotient(second));
    }
    case "conjugate": {
      const radical = fromPolynomial(generatorPower(radicalGenerator(context, denested.radicand), 1, 2));
      const product = multiply(context, rootOf(denested.norm), radical);
      return divide(context, product, fromPolynomial(denested.radicand));
    }
    case "product": {
      const outer = root(context, fromPolynomial(single(ONE, denested.outer)), 2);
      return multiply(context, outer, root(context, fromPolynomial(denested.inner), 2));
    }
  }
}

/** The square root of the negative of a square: in exponentials, sines are imaginary multiples of differences. */
function imaginaryRoot(context: Context, radicand: Polynomial, degree: number): Polynomial | null {
  if (degree !== 2) return null;
  const base = polynomialRoot(context, negatePolynomial(radicand), degree);
  return base && multiplyPolynomials(context, base, generatorPower(imaginaryGenerator(context)));
}

/** The root of a perfect power of a polynomial. */
function perfectRoot(context: Context, radicand: Polynomial, index: number): Quotient | null {
  const surd = index === 3 ? surdCubeRoot(context, radicand) : null;
  if (surd !== null) return fromPolynomial(surd);
  for (const degree of [index, 2]) {
    if (index % degree !== 0) continue;
    const base = polynomialRoot(context, radicand, degree) ?? imaginaryRoot(context, radicand, degree);
    if (base === null) continue;
    const value = degree % 2 === 0 ? absolutePolynomial(context, base) : base;
    if (value === null || !isRealPolynomial(context, base)) continue;
    return degree === index ? fromPolynomial(value) : polynomialRootValue(context, value, index / degree);
  }
  return null;
}
