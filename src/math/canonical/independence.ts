import type { Rational } from "../rational.js";
import { MAX_BITS } from "./coefficients.js";
import type { Context, Factor, Generator, Monomial, Polynomial, PowerGenerator, Term } from "./form.js";
import { monomial } from "./monomial.js";

/**
 * What is known of a generator: `function` for those that are algebraically independent of each other over the complex
 * numbers; the others are constants. `null`: nothing, so that a relation may hide.
 */
type Independence = "function" | "algebraic" | "pi" | "exponential" | "logarithm" | null;

function independenceOf(generator: Generator): Independence {
  switch (generator.kind) {
    case "symbol":
      return "function";
    case "prime":
    case "imaginary":
      return "algebraic";
    case "pi":
      return "pi";
    case "power":
      return independenceOfPower(generator);
    case "parity":
      return isSingleLetter(generator.exponent) ? "function" : null;
    case "logarithm":
      return typeof generator.argument === "bigint" ? "logarithm" : null;
    case "unity":
    case "radical":
    case "absolute":
    case "opaque":
      return null;
  }
}

/** On whole numbers, powers of roots of unity are independent of each other, of polynomials and of exponentials. */
function isSingleLetter({ factors }: Monomial): boolean {
  const [only] = factors;
  return factors.length === 1 && only?.num === 1 && only.den === 1;
}

/**
 * Exponentials of different monomials in variables are independent (Ax); of algebraic numbers, too
 * (Lindemann-Weierstrass). `e^{i pi x}` is left open because `x` may stand for whole numbers.
 */
function independenceOfPower({ base, exponent }: PowerGenerator): Independence {
  if (typeof base === "object") return null;
  const kinds = new Set(exponent.factors.map(({ generator }) => generator.kind));
  const linear = exponent.factors.every(({ generator, num }) => generator.kind !== "pi" || num === 1);
  const hasSymbol = kinds.delete("symbol");
  const hasImaginary = kinds.delete("imaginary");
  kinds.delete("prime");
  if (hasSymbol && linear && !hasImaginary && base === "e") kinds.delete("pi");
  if (kinds.size > 0) return null;
  if (hasSymbol) return "function";
  return base === "e" ? "exponential" : null;
}

/** The terms by their independent functions; `null` if a generator may depend on others. */
function groupByFunctions(polynomial: Polynomial): readonly (readonly Term[])[] | null {
  const groups = new Map<string, Term[]>();
  for (const { coefficient, monomial: product } of polynomial.values()) {
    const functions: Factor[] = [];
    const constants: Factor[] = [];
    for (const factor of product.factors) {
      const independence = independenceOf(factor.generator);
      if (independence === null) return null;
      (independence === "function" ? functions : constants).push(factor);
    }
    const { key } = monomial(functions);
    const group = groups.get(key) ?? [];
    group.push({ coefficient, monomial: monomial(constants) });
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Whether a sum of different constant terms is proven not to be 0. */
function isNonzeroConstant(context: Context, terms: readonly Term[]): boolean {
  if (terms.some(({ monomial: product }) => product.huge)) return isNonzeroHuge(context, terms);
  const kinds = new Set(
    terms.flatMap(({ monomial: product }) =>
      product.factors.map(({ generator }) => independenceOf(generator)),
    ),
  );
  kinds.delete("algebraic");
  // One transcendental kind has no algebraic relation; linear forms in logarithms, pi among them, have none (Baker).
  if (kinds.has("logarithm")) return !kinds.has("exponential") && terms.every(isLinear);
  return kinds.size <= 1;
}

/** Whether a term is an algebraic multiple of one logarithm at most. */
function isLinear({ monomial: product }: Term): boolean {
  const logarithms = product.factors.filter(({ generator }) => independenceOf(generator) !== "algebraic");
  return logarithms.length <= 1 && logarithms.every(({ num, den }) => num === 1 && den === 1);
}

/** How often a prime divides a rational number that is not 0. */
function valuation({ num, den }: Rational, prime: bigint): number {
  let count = 0;
  for (let left = num; left % prime === 0n; left /= prime) count++;
  for (let left = den; left % prime === 0n; left /= prime) count--;
  return count;
}

/** A term without the whole powers of its huge primes. */
function withoutWholePowers(product: Monomial, primes: ReadonlySet<Generator>): string {
  const factors: Factor[] = [];
  for (const factor of product.factors) {
    if (!primes.has(factor.generator)) factors.push(factor);
    else {
      const num = factor.num - Math.floor(factor.num / factor.den) * factor.den;
      if (num !== 0) factors.push({ ...factor, num });
    }
  }
  return monomial(factors).key;
}

/** Rational multiples of one root are not 0 together if a single one of them is least divisible by some prime. */
function isNonzeroHuge(context: Context, terms: readonly Term[]): boolean {
  const primes = new Set<Generator>();
  for (const { monomial: product } of terms)
    for (const { generator, num, den } of product.factors) {
      if (independenceOf(generator) !== "algebraic") return false;
      if (generator.kind === "prime" && Math.abs(num / den) * generator.bits > MAX_BITS)
        primes.add(generator);
    }
  const groups = new Map<string, Term[]>();
  for (const term of terms) {
    const key = withoutWholePowers(term.monomial, primes);
    groups.set(key, [...(groups.get(key) ?? []), term]);
  }
  for (const group of groups.values())
    for (const prime of primes) if (hasSingleMinimum(context, group, prime)) return true;
  return false;
}

function hasSingleMinimum(context: Context, group: readonly Term[], prime: Generator): boolean {
  if (prime.kind !== "prime") return false;
  context.spend(10 * group.length);
  const orders = group.map(({ coefficient, monomial: product }) => {
    const factor = product.factors.find(({ generator }) => generator === prime);
    const whole = factor === undefined ? 0 : Math.floor(factor.num / factor.den);
    return whole + valuation(coefficient, prime.value);
  });
  const least = Math.min(...orders);
  return orders.filter((order) => order === least).length === 1;
}

/** Whether a polynomial with terms is proven not to vanish identically. */
export function isProvenNonzero(context: Context, polynomial: Polynomial): boolean {
  if (polynomial.size === 0) return false;
  const groups = groupByFunctions(polynomial);
  return groups?.some((terms) => isNonzeroConstant(context, terms)) ?? false;
}
