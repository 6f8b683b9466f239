import type { BigOperatorNode, Node } from "../../ast.js";
import { Exhausted } from "../../budget.js";
import { rational, type Rational } from "../../rational.js";
import { dependsOn, monomialDependsOn, polynomialDependsOn } from "../dependence.js";
import { power } from "../exponentials.js";
import { rationalNode, toNode } from "../expression.js";
import { Unsupported, type Context, type Factor, type Quotient, type Term } from "../form.js";
import { opaqueGenerator, powerGenerator } from "../generators.js";
import { enclose } from "../magnitude.js";
import { UNIT, monomial } from "../monomial.js";
import { single } from "../polynomial.js";
import { wholePower } from "../powers.js";
import {
  ONE_QUOTIENT,
  ZERO_QUOTIENT,
  add,
  divide,
  fromGenerator,
  fromInteger,
  fromPolynomial,
  integerOf,
  isZero,
  multiply,
  scale,
  subtract,
} from "../quotient.js";
import { INTEGER_PREFIX } from "../symbols.js";
import { rootOfUnity } from "../unity.js";
import { bodyAt, boundName } from "./bound-variable.js";
import { zetaSum } from "./zeta.js";

/** Sums of at most this many terms are added up where they have no closed form. */
const MAX_COUNT = 1000n;
/** Sums of more terms than this are tried in closed form first. */
const FEW = 8n;

/** The coefficients of `1^p + ... + n^p` by the powers of `n` from the first. */
const POWER_SUMS: readonly (readonly (readonly [bigint, bigint])[])[] = [
  [[1n, 1n]],
  [
    [1n, 2n],
    [1n, 2n],
  ],
  [
    [1n, 6n],
    [1n, 2n],
    [1n, 3n],
  ],
  [
    [0n, 1n],
    [1n, 4n],
    [1n, 2n],
    [1n, 4n],
  ],
  [
    [-1n, 30n],
    [0n, 1n],
    [1n, 3n],
    [1n, 2n],
    [1n, 5n],
  ],
];

/** A term of a sum as `constant * k^degree * ratio^k`. */
interface SummedTerm {
  readonly constant: Quotient;
  readonly degree: number;
  readonly ratio: Quotient;
}

interface Range {
  readonly variable: string;
  readonly lower: Quotient;
  /** `null` for a series without end. */
  readonly upper: Quotient | null;
}

/** The factor by which `base^(m k)` grows when `k` grows by 1, or `null` if the exponent is not linear in `k`. */
function growth(context: Context, factor: Factor, variable: string): Quotient | null {
  const { generator, num, den } = factor;
  if (generator.kind !== "power" && generator.kind !== "parity") return null;
  const linear = generator.exponent.factors.find(
    (part) => part.generator.kind === "symbol" && part.generator.name === variable,
  );
  const rest = monomial(generator.exponent.factors.filter((part) => part !== linear));
  if (linear?.num !== 1 || linear.den !== 1 || monomialDependsOn(rest, variable)) return null;
  if (generator.kind === "parity")
    return rest === UNIT ? fromPolynomial(rootOfUnity(context, { num, den })) : null;
  const exponent = fromPolynomial(single(rational(BigInt(num), BigInt(den)), rest));
  const { base } = generator;
  if (typeof base === "object")
    return polynomialDependsOn(base.num, variable) ? null : power(context, base, exponent);
  const value = base === "e" ? fromGenerator(powerGenerator(context, "e", UNIT)) : fromInteger(base);
  return power(context, value, exponent);
}

function analyze(
  context: Context,
  { coefficient, monomial: product }: Term,
  variable: string,
): SummedTerm | null {
  let degree = 0;
  let ratio = ONE_QUOTIENT;
  const rest: Factor[] = [];
  for (const factor of product.factors) {
    const { generator, num, den } = factor;
    if (!dependsOn(generator, variable)) rest.push(factor);
    else if (generator.kind === "symbol") {
      if (den !== 1) return null;
      degree = num;
    } else {
      const step = growth(context, factor, variable);
      if (step === null) return null;
      ratio = multiply(context, ratio, step);
    }
  }
  return { constant: fromPolynomial(single(coefficient, monomial(rest))), degree, ratio };
}

function isOne(value: Quotient): boolean {
  return integerOf(value) === 1n;
}

/** `1^p + ... + n^p`. */
function powerSum(context: Context, degree: number, n: Quotient): Quotient | null {
  const coefficients = POWER_SUMS[degree];
  if (coefficients === undefined) return null;
  let [sum, product] = [ZERO_QUOTIENT, ONE_QUOTIENT];
  for (const [num, den] of coefficients) {
    product = multiply(context, product, n);
    sum = add(context, sum, scale(context, product, rational(num, den)));
  }
  return sum;
}

function sumOfPowers(context: Context, term: SummedTerm, { lower, upper }: Range): Quotient | null {
  if (upper === null) {
    const start = integerOf(lower);
    const sum = start === null ? null : zetaSum(context, -term.degree, start);
    return sum && multiply(context, term.constant, sum);
  }
  const high = powerSum(context, term.degree, upper);
  const low = powerSum(context, term.degree, subtract(context, lower, ONE_QUOTIENT));
  return high && low && multiply(context, term.constant, subtract(context, high, low));
}

