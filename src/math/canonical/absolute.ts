import { ONE } from "../rational.js";
import { exponentNature, isPositive, isReal, isRealPolynomial } from "./conjugation.js";
import { exponent } from "./exponents.js";
import type { Context, Factor, Polynomial, Term } from "./form.js";
import { absoluteGenerator, opaqueGenerator } from "./generators.js";
import { signOf } from "./magnitude.js";
import { monomial } from "./monomial.js";
import {
  leadingTerm,
  generatorPower,
  multiplyPolynomials,
  negatePolynomial,
  onlyTerm,
  settle,
  single,
} from "./polynomial.js";
import { fromPolynomial, splitContent } from "./quotient.js";

/** The absolute value of a polynomial that is a single term or real for real variables; `null` for others. */
export function absolutePolynomial(context: Context, polynomial: Polynomial): Polynomial | null {
  if (polynomial.size === 0) return polynomial;
  const term = onlyTerm(polynomial);
  if (term !== null) return absoluteTerm(context, term);
  const sign = signOf(context, polynomial);
  if (sign !== null) return sign === 1 ? polynomial : negatePolynomial(polynomial);
  return isRealPolynomial(context, polynomial) ? absoluteSum(context, polynomial) : null;
}

function absoluteTerm(context: Context, { coefficient, monomial: product }: Term): Polynomial {
  const positive = coefficient.num < 0n ? { num: -coefficient.num, den: coefficient.den } : coefficient;
  const factors: Factor[] = [];
  for (const factor of product.factors) {
    if (isPositive(factor, context.options.positive)) factors.push(factor);
    else if (!hasModulusOne(context, factor)) factors.push(...absoluteFactor(context, factor));
  }
  factors.sort((a, b) => a.generator.index - b.generator.index);
  return settle(context, positive, factors);
}

function hasModulusOne(context: Context, { generator }: Factor): boolean {
  const { kind } = generator;
  if (kind === "imaginary" || kind === "unity" || kind === "parity") return true;
  return (
    kind === "power" &&
    typeof generator.base !== "object" &&
    exponentNature(generator.exponent, context.options.positive) === "imaginary"
  );
}

/** The factors of `|factor|`; even powers of real generators stay, so that `|x|^2` is `x^2`. */
export function absoluteFactor(context: Context, factor: Factor): readonly Factor[] {
  const { generator, num, den } = factor;
  if (!isReal({ generator, num: 1, den: 1 }, context.options.positive)) {
    const whole = fromPolynomial(generatorPower(generator, num, den));
    return [{ generator: opaqueGenerator(context, "abs", [whole]), num: 1, den: 1 }];
  }
  const absolute = absoluteGenerator(context, generatorPower(generator), generatorPower(generator, 2));
  const even = 2 * Math.floor(num / (2 * den));
  const kept: Factor[] = even === 0 ? [] : [{ generator, num: even, den: 1 }];
  const left = num - even * den;
  return left === 0 ? kept : [...kept, { generator: absolute, ...exponent(left, den) }];
}

function absoluteSum(context: Context, polynomial: Polynomial): Polynomial {
  const { coefficient, monomial: common, rest } = splitContent(context, polynomial);
  const outside = common.factors.filter((factor) => isReal(factor, context.options.positive));
  const inside = common.factors.filter((factor) => !outside.includes(factor));
  const real = multiplyPolynomials(context, rest, single(ONE, monomial(inside)));
  const operand = leadingTerm(real).coefficient.num < 0n ? negatePolynomial(real) : real;
  const square = multiplyPolynomials(context, operand, operand);
  return multiplyPolynomials(
    context,
    absoluteTerm(context, { coefficient, monomial: monomial(outside) }),
    generatorPower(absoluteGenerator(context, operand, square)),
  );
}
