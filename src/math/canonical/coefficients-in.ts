import { dependsOn, polynomialDependsOn } from "./dependence.js";
import type { Context, Factor, Polynomial, Quotient, Term } from "./form.js";
import { monomial } from "./monomial.js";
import { addTerm } from "./polynomial.js";
import { quotient } from "./quotient.js";

/** The coefficients of a polynomial in one variable by ascending power, or `null` if it is none of at most `degree`. */
export function coefficientsIn(
  context: Context,
  polynomial: Polynomial,
  variable: string,
  degree: number,
): readonly Polynomial[] | null {
  const coefficients: Map<string, Term>[] = [];
  for (const { coefficient, monomial: product } of polynomial.values()) {
    let power = 0;
    const rest: Factor[] = [];
    for (const factor of product.factors) {
      const { generator, num, den } = factor;
      if (generator.kind === "symbol" && generator.name === variable) {
        if (den !== 1 || num < 0 || num > degree) return null;
        power = num;
      } else if (dependsOn(generator, variable)) return null;
      else rest.push(factor);
    }
    while (coefficients.length <= power) coefficients.push(new Map());
    addTerm(context, coefficients[power] as Map<string, Term>, coefficient, monomial(rest));
  }
  return coefficients;
}

/** The coefficients of a quotient that is a polynomial in the variable. */
export function quotientCoefficientsIn(
  context: Context,
  { num, den }: Quotient,
  variable: string,
  degree: number,
): readonly Quotient[] | null {
  if (den !== null && polynomialDependsOn(den, variable)) return null;
  const coefficients = coefficientsIn(context, num, variable, degree);
  return coefficients?.map((coefficient) => quotient(context, coefficient, den)) ?? null;
}
