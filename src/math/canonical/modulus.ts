import { rational } from "../rational.js";
import { absolutePolynomial } from "./absolute.js";
import { complexConjugate } from "./conjugation.js";
import type { Context, Polynomial, Quotient } from "./form.js";
import { imaginaryGenerator, opaqueGenerator } from "./generators.js";
import {
  addPolynomials,
  generatorPower,
  multiplyPolynomials,
  scalePolynomial,
  subtractPolynomials,
} from "./polynomial.js";
import { divide, fromGenerator, fromPolynomial } from "./quotient.js";
import { root } from "./roots.js";

/** A number as `re + im i`. */
export interface ComplexParts {
  readonly re: Polynomial;
  readonly im: Polynomial;
}

/** The real and the imaginary part for real variables, or `null` where they are not known. */
export function complexParts(context: Context, polynomial: Polynomial): ComplexParts | null {
  const mirrored = complexConjugate(context, polynomial);
  if (mirrored === null) return null;
  const sum = addPolynomials(context, polynomial, mirrored);
  const difference = subtractPolynomials(context, polynomial, mirrored);
  const turned = multiplyPolynomials(context, difference, generatorPower(imaginaryGenerator(context)));
  return {
    re: scalePolynomial(context, sum, rational(1n, 2n)),
    im: scalePolynomial(context, turned, rational(-1n, 2n)),
  };
}

function polynomialModulus(context: Context, polynomial: Polynomial): Quotient {
  const absolute = absolutePolynomial(context, polynomial);
  if (absolute !== null) return fromPolynomial(absolute);
  const parts = complexParts(context, polynomial);
  if (parts === null) return fromGenerator(opaqueGenerator(context, "abs", [fromPolynomial(polynomial)]));
  const square = addPolynomials(
    context,
    multiplyPolynomials(context, parts.re, parts.re),
    multiplyPolynomials(context, parts.im, parts.im),
  );
  return root(context, fromPolynomial(square), 2);
}

/** The absolute value for real variables. */
export function absoluteValue(context: Context, { num, den }: Quotient): Quotient {
  const over = polynomialModulus(context, num);
  return den === null ? over : divide(context, over, polynomialModulus(context, den));
}
