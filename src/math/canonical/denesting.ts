import { ONE, add, divide, multiply, negate, rational, type Rational } from "../rational.js";
import type { Context, Monomial, Polynomial, Term } from "./form.js";
import { polynomialKey } from "./generators.js";
import { integerRoot } from "./integers.js";
import { UNIT, mergeFactors, monomial } from "./monomial.js";
import {
  addPolynomials,
  constant,
  constantValue,
  multiplyPolynomials,
  polynomialPower,
  scalePolynomial,
  single,
} from "./polynomial.js";
import { toNumber } from "../rational.js";

/** What the square root of a nested radicand is. */
export type Denested =
  /** `sqrt(first) + sign * sqrt(second)`. */
  | { readonly kind: "sum"; readonly first: Rational; readonly second: Rational; readonly sign: 1 | -1 }
  /** `sqrt(norm) * sqrt(radicand) / radicand`. */
  | { readonly kind: "conjugate"; readonly norm: Rational; readonly radicand: Polynomial }
  /** `sqrt(outer) * sqrt(inner)`. */
  | { readonly kind: "product"; readonly outer: Monomial; readonly inner: Polynomial };

/** `a + b`, where `b` is a multiple of a square root of the number `square / b^2`. */
interface Surd {
  readonly a: Rational;
  readonly b: Term;
  readonly square: Rational;
}

function toSurd(context: Context, polynomial: Polynomial): Surd | null {
  if (polynomial.size !== 2) return null;
  const a = polynomial.get("")?.coefficient;
  if (a === undefined) return null;
  for (const [key, b] of polynomial) {
    if (key === "") continue;
    const part = single(b.coefficient, b.monomial);
    if (
      b.monomial.factors.some(({ generator }) => generator.kind !== "prime" && generator.kind !== "imaginary")
    )
      return null;
    const square = constantValue(multiplyPolynomials(context, part, part));
    return square && { a, b, square };
  }
  return null;
}

/** The square root of a rational number that is a square, or `null`. */
function exactRoot({ num, den }: Rational): Rational | null {
  if (num < 0n) return null;
  const [over, under] = [integerRoot(num, 2), integerRoot(den, 2)];
  return over * over === num && under * under === den ? { num: over, den: under } : null;
}

function half(value: Rational): Rational {
  return divide(value, { num: 2n, den: 1n });
}

function denestSum(surd: Surd): Denested | null {
  const d = exactRoot(add(multiply(surd.a, surd.a), negate(surd.square)));
  if (d === null) return null;
  const first = half(add(surd.a, d));
  const second = half(add(surd.a, negate(d)));
  return { kind: "sum", first, second, sign: surd.b.coefficient.num < 0n ? -1 : 1 };
}

/** Of two conjugate positive radicands the one with the minus is kept. */
function denestConjugate(context: Context, surd: Surd): Denested | null {
  const norm = add(multiply(surd.a, surd.a), negate(surd.square));
  const conjugates = surd.a.num > 0n && surd.square.num > 0n && norm.num > 0n;
  if (!conjugates || surd.b.coefficient.num < 0n) return null;
  const other = single(negate(surd.b.coefficient), surd.b.monomial);
  return { kind: "conjugate", norm, radicand: addPolynomials(context, constant(surd.a), other) };
}

/** `a sqrt(p) + b sqrt(q)` is `sqrt(p)` times a surd. */
function denestProduct(context: Context, polynomial: Polynomial): Denested | null {
  if (polynomial.size !== 2) return null;
  const outer = [...polynomial.values()][0]?.monomial ?? UNIT;
  if (outer.factors.length === 0 || outer.factors.some(({ generator }) => generator.kind !== "prime"))
    return null;
  const inverse = outer.factors.map((factor) => ({ ...factor, num: factor.den - factor.num }));
  const scale = outer.factors.reduce(
    (value, { generator }) => (generator.kind === "prime" ? value * generator.value : value),
    1n,
  );
  const inner = scalePolynomial(
    context,
    multiplyPolynomials(context, polynomial, single(ONE, monomial(mergeFactors(inverse, []).factors))),
    rational(1n, scale),
  );
  const surd = toSurd(context, inner);
  return surd !== null && denestSum(surd) !== null ? { kind: "product", outer, inner } : null;
}

/** Simplifies the square root of a constant that is positive or not real, or finds that it is simple: `null`. */
export function denest(context: Context, radicand: Polynomial): Denested | null {
  const surd = toSurd(context, radicand);
  if (surd === null) return denestProduct(context, radicand);
  context.spend(2);
  return denestSum(surd) ?? denestConjugate(context, surd);
}

/** The cube root `x + y sqrt(c)` of a surd with halves of integers `x` and `y`, or `null`. */
export function surdCubeRoot(context: Context, radicand: Polynomial): Polynomial | null {
  const surd = toSurd(context, radicand);
  if (surd === null || surd.square.num <= 0n) return null;
  const a = toNumber(surd.a);
  const b = Math.sqrt(toNumber(surd.square)) * (surd.b.coefficient.num < 0n ? -1 : 1);
  const coefficient = toNumber(surd.b.coefficient);
  const [plus, minus] = [Math.cbrt(a + b), Math.cbrt(a - b)];
  const [x, y] = [plus + minus, ((plus - minus) * coefficient) / b].map(Math.round);
  if (!Number.isSafeInteger(x) || !Number.isSafeInteger(y) || x === 0 || y === 0) return null;
  const root = addPolynomials(
    context,
    constant(rational(BigInt(x as number), 2n)),
    single(rational(BigInt(y as number), 2n), surd.b.monomial),
  );
  return polynomialKey(polynomialPower(context, root, 3)) === polynomialKey(radicand) ? root : null;
}
