import { negate } from "../rational.js";
import type { Context, Factor, Generator, Monomial, OpaqueGenerator, Polynomial, Term } from "./form.js";
import { polynomialKey } from "./generators.js";
import { isComplexName, isPositiveName } from "./symbols.js";
import { addTerm, settle, addInto } from "./polynomial.js";

function isQuadratic({ generator, num, den }: Factor): boolean {
  return (
    (generator.kind === "imaginary" && num === 1) || (generator.kind === "prime" && num === 1 && den === 2)
  );
}

/** The square roots of primes, and `i`, of a polynomial in nothing else; `null` if it has other generators. */
export function conjugations(polynomial: Polynomial): ReadonlySet<Generator> | null {
  const generators = new Set<Generator>();
  for (const { monomial } of polynomial.values())
    for (const factor of monomial.factors) {
      if (!isQuadratic(factor)) return null;
      generators.add(factor.generator);
    }
  return generators;
}

/** The polynomial with the other sign of a square root. */
export function conjugate(polynomial: Polynomial, generator: Generator): Polynomial {
  const result = new Map<string, Term>();
  for (const [key, { coefficient, monomial }] of polynomial) {
    const flips = monomial.factors.some((factor) => factor.generator === generator);
    result.set(key, { coefficient: flips ? negate(coefficient) : coefficient, monomial });
  }
  return result;
}

/** Whether an exponent monomial is real, imaginary, or neither, for real variables. */
export function exponentNature(exponent: Monomial, positive: boolean): "real" | "imaginary" | "other" {
  let imaginary = false;
  for (const factor of exponent.factors) {
    if (factor.generator.kind === "imaginary") imaginary = true;
    else if (!isReal(factor, positive)) return "other";
  }
  return imaginary ? "imaginary" : "real";
}

const REAL_FUNCTIONS: ReadonlySet<string> = new Set(["atan", "abs", "floor", "ceil", "factorial"]);

/** Whether a factor is positive, or 0, wherever it has a real value, for real variables. */
export function isPositive(factor: Factor, positive: boolean): boolean {
  const { generator } = factor;
  switch (generator.kind) {
    case "prime":
    case "pi":
    case "absolute":
      return true;
    case "symbol":
      return positive || isPositiveName(generator.name);
    case "power":
      return typeof generator.base !== "object" && exponentNature(generator.exponent, positive) === "real";
    case "logarithm":
      return typeof generator.argument === "bigint";
    case "imaginary":
    case "unity":
    case "parity":
    case "radical":
    case "opaque":
      return false;
  }
}

/** Whether a factor is real for real variables. */
export function isReal(factor: Factor, positive: boolean): boolean {
  if (isPositive(factor, positive)) return true;
  const { generator, den } = factor;
  if (generator.kind === "symbol") return den % 2 === 1 && !isComplexName(generator.name);
  if (generator.kind === "parity" || generator.kind === "logarithm") {
    return den === 1 && (generator.kind === "parity" || generator.ofMagnitude);
  }
  return generator.kind === "opaque" && den === 1 && isRealFunction(generator, positive);
}

function isRealFunction({ name, args }: OpaqueGenerator, positive: boolean): boolean {
  const isRealSum = (polynomial: Polynomial): boolean =>
    [...polynomial.values()].every(({ monomial }) =>
      monomial.factors.every((factor) => isReal(factor, positive)),
    );
  return (
    REAL_FUNCTIONS.has(name) &&
    args.every(({ num, den }) => isRealSum(num) && (den === null || isRealSum(den)))
  );
}

/** The complex conjugate for real variables, or `null` where it is not known. */
export function complexConjugate(context: Context, polynomial: Polynomial): Polynomial | null {
  const result = new Map<string, Term>();
  for (const { coefficient, monomial } of polynomial.values()) {
    const factors: Factor[] = [];
    let changed = false;
    for (const factor of monomial.factors) {
      const mirrored = mirror(factor, context.options.positive);
      if (mirrored === null) return null;
      changed ||= mirrored !== factor;
      factors.push(mirrored);
    }
    if (changed) addInto(context, result, settle(context, coefficient, factors), 1);
    else addTerm(context, result, coefficient, monomial);
  }
  return result;
}

function mirror(factor: Factor, positive: boolean): Factor | null {
  if (isReal(factor, positive)) return factor;
  const { generator, num, den } = factor;
  const turns =
    generator.kind === "imaginary" ||
    generator.kind === "unity" ||
    (generator.kind === "power" &&
      typeof generator.base !== "object" &&
      exponentNature(generator.exponent, positive) === "imaginary");
  return turns ? { generator, num: -num, den } : null;
}

/** Whether a polynomial is real for real variables. */
export function isRealPolynomial(context: Context, polynomial: Polynomial): boolean {
  const { positive } = context.options;
  let real = true;
  for (const { monomial } of polynomial.values())
    real &&= monomial.factors.every((factor) => isReal(factor, positive));
  if (real) return true;
  const mirrored = complexConjugate(context, polynomial);
  return mirrored !== null && polynomialKey(mirrored) === polynomialKey(polynomial);
}
