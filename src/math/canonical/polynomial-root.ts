import { rational, type Rational } from "../rational.js";
import type { Context, Factor, Monomial, Polynomial, Term } from "./form.js";
import { integerRoot } from "./integers.js";
import { compareMonomials, mergeFactors, monomial } from "./monomial.js";
import { addPolynomials, leadingTerm, polynomialPower, single, subtractPolynomials } from "./polynomial.js";

const MAX_TERMS = 8;
const MAX_DEGREE = 6;

function exactRoot(value: bigint, degree: number): bigint | null {
  const negative = value < 0n;
  if (negative && degree % 2 === 0) return null;
  const size = negative ? -value : value;
  const root = integerRoot(size, degree);
  if (root ** BigInt(degree) !== size) return null;
  return negative ? -root : root;
}

function coefficientRoot({ num, den }: Rational, degree: number): Rational | null {
  const [over, under] = [exactRoot(num, degree), exactRoot(den, degree)];
  return over === null || under === null ? null : { num: over, den: under };
}

function monomialRoot({ factors }: Monomial, degree: number): Monomial | null {
  const roots: Factor[] = [];
  for (const factor of factors) {
    const { kind } = factor.generator;
    if (factor.num % degree !== 0 || (kind !== "symbol" && kind !== "power")) return null;
    roots.push({ ...factor, num: factor.num / degree });
  }
  return monomial(roots);
}

function termRoot({ coefficient, monomial: product }: Term, degree: number): Term | null {
  const root = monomialRoot(product, degree);
  const scale = root && coefficientRoot(coefficient, degree);
  return scale && { coefficient: scale, monomial: root };
}

/** `a / (degree * root ** (degree - 1))`. */
function nextTerm(a: Term, root: Term, degree: number): Term {
  const inverse = root.monomial.factors.map((factor): Factor => ({
    ...factor,
    num: -factor.num * (degree - 1),
  }));
  const power = BigInt(degree - 1);
  const { num, den } = root.coefficient;
  return {
    coefficient: rational(
      a.coefficient.num * den ** power,
      a.coefficient.den * num ** power * BigInt(degree),
    ),
    monomial: monomial(mergeFactors(a.monomial.factors, inverse).factors),
  };
}

/** The least monomial that a root can have: that of the least term; `null` if it is not known. */
function leastOfRoot(power: Polynomial, degree: number): Monomial | null {
  let least: Monomial | null = null;
  for (const { monomial: product } of power.values())
    if (least === null || compareMonomials(product, least) < 0) least = product;
  return least && monomialRoot(least, degree);
}

/** A polynomial in variables and exponentials whose power of `degree` is the given one, or `null`. */
export function polynomialRoot(context: Context, power: Polynomial, degree: number): Polynomial | null {
  if (power.size < 3 || degree > MAX_DEGREE) return null;
  const leading = leadingTerm(power);
  if (leading.monomial.factors.length === 0) return null;
  const first = termRoot(leading, degree);
  if (first === null) return null;
  const least = leastOfRoot(power, degree);
  let root = single(first.coefficient, first.monomial);
  let last = first.monomial;
  for (let count = 0; count < MAX_TERMS; count++) {
    const rest = subtractPolynomials(context, power, polynomialPower(context, root, degree));
    if (rest.size === 0) return root;
    const next = nextTerm(leadingTerm(rest), first, degree);
    if (compareMonomials(next.monomial, last) >= 0) return null;
    if (least !== null && compareMonomials(next.monomial, least) < 0) return null;
    last = next.monomial;
    root = addPolynomials(context, root, single(next.coefficient, next.monomial));
  }
  return null;
}
