import { rational } from "../rational.js";
import type { Context, Factor, Polynomial, Term } from "./form.js";
import { isWithin, quotientRanges } from "./exponent-ranges.js";
import { mergeFactors, monomial } from "./monomial.js";
import { addInto, addTerm, leadingTerm, multiplyPolynomials, single } from "./polynomial.js";

const MAX_STEPS = 120;

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
  if (a.size === 0 || b.size === 0 || !isFree(b)) return null;
  const ranges = quotientRanges(a, b);
  if (ranges === null) return null;
  const lead = leadingTerm(b);
  const result = new Map<string, Term>();
  const rest = new Map(a);
  for (let step = 0; step < MAX_STEPS; step++) {
    if (rest.size === 0) return result;
    context.spend(rest.size);
    const next = ratio(leadingTerm(rest), lead);
    if (!isWithin(next.monomial, ranges)) return null;
    addTerm(context, result, next.coefficient, next.monomial);
    addInto(context, rest, multiplyPolynomials(context, single(next.coefficient, next.monomial), b), -1);
  }
  return null;
}
