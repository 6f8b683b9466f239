import { rational } from "../../rational.js";
import { monomialDependsOn } from "../dependence.js";
import { dependsOn } from "../dependence.js";
import {
  Unsupported,
  type Context,
  type Generator,
  type LogarithmGenerator,
  type Monomial,
  type OpaqueGenerator,
  type Polynomial,
  type PowerGenerator,
  type Quotient,
} from "../form.js";
import { symbolGenerator } from "../generators.js";
import { logarithm, logarithmOfRational } from "../logarithms.js";
import { single } from "../polynomial.js";
import {
  ONE_QUOTIENT,
  ZERO_QUOTIENT,
  add,
  divide,
  fromGenerator,
  fromPolynomial,
  invert,
  isZero,
  multiply,
  scale,
  subtract,
} from "../quotient.js";
import { root } from "../roots.js";

/** The derivative of a canonical form. Throws `Unsupported` where a function of the variable has none here. */
export function differentiate(context: Context, { num, den }: Quotient, variable: string): Quotient {
  const over = differentiatePolynomial(context, num, variable);
  if (den === null) return over;
  const under = differentiatePolynomial(context, den, variable);
  const divisor = fromPolynomial(den);
  const quotient = divide(context, fromPolynomial(num), divisor);
  return divide(context, subtract(context, over, multiply(context, quotient, under)), divisor);
}

function differentiatePolynomial(context: Context, polynomial: Polynomial, variable: string): Quotient {
  let sum = ZERO_QUOTIENT;
  for (const { coefficient, monomial } of polynomial.values()) {
    if (!monomialDependsOn(monomial, variable)) continue;
    const term = fromPolynomial(single(coefficient, monomial));
    sum = add(context, sum, multiply(context, term, logarithmicDerivative(context, monomial, variable)));
  }
  return sum;
}

/** `m' / m`, the sum over the factors of a monomial. */
function logarithmicDerivative(context: Context, { factors }: Monomial, variable: string): Quotient {
  let sum = ZERO_QUOTIENT;
  for (const { generator, num, den } of factors) {
    if (!dependsOn(generator, variable)) continue;
    const part = generatorDerivative(context, generator, variable);
    sum = add(context, sum, scale(context, part, rational(BigInt(num), BigInt(den))));
  }
  return sum;
}

/** `g' / g` of a generator that depends on the variable. */
function generatorDerivative(context: Context, generator: Generator, variable: string): Quotient {
  const relative = (polynomial: Polynomial): Quotient =>
    divide(context, differentiatePolynomial(context, polynomial, variable), fromPolynomial(polynomial));
  switch (generator.kind) {
    case "symbol":
      return invert(context, fromGenerator(symbolGenerator(context, variable)));
    case "power":
      return powerDerivative(context, generator, variable);
    case "radical":
      return relative(generator.radicand);
    case "absolute":
      return relative(generator.operand);
    case "logarithm":
      return logarithmDerivative(context, generator, variable);
    case "opaque":
      return opaqueDerivative(context, generator, variable);
    default:
      throw new Unsupported("the derivative of a function of whole numbers");
  }
}

/** `(b^m)' / b^m = m' ln b + m b' / b`. */
function powerDerivative(context: Context, { base, exponent }: PowerGenerator, variable: string): Quotient {
  const power = fromPolynomial(single({ num: 1n, den: 1n }, exponent));
  const slope = differentiate(context, power, variable);
  if (base === "e") return slope;
  if (typeof base === "bigint")
    return multiply(context, slope, logarithmOfRational(context, { num: base, den: 1n }));
  const relative = divide(context, differentiate(context, base, variable), base);
  const outer = isZero(slope) ? ZERO_QUOTIENT : multiply(context, slope, logarithm(context, base));
  return add(context, outer, multiply(context, power, relative));
}

function logarithmDerivative(context: Context, generator: LogarithmGenerator, variable: string): Quotient {
  const { argument } = generator;
  if (typeof argument === "bigint") return ZERO_QUOTIENT;
  const relative = divide(context, differentiate(context, argument, variable), argument);
  return divide(context, relative, fromGenerator(generator));
}

/** The derivatives of the functions of one argument that stay opaque. */
const SLOPES: Readonly<Record<string, (context: Context, value: Quotient) => Quotient>> = {
  asin: (context, value) => {
    const square = multiply(context, value, value);
    return invert(context, root(context, subtract(context, ONE_QUOTIENT, square), 2));
  },
  atan: (context, value) => invert(context, add(context, ONE_QUOTIENT, multiply(context, value, value))),
};

function opaqueDerivative(context: Context, generator: OpaqueGenerator, variable: string): Quotient {
  const slope = SLOPES[generator.name];
  const [argument] = generator.args;
  if (slope === undefined || argument === undefined)
    throw new Unsupported("the derivative of an unknown function");
  const inner = differentiate(context, argument, variable);
  const outer = multiply(context, slope(context, argument), inner);
  return divide(context, outer, fromGenerator(generator));
}
