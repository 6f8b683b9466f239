import { ONE, type Rational } from "../rational.js";
import { isPositive } from "./conjugation.js";
import { multiplyExponents, toExponent } from "./exponents.js";
import { Unsupported, type Context, type Factor, type Monomial, type Quotient, type Term } from "./form.js";
import {
  imaginaryGenerator,
  logarithmGenerator,
  opaqueGenerator,
  parityGenerator,
  piGenerator,
  powerGenerator,
} from "./generators.js";
import { factorize } from "./integers.js";
import { absoluteValue } from "./modulus.js";
import { monomial } from "./monomial.js";
import { generatorPower, multiplyPolynomials, onlyTerm, settle, single } from "./polynomial.js";
import { rationalPower, wholePower } from "./powers.js";
import { positivePower } from "./prime-powers.js";
import {
  ONE_QUOTIENT,
  divide,
  fromGenerator,
  fromPolynomial,
  multiply,
  rationalOf,
  scale,
  splitContent,
} from "./quotient.js";
import { circularOfInverse } from "./inverse-circular.js";
import { isIntegerName } from "./symbols.js";
import { rootOfUnity } from "./unity.js";

function isIntegerLetter({ generator, num, den }: Factor): boolean {
  return generator.kind === "symbol" && isIntegerName(generator.name) && den === 1 && num > 0;
}

/** The terms of an exponent; a denominator becomes a factor of each. */
function exponentTerms(context: Context, { num, den }: Quotient): readonly Term[] {
  if (den === null) return [...num.values()];
  const inverse = generatorPower(opaqueGenerator(context, "inverse", [fromPolynomial(den)]));
  return [...multiplyPolynomials(context, num, inverse).values()];
}

function isIntegerValued(terms: readonly Term[]): boolean {
  return terms.every(
    ({ coefficient, monomial: product }) => coefficient.den === 1n && product.factors.every(isIntegerLetter),
  );
}

/** `i pi`, the logarithm of -1. */
function logarithmOfMinusOne(context: Context): Quotient {
  const [i, pi] = [imaginaryGenerator(context), piGenerator(context)];
  return multiply(context, fromGenerator(i), fromGenerator(pi));
}

/** The logarithm of a prime. */
function logarithmOfPrime(context: Context, prime: bigint): Quotient {
  return fromGenerator(logarithmGenerator(context, prime, false));
}

/** `e ** value`. */
export function exponential(context: Context, value: Quotient): Quotient {
  let result = ONE_QUOTIENT;
  for (const term of exponentTerms(context, value))
    result = multiply(context, result, exponentialOfTerm(context, term));
  return result;
}

function exponentialOfTerm(context: Context, { coefficient, monomial: product }: Term): Quotient {
  const logarithm = product.factors.find(
    ({ generator, num, den }) => generator.kind === "logarithm" && num === 1 && den === 1,
  );
  if (logarithm !== undefined) {
    const rest = monomial(product.factors.filter((factor) => factor !== logarithm));
    const power = powerByLogarithm(context, logarithm, coefficient, rest);
    if (power !== null) return power;
  }
  return turn(context, coefficient, product) ?? powerOf(context, "e", coefficient, product);
}

/** `base ** (coefficient * rest)`. */
function powerOf(
  context: Context,
  base: "e" | bigint | Quotient,
  coefficient: Rational,
  rest: Monomial,
): Quotient {
  const { num, den } = toExponent(coefficient);
  return fromPolynomial(generatorPower(powerGenerator(context, base, rest), num, den));
}

/** `e ** (coefficient * ln(a) * rest)` is a power of `a`. */
function powerByLogarithm(
  context: Context,
  { generator }: Factor,
  coefficient: Rational,
  rest: Monomial,
): Quotient | null {
  if (generator.kind !== "logarithm") return null;
  const { argument, ofMagnitude } = generator;
  const constant = rest.factors.length === 0;
  if (typeof argument === "bigint") {
    if (!constant) return powerOf(context, argument, coefficient, rest);
    return fromPolynomial(positivePower(context, { num: argument, den: 1n }, toExponent(coefficient)));
  }
  if (constant)
    return rationalPower(context, ofMagnitude ? absoluteValue(context, argument) : argument, coefficient);
  return ofMagnitude ? null : powerOf(context, argument, coefficient, rest);
}

/** `e ** (i angle)` for the angles at which it has another form. */
function turn(context: Context, coefficient: Rational, product: Monomial): Quotient | null {
  const imaginary = product.factors.find(({ generator }) => generator.kind === "imaginary");
  if (imaginary === undefined || product.factors.length < 2) return null;
  const rest = product.factors.filter((factor) => factor !== imaginary);
  const pi = rest.find(({ generator, num, den }) => generator.kind === "pi" && num === 1 && den === 1);
  if (pi === undefined) {
    const [only] = rest;
    const inverse =
      rest.length === 1 && only && coefficient.den === 1n ? circularOfInverse(context, only) : null;
    return inverse && wholePower(context, inverse, toExponent(coefficient).num);
  }
  const letters = rest.filter((factor) => factor !== pi);
  if (letters.length === 0) return fromPolynomial(rootOfUnity(context, toExponent(coefficient)));
  return letters.every(isIntegerLetter) ? parity(context, coefficient, letters) : null;
}

/** `(-1) ** (coefficient * letters)`: the parity of a product is that of its letters. */
function parity(context: Context, coefficient: Rational, letters: readonly Factor[]): Quotient {
  const exponent = toExponent(coefficient);
  const product = exponent.den === 1 ? letters.map((factor) => ({ ...factor, num: 1 })) : letters;
  const generator = parityGenerator(context, monomial(product));
  return fromPolynomial(settle(context, ONE, [{ generator, ...exponent }]));
}

