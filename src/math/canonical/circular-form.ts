import { exponentNature } from "./conjugation.js";
import type { Context, Factor, Polynomial, Quotient } from "./form.js";
import { imaginaryGenerator, opaqueGenerator } from "./generators.js";
import { monomial } from "./monomial.js";
import {
  leadingTerm,
  ZERO_POLYNOMIAL,
  addPolynomials,
  generatorPower,
  multiplyPolynomials,
  negatePolynomial,
  single,
} from "./polynomial.js";
import {
  fromPolynomial,
  multiply,
  negateQuotient,
  add,
  scale,
  fromGenerator,
  isZero,
  ZERO_QUOTIENT,
} from "./quotient.js";

function isTurning({ generator }: Factor, positive: boolean): boolean {
  return (
    generator.kind === "power" &&
    generator.base === "e" &&
    exponentNature(generator.exponent, positive) === "imaginary"
  );
}

/** The angle of a product of exponentials of imaginary exponents. */
function angleOf(context: Context, factors: readonly Factor[]): Quotient {
  const turn = negateQuotient(fromGenerator(imaginaryGenerator(context)));
  let angle = ZERO_QUOTIENT;
  for (const { generator, num, den } of factors) {
    if (generator.kind !== "power") continue;
    const exponent = multiply(
      context,
      fromPolynomial(single({ num: 1n, den: 1n }, generator.exponent)),
      turn,
    );
    angle = add(context, angle, scale(context, exponent, { num: BigInt(num), den: BigInt(den) }));
  }
  return angle;
}

/** `cos(angle) + i sin(angle)`, as functions of an angle that does not start with a minus. */
function polar(context: Context, angle: Quotient): Polynomial {
  const negative = leadingTerm(angle.num).coefficient.num < 0n;
  const size = negative ? negateQuotient(angle) : angle;
  const [cosine, sine] = ["cos", "sin"].map((name) => generatorPower(opaqueGenerator(context, name, [size])));
  const turned = multiplyPolynomials(
    context,
    generatorPower(imaginaryGenerator(context)),
    sine ?? ZERO_POLYNOMIAL,
  );
  return addPolynomials(context, cosine ?? ZERO_POLYNOMIAL, negative ? negatePolynomial(turned) : turned);
}

function polynomialForm(context: Context, polynomial: Polynomial): Polynomial {
  const { positive } = context.options;
  let result = ZERO_POLYNOMIAL;
  for (const { coefficient, monomial: product } of polynomial.values()) {
    const turning = product.factors.filter((factor) => isTurning(factor, positive));
    const rest = single(coefficient, monomial(product.factors.filter((factor) => !turning.includes(factor))));
    const angle = turning.length === 0 ? ZERO_QUOTIENT : angleOf(context, turning);
    const part = isZero(angle) ? rest : multiplyPolynomials(context, rest, polar(context, angle));
    result = addPolynomials(context, result, part);
  }
  return result;
}

/** A canonical form with sines and cosines in the place of exponentials of imaginary exponents, for readers. */
export function circularForm(context: Context, { num, den }: Quotient): Quotient {
  return { num: polynomialForm(context, num), den: den && polynomialForm(context, den) };
}