/** Whether a series of this ratio converges; one in a variable is taken where it does. */
function converges(ratio: Quotient): boolean {
  if (ratio.den !== null) return true;
  const value = enclose(ratio.num);
  return value === null ? hasSymbol(ratio) : Math.hypot(value.re, value.im) + value.error < 1;
}

function hasSymbol({ num }: Quotient): boolean {
  for (const { monomial: product } of num.values())
    if (product.factors.some(({ generator }) => generator.kind === "symbol")) return true;
  return false;
}

function geometricSum(context: Context, term: SummedTerm, range: Range): Quotient | null {
  const { constant, degree, ratio } = term;
  const gap = subtract(context, ONE_QUOTIENT, ratio);
  if (isZero(gap) || degree < 0) return null;
  const first = power(context, ratio, range.lower);
  if (range.upper === null) return infiniteSum(context, term, range.lower, first);
  if (degree !== 0) return null;
  const last = power(context, ratio, add(context, range.upper, ONE_QUOTIENT));
  return multiply(context, constant, divide(context, subtract(context, first, last), gap));
}

/** The sum of `k^p r^k` from `lower` on, for `p` of 0 and 1. */
function infiniteSum(context: Context, term: SummedTerm, lower: Quotient, first: Quotient): Quotient | null {
  const { constant, degree, ratio } = term;
  if (isZero(ratio) || !converges(ratio) || degree > 1) return null;
  const gap = subtract(context, ONE_QUOTIENT, ratio);
  const head = multiply(context, constant, first);
  if (degree === 0) return divide(context, head, gap);
  const weight = add(context, multiply(context, lower, gap), ratio);
  return divide(context, multiply(context, head, weight), wholePower(context, gap, 2));
}

/** The sum in closed form, or `null`. */
function closedSum(context: Context, body: Quotient, range: Range): Quotient | null {
  if (body.den !== null && polynomialDependsOn(body.den, range.variable)) return null;
  let sum = ZERO_QUOTIENT;
  for (const term of body.num.values()) {
    const analyzed = analyze(context, term, range.variable);
    if (analyzed === null) return null;
    const part = isOne(analyzed.ratio)
      ? sumOfPowers(context, analyzed, range)
      : geometricSum(context, analyzed, range);
    if (part === null) return null;
    sum = add(context, sum, part);
  }
  return body.den === null ? sum : divide(context, sum, fromPolynomial(body.den));
}

type Join = (context: Context, a: Quotient, b: Quotient) => Quotient;

/** Joins the values of the body from one whole number to another. */
function writtenOut(
  context: Context,
  node: BigOperatorNode,
  low: bigint,
  high: bigint,
  join: Join,
): Quotient {
  let result = node.operator === "sum" ? ZERO_QUOTIENT : ONE_QUOTIENT;
  for (let k = low; k <= high; k++) {
    context.spend(2);
    const value: Rational = { num: k, den: 1n };
    result = join(context, result, context.canonicalize(bodyAt(node, rationalNode(value))));
  }
  return result;
}

/** The product of a constant, or of the whole numbers themselves, over a range. */
function closedProduct(context: Context, body: Quotient, range: Range): Quotient | null {
  if (range.upper === null) return null;
  const count = add(context, subtract(context, range.upper, range.lower), ONE_QUOTIENT);
  if (!polynomialDependsOn(body.num, range.variable) && body.den === null) return power(context, body, count);
  const variable: Node = { kind: "symbol", name: range.variable };
  if (!isZero(subtract(context, body, context.canonicalize(variable))) || !isOne(range.lower)) return null;
  return context.canonicalize({ kind: "call", name: "factorial", args: [toNode(range.upper)] });
}

function isInfinite(node: Node): boolean {
  return node.kind === "constant" && node.name === "infinity";
}

/** The whole numbers that a range runs over, or `null` where it has no such bounds. */
function wholeRange({ lower, upper }: Range): readonly [bigint, bigint] | null {
  const [low, high] = [integerOf(lower), upper && integerOf(upper)];
  return low === null || high === null ? null : [low, high];
}

/** The value of a sum or product; one without a closed form is known by its body and bounds. */
export function iterate(context: Context, node: BigOperatorNode): Quotient {
  if (node.lower === null || node.upper === null) throw new Unsupported("a sum without bounds");
  const variable = boundName(INTEGER_PREFIX, node);
  const upper = isInfinite(node.upper) ? null : context.canonicalize(node.upper);
  const range: Range = { variable, lower: context.canonicalize(node.lower), upper };
  const whole = wholeRange(range);
  const [join, close] = node.operator === "sum" ? [add, closedSum] : [multiply, closedProduct];
  if (whole !== null && whole[1] - whole[0] < FEW) return writtenOut(context, node, ...whole, join);
  const body = context.canonicalize(bodyAt(node, { kind: "symbol", name: variable }));
  const closed = close(context, body, range);
  if (closed !== null) return closed;
  if (whole !== null) {
    if (whole[1] - whole[0] > MAX_COUNT) throw new Exhausted("a sum of too many terms");
    return writtenOut(context, node, ...whole, join);
  }
  const args = upper === null ? [range.lower, body] : [range.lower, upper, body];
  return fromGenerator(opaqueGenerator(context, node.operator, args, node));
}
