import { rational } from "../rational.js";
import type { Context, Factor, Polynomial, Term } from "./form.js";
import { compareMonomials, mergeFactors, monomial } from "./monomial.js";
import { addInto, addTerm, leadingTerm, multiplyPolynomials, single } from "./polynomial.js";

const MAX_STEPS = 120;

function trailing(polynomial: Polynomial): Term | null {
  let least: Term | null = null;
  for (const term of polynomial.values())
    if (least === null || compareMonomials(term.monomial, least.monomial) < 0) least = term;
  return least;
}

/** `a / b` of terms whose generators obey no law; radicals and roots are left to fail. */
function ratio(a: Term, b: Term): Term {
  const inverse = b.monomial.factors.map((factor): Factor => ({ ...factor, num: -factor.num }));
  return {
    coefficient: rational(a.coefficient.num * b.coefficient.den, a.coefficient.den * b.coefficient.num),
    monomial: monomial(mergeFactors(a.monomial.factors, inverse).factors),
  };
}

function isFree(polynomial: Polynomial): boolean {
  for (const { monomial: product } of polynomial.values())
    if (product.factors.some(({ generator }) => generator.kind !== "symbol" && generator.kind !== "power"))
      return false;
  return true;
}

/**
 * `a / b` if it is a polynomial, else `null`. Complete for polynomials in variables and exponentials; a found result
 * is right for all. `b` must not be 0.
 */
export function divideExactly(context: Context, a: Polynomial, b: Polynomial): Polynomial | null {
  context.spend((a.size + b.size) / 2);
  const trail = trailing(b);
  const last = trailing(a);
  if (trail === null || last === null || !isFree(b)) return null;
  const lead = leadingTerm(b);
  // Every exact quotient ends in this monomial, so a step below it shows that there is none.
  const end = ratio(last, trail).monomial;
  const result = new Map<string, Term>();
  const rest = new Map(a);
  for (let step = 0; step < MAX_STEPS; step++) {
    if (rest.size === 0) return result;
    context.spend(rest.size);
    const next = ratio(leadingTerm(rest), lead);
    if (compareMonomials(next.monomial, end) < 0) return null;
    addTerm(context, result, next.coefficient, next.monomial);
    addInto(context, rest, multiplyPolynomials(context, single(next.coefficient, next.monomial), b), -1);
  }
  return null;
}
