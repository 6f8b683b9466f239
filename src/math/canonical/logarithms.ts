import { negate, type Rational } from "../rational.js";
import { absolutePolynomial } from "./absolute.js";
import { isPositive, isReal } from "./conjugation.js";
import { Unsupported, type Context, type Factor, type Polynomial, type Quotient } from "./form.js";
import { imaginaryGenerator, logarithmGenerator, piGenerator } from "./generators.js";
import { factorize } from "./integers.js";
import { signOf } from "./magnitude.js";
import { monomial } from "./monomial.js";
import {
  constantValue,
  generatorPower,
  multiplyPolynomials,
  negatePolynomial,
  onlyTerm,
  single,
} from "./polynomial.js";
import {
  ZERO_QUOTIENT,
  add,
  fromGenerator,
  fromPolynomial,
  multiply,
  scale,
  splitContent,
  subtract,
} from "./quotient.js";

const UNIT_COEFFICIENT: Rational = { num: 1n, den: 1n };

/** The natural logarithm of a positive rational number. */
export function logarithmOfRational(context: Context, { num, den }: Rational): Quotient {
  const over = logarithmOfInteger(context, num);
  return den === 1n ? over : subtract(context, over, logarithmOfInteger(context, den));
}

function logarithmOfInteger(context: Context, value: bigint): Quotient {
  const factors = value === 1n ? [] : factorize(context, value);
  if (factors === null) throw new Unsupported("the logarithm of an integer without known factors");
  let sum = ZERO_QUOTIENT;
  for (const { prime, count } of factors) {
    const part = fromGenerator(logarithmGenerator(context, prime, false));
    sum = add(context, sum, scale(context, part, { num: BigInt(count), den: 1n }));
  }
  return sum;
}

/** `i pi times angle`. */
function turn(context: Context, angle: Rational): Quotient {
  const [i, pi] = [imaginaryGenerator(context), piGenerator(context)];
  return scale(context, multiply(context, fromGenerator(i), fromGenerator(pi)), angle);
}

/** The principal natural logarithm. Throws `Unsupported` for 0. */
export function logarithm(context: Context, { num, den }: Quotient): Quotient {
  if (num.size === 0) throw new Unsupported("the logarithm of zero");
  if (den === null) return logarithmOfPolynomial(context, num);
  if (context.options.positive)
    return subtract(context, logarithmOfPolynomial(context, num), logarithmOfPolynomial(context, den));
  const content = splitContent(context, num);
  const rest = multiplyPolynomials(context, content.rest, single(UNIT_COEFFICIENT, content.monomial));
  const argument: Quotient = { num: rest, den };
  return add(
    context,
    logarithmOfRational(context, content.coefficient),
    fromGenerator(logarithmGenerator(context, argument, false)),
  );
}

function logarithmOfPolynomial(context: Context, polynomial: Polynomial): Quotient {
  const term = onlyTerm(polynomial);
  if (term !== null) return logarithmOfFactors(context, term.coefficient, term.monomial.factors);
  const sign = signOf(context, polynomial);
  if (sign === -1)
    return add(
      context,
      logarithmOfPolynomial(context, negatePolynomial(polynomial)),
      turn(context, UNIT_COEFFICIENT),
    );
  const content = splitContent(context, polynomial);
  const { positive } = context.options;
  const outside = content.monomial.factors.filter((factor) => isPositive(factor, positive));
  const inside = content.monomial.factors.filter((factor) => !isPositive(factor, positive));
  const rest = multiplyPolynomials(context, content.rest, single(UNIT_COEFFICIENT, monomial(inside)));
  const generator = logarithmGenerator(context, fromPolynomial(rest), false);
  return add(context, logarithmOfFactors(context, content.coefficient, outside), fromGenerator(generator));
}

function logarithmOfFactors(context: Context, coefficient: Rational, factors: readonly Factor[]): Quotient {
  const { positive } = context.options;
  const negative = coefficient.num < 0n;
  let sum = logarithmOfRational(context, negative ? negate(coefficient) : coefficient);
  const rest: Factor[] = [];
  for (const factor of factors) {
    const even = factor.den === 1 && factor.num % 2 === 0 && isReal(factor, positive);
    if (isPositive(factor, positive)) sum = add(context, sum, logarithmOfPositive(context, factor));
    else if (even) sum = add(context, sum, magnitudeOfFactor(context, factor));
    else rest.push(factor);
  }
  return add(context, sum, logarithmOfRest(context, negative, rest));
}