/** `base ** exponent` for an exponent that is not a number. */
function symbolicPower(context: Context, base: Quotient, exponent: Quotient): Quotient {
  const terms = exponentTerms(context, exponent);
  const whole = isIntegerValued(terms);
  if (base.den !== null) {
    if (!whole) return genericPower(context, base, terms);
    const num = symbolicPower(context, fromPolynomial(base.num), exponent);
    return divide(context, num, symbolicPower(context, fromPolynomial(base.den), exponent));
  }
  if (base.num.size === 0) throw new Unsupported("a power of zero");
  const term = onlyTerm(base.num);
  if (term !== null) return termPower(context, term, exponent, whole);
  const content = splitContent(context, base.num);
  const outside = content.monomial.factors.filter(
    (factor) => whole || isPositive(factor, context.options.positive),
  );
  const inside = content.monomial.factors.filter((factor) => !outside.includes(factor));
  const rest = multiplyPolynomials(context, content.rest, single(ONE, monomial(inside)));
  const drawn = { coefficient: content.coefficient, monomial: monomial(outside) };
  return multiply(
    context,
    termPower(context, drawn, exponent, whole),
    genericPower(context, fromPolynomial(rest), terms),
  );
}

/** A base about which nothing is known, to each term of the exponent. */
function genericPower(context: Context, base: Quotient, terms: readonly Term[]): Quotient {
  let result = ONE_QUOTIENT;
  for (const { coefficient, monomial: product } of terms) {
    const constant = product.factors.length === 0;
    const part = constant
      ? rationalPower(context, base, coefficient)
      : powerOf(context, base, coefficient, product);
    result = multiply(context, result, part);
  }
  return result;
}

function termPower(
  context: Context,
  { coefficient, monomial: product }: Term,
  exponent: Quotient,
  whole: boolean,
): Quotient {
  const size = coefficient.num < 0n ? { num: -coefficient.num, den: coefficient.den } : coefficient;
  let result = positiveConstantPower(context, size, exponent);
  const rest: Factor[] = [];
  for (const factor of product.factors) {
    if (whole || isPositive(factor, context.options.positive) || isAlone(factor, product, coefficient))
      result = multiply(context, result, factorPower(context, factor, exponent));
    else rest.push(factor);
  }
  const negative = coefficient.num < 0n;
  if (rest.length === 0) return negative ? multiply(context, result, signPower(context, exponent)) : result;
  const base = fromPolynomial(single({ num: negative ? -1n : 1n, den: 1n }, monomial(rest)));
  return multiply(context, result, genericPower(context, base, exponentTerms(context, exponent)));
}

/** A power of one variable, or `i`, of which the power is the power of the generator. */
function isAlone({ generator, num, den }: Factor, product: Monomial, coefficient: Rational): boolean {
  const { kind } = generator;
  if ((kind !== "symbol" && kind !== "imaginary") || product.factors.length > 1) return false;
  return Math.abs(num) <= den && coefficient.num > 0n;
}

function signPower(context: Context, exponent: Quotient): Quotient {
  return exponential(context, multiply(context, exponent, logarithmOfMinusOne(context)));
}

function positiveConstantPower(context: Context, { num, den }: Rational, exponent: Quotient): Quotient {
  const over = integerPower(context, num, exponent);
  return den === 1n ? over : divide(context, over, integerPower(context, den, exponent));
}

function integerPower(context: Context, value: bigint, exponent: Quotient): Quotient {
  const factors = factorize(context, value);
  if (factors === null) throw new Unsupported("a power of an integer without known factors");
  let result = ONE_QUOTIENT;
  for (const { prime, count } of factors) {
    const logarithm = scale(context, logarithmOfPrime(context, prime), { num: BigInt(count), den: 1n });
    result = multiply(context, result, exponential(context, multiply(context, exponent, logarithm)));
  }
  return result;
}

/** The logarithm of a generator that is a power, where powers of it are best taken by it. */
function logarithmOfGenerator(context: Context, { generator }: Factor): Quotient | null {
  switch (generator.kind) {
    case "prime":
      return logarithmOfPrime(context, generator.value);
    case "imaginary":
      return scale(context, logarithmOfMinusOne(context), { num: 1n, den: 2n });
    case "unity":
      return logarithmOfMinusOne(context);
    case "parity":
      return multiply(context, logarithmOfMinusOne(context), monomialQuotient(generator.exponent));
    case "power": {
      if (typeof generator.base === "object") return null;
      const exponent = monomialQuotient(generator.exponent);
      if (generator.base === "e") return exponent;
      return multiply(context, exponent, logarithmOfPrime(context, generator.base));
    }
    default:
      return null;
  }
}

function monomialQuotient(product: Monomial): Quotient {
  return fromPolynomial(single(ONE, product));
}

function factorPower(context: Context, factor: Factor, exponent: Quotient): Quotient {
  const { num, den } = multiplyExponents(factor, { num: 1, den: 1 });
  const power = scale(context, exponent, { num: BigInt(num), den: BigInt(den) });
  const logarithm = logarithmOfGenerator(context, factor);
  if (logarithm !== null) return exponential(context, multiply(context, power, logarithm));
  return genericPower(context, fromGenerator(factor.generator), exponentTerms(context, power));
}

/** `base ** exponent`. Throws `Unsupported` for powers of 0 that are not above 0. */
export function power(context: Context, base: Quotient, exponent: Quotient): Quotient {
  const value = rationalOf(exponent);
  return value === null ? symbolicPower(context, base, exponent) : rationalPower(context, base, value);
}
