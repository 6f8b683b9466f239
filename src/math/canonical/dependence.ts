import type { Generator, Monomial, Polynomial, Quotient } from "./form.js";
import { freeSymbols } from "./tree.js";

/** Whether a generator is, or is made of, the variable. */
export function dependsOn(generator: Generator, variable: string): boolean {
  switch (generator.kind) {
    case "symbol":
      return generator.name === variable;
    case "power":
      return (
        monomialDependsOn(generator.exponent, variable) ||
        (typeof generator.base === "object" && quotientDependsOn(generator.base, variable))
      );
    case "parity":
      return monomialDependsOn(generator.exponent, variable);
    case "logarithm":
      return typeof generator.argument === "object" && quotientDependsOn(generator.argument, variable);
    case "radical":
      return polynomialDependsOn(generator.radicand, variable);
    case "absolute":
      return polynomialDependsOn(generator.operand, variable);
    case "opaque":
      return (
        generator.args.some((value) => quotientDependsOn(value, variable)) ||
        (generator.node !== null && freeSymbols(generator.node).has(variable))
      );
    case "prime":
    case "imaginary":
    case "pi":
    case "unity":
      return false;
  }
}

export function monomialDependsOn({ factors }: Monomial, variable: string): boolean {
  return factors.some(({ generator }) => dependsOn(generator, variable));
}

export function polynomialDependsOn(polynomial: Polynomial, variable: string): boolean {
  for (const { monomial } of polynomial.values()) if (monomialDependsOn(monomial, variable)) return true;
  return false;
}

export function quotientDependsOn({ num, den }: Quotient, variable: string): boolean {
  return polynomialDependsOn(num, variable) || (den !== null && polynomialDependsOn(den, variable));
}