function scaledBy(context: Context, value: Quotient, { num, den }: Factor): Quotient {
  return scale(context, value, { num: BigInt(num), den: BigInt(den) });
}

function logarithmOfPositive(context: Context, factor: Factor): Quotient {
  const { generator } = factor;
  if (generator.kind === "prime")
    return scaledBy(context, fromGenerator(logarithmGenerator(context, generator.value, false)), factor);
  if (generator.kind === "absolute")
    return scaledBy(context, logarithmOfMagnitude(context, fromPolynomial(generator.operand)), factor);
  if (generator.kind === "power" && typeof generator.base !== "object") {
    const exponent = scaledBy(context, fromPolynomial(single(UNIT_COEFFICIENT, generator.exponent)), factor);
    if (generator.base === "e") return exponent;
    return multiply(context, exponent, fromGenerator(logarithmGenerator(context, generator.base, false)));
  }
  const argument = fromGenerator(generator);
  return scaledBy(context, fromGenerator(logarithmGenerator(context, argument, false)), factor);
}

/** What is left when all that is positive is gone: a number on the unit circle, a variable, or anything. */
function logarithmOfRest(context: Context, negative: boolean, rest: readonly Factor[]): Quotient {
  const [only] = rest;
  if (only === undefined) return negative ? turn(context, UNIT_COEFFICIENT) : ZERO_QUOTIENT;
  if (rest.length === 1 && only.generator.kind === "imaginary")
    return turn(context, { num: negative ? -1n : 1n, den: 2n });
  // The logarithm of an odd power of a variable is real where that of the variable is.
  if (rest.length === 1 && only.generator.kind === "symbol" && !negative) {
    const generator = logarithmGenerator(context, fromGenerator(only.generator), false);
    return scaledBy(context, fromGenerator(generator), only);
  }
  const argument = single({ num: negative ? -1n : 1n, den: 1n }, monomial(rest));
  return fromGenerator(logarithmGenerator(context, fromPolynomial(argument), false));
}

function magnitudeOfFactor(context: Context, factor: Factor): Quotient {
  if (isPositive(factor, context.options.positive) && factor.generator.kind !== "symbol")
    return logarithmOfPositive(context, factor);
  const argument = fromPolynomial(generatorPower(factor.generator));
  const generator = logarithmGenerator(context, argument, !context.options.positive);
  return scaledBy(context, fromGenerator(generator), factor);
}

/** `ln |value|` for real variables. Throws `Unsupported` for 0. */
export function logarithmOfMagnitude(context: Context, { num, den }: Quotient): Quotient {
  const over = magnitudeOfPolynomial(context, num);
  return den === null ? over : subtract(context, over, magnitudeOfPolynomial(context, den));
}

function magnitudeOfPolynomial(context: Context, polynomial: Polynomial): Quotient {
  if (polynomial.size === 0) throw new Unsupported("the logarithm of zero");
  const content = splitContent(context, polynomial);
  const { positive } = context.options;
  let sum = logarithmOfRational(context, content.coefficient);
  const inside: Factor[] = [];
  for (const factor of content.monomial.factors) {
    if (isReal({ ...factor, num: 1, den: 1 }, positive))
      sum = add(context, sum, magnitudeOfFactor(context, factor));
    else inside.push(factor);
  }
  const rest = multiplyPolynomials(context, content.rest, single(UNIT_COEFFICIENT, monomial(inside)));
  const size = absolutePolynomial(context, rest);
  if (size === null) throw new Unsupported("the logarithm of a complex magnitude");
  if (constantValue(size) !== null) return sum;
  const operand = onlyTerm(size)?.monomial.factors[0]?.generator;
  const argument = operand?.kind === "absolute" ? operand.operand : size;
  const ofMagnitude = operand?.kind === "absolute";
  return add(context, sum, fromGenerator(logarithmGenerator(context, fromPolynomial(argument), ofMagnitude)));
}
