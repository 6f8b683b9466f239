import type { BigOperatorNode, Node } from "../../ast.js";
import { rational } from "../../rational.js";
import { coefficientsIn } from "../coefficients-in.js";
import { dependsOn, polynomialDependsOn } from "../dependence.js";
import {
  Unsupported,
  type Context,
  type Factor,
  type Polynomial,
  type Quotient,
  type Term,
} from "../form.js";
import { symbolGenerator } from "../generators.js";
import { logarithmOfMagnitude } from "../logarithms.js";
import { signOf } from "../magnitude.js";
import { monomial } from "../monomial.js";
import { constantValue, generatorPower, onlyTerm, single } from "../polynomial.js";
import {
  ZERO_QUOTIENT,
  add,
  divide,
  fromPolynomial,
  fromRational,
  isZero,
  multiply,
  negateQuotient,
  scale,
  subtract,
} from "../quotient.js";
import { root } from "../roots.js";
import { arctangent, piTimes } from "../trigonometry.js";
import { differentiate } from "./derivative.js";
import { evaluateAt } from "./evaluation.js";
import { infiniteSide } from "./limit.js";

const MAX_DEGREE = 60;

/** A primitive function, and whether it is one over the whole real line. */
interface Primitive {
  readonly value: Quotient;
  readonly entire: boolean;
  /** The points between which it is one, where it is not entire: the zeros of this polynomial divide them. */
  readonly singular: Polynomial | null;
  /** Whether it has a limit at such a zero, so that an integral may end there. */
  readonly bounded: boolean;
  /** Where it goes to on a side of the line, `null` if it grows without bound or that is not known. */
  readonly atInfinity?: (side: 1 | -1) => Quotient | null;
}

/** A term as a constant, a power of the variable and the exponentials of it. */
interface IntegratedTerm {
  readonly constant: Quotient;
  readonly degree: number;
  readonly exponentials: readonly Factor[];
}

function analyze({ coefficient, monomial: product }: Term, variable: string): IntegratedTerm | null {
  let degree = 0;
  const rest: Factor[] = [];
  const exponentials: Factor[] = [];
  for (const factor of product.factors) {
    const { generator, num, den } = factor;
    if (!dependsOn(generator, variable)) rest.push(factor);
    else if (generator.kind === "symbol") {
      degree = num / den;
    } else if (generator.kind === "power") exponentials.push(factor);
    else return null;
  }
  return { constant: fromPolynomial(single(coefficient, monomial(rest))), degree, exponentials };
}

/** `x^p`, of which the primitive is a power or the logarithm. */
function powerPrimitive(
  context: Context,
  variable: string,
  { num, den }: Factor | { num: number; den: number },
): Primitive {
  const generator = symbolGenerator(context, variable);
  const argument = generatorPower(generator);
  if (num === -den)
    return {
      value: logarithmOfMagnitude(context, fromPolynomial(argument)),
      entire: false,
      singular: argument,
      bounded: false,
    };
  const raised = fromPolynomial(num + den === 0 ? argument : generatorPower(generator, num + den, den));
  const entire = num >= 0 && den === 1;
  const value = scale(context, raised, rational(BigInt(den), BigInt(num + den)));
  const vanishes = num + den < 0;
  return {
    value,
    entire,
    singular: entire ? null : argument,
    bounded: num > -den,
    atInfinity: (side) => (vanishes && (den === 1 || side > 0) ? ZERO_QUOTIENT : null),
  };
}

/** By parts: the primitive of `x^n e^(ax)` is `e^(ax) (x^n / a - n x^(n-1) / a^2 + ...)`. */
function exponentialPrimitive(context: Context, term: IntegratedTerm, variable: string): Primitive | null {
  const { degree, exponentials } = term;
  if (!Number.isInteger(degree) || degree < 0 || degree > 8) return null;
  const exponential = fromPolynomial(single({ num: 1n, den: 1n }, monomial(exponentials)));
  const rate = divide(context, differentiate(context, exponential, variable), exponential);
  if (isZero(rate) || rate.den !== null || polynomialDependsOn(rate.num, variable)) return null;
  const generator = symbolGenerator(context, variable);
  let part = divide(context, exponential, rate);
  let sum = ZERO_QUOTIENT;
  for (let k = degree; k >= 0; k--) {
    const power = k === 0 ? part : multiply(context, part, fromPolynomial(generatorPower(generator, k)));
    sum = add(context, sum, power);
    part = scale(context, divide(context, negateQuotient(part), rate), { num: BigInt(k), den: 1n });
  }
  const growth = signOf(context, rate.num);
  const atInfinity = (side: 1 | -1): Quotient | null => (growth === -side ? ZERO_QUOTIENT : null);
  return { value: sum, entire: true, singular: null, bounded: true, atInfinity };
}

/** Those that vanish at infinity do so with any factor. */
function times(context: Context, primitive: Primitive, factor: Quotient): Primitive {
  return { ...primitive, value: multiply(context, factor, primitive.value) };
}

function termPrimitive(context: Context, term: Term, variable: string): Primitive | null {
  const analyzed = analyze(term, variable);
  if (analyzed === null) return null;
  const factor = term.monomial.factors.find(
    ({ generator }) => generator.kind === "symbol" && generator.name === variable,
  );
  const primitive =
    analyzed.exponentials.length > 0
      ? exponentialPrimitive(context, analyzed, variable)
      : powerPrimitive(context, variable, factor ?? { num: 0, den: 1 });
  return primitive && times(context, primitive, analyzed.constant);
}

/** `c / (a x + b)` and `c / (a x^2 + b)` with a positive ratio of `a` and `b`. */
function fractionPrimitive(
  context: Context,
  num: Polynomial,
  den: Polynomial,
  variable: string,
): Primitive | null {
  if (polynomialDependsOn(num, variable)) return null;
  const coefficients = coefficientsIn(context, den, variable, 2);
  const [constant, linear, square] = coefficients ?? [];
  if (constant === undefined || linear === undefined) return null;
  const numerator = fromPolynomial(num);
  if (square === undefined) {
    const logarithm = logarithmOfMagnitude(context, fromPolynomial(den));
    const value = divide(context, multiply(context, numerator, logarithm), fromPolynomial(linear));
    return { value, entire: false, singular: den, bounded: false };
  }
  const ratio = constantValue(divide(context, fromPolynomial(square), fromPolynomial(constant)).num);
  if (linear.size > 0 || ratio === null || ratio.num <= 0n) return null;
  const slope = root(context, fromRational(ratio), 2);
  const angle = arctangent(
    context,
    multiply(context, slope, fromPolynomial(generatorPower(symbolGenerator(context, variable)))),
  );
  const height = divide(context, numerator, multiply(context, slope, fromPolynomial(constant)));
  return {
    value: multiply(context, height, angle),
    entire: true,
    singular: null,
    bounded: true,
    atInfinity: (side) => multiply(context, height, piTimes(context, rational(BigInt(side), 2n))),
  };
}

/** The primitive of a power of a linear function under a root. */
function radicalPrimitive(context: Context, polynomial: Polynomial, variable: string): Primitive | null {
  const term = onlyTerm(polynomial);
  const radical = term?.monomial.factors.find(({ generator }) => dependsOn(generator, variable));
  if (term === null || radical?.generator.kind !== "radical") return null;
  const rest = term.monomial.factors.filter((factor) => factor !== radical);
  if (rest.some(({ generator }) => dependsOn(generator, variable))) return null;
  const { radicand } = radical.generator;
  const coefficients = coefficientsIn(context, radicand, variable, 1);
  const slope = coefficients?.[1];
  if (slope === undefined) return null;
  const constant = fromPolynomial(single(term.coefficient, monomial(rest)));
  const power = multiply(
    context,
    fromPolynomial(generatorPower(radical.generator, radical.num, radical.den)),
    fromPolynomial(radicand),
  );
  const factor = rational(BigInt(radical.den), BigInt(radical.num + radical.den));
  const value = divide(
    context,
    scale(context, multiply(context, constant, power), factor),
    fromPolynomial(slope),
  );
  return { value, entire: false, singular: radicand, bounded: true };
}

/** The primitive function of a canonical form, or `null`. */
function primitiveOf(
  context: Context,
  { num, den }: Quotient,
  variable: string,
): readonly Primitive[] | null {
  if (den !== null && polynomialDependsOn(den, variable)) {
    const primitive = fractionPrimitive(context, num, den, variable);
    return primitive && [primitive];
  }
  const radical = den === null ? radicalPrimitive(context, num, variable) : null;
  if (radical !== null) return [radical];
  const parts: Primitive[] = [];
  for (const term of num.values()) {
    const part = termPrimitive(context, term, variable);
    if (part === null) return null;
    parts.push(den === null ? part : { ...part, value: divide(context, part.value, fromPolynomial(den)) });
  }
  return parts.length > MAX_DEGREE ? null : parts;
}

/** Whether a linear function has the same proven sign at both ends, or is 0 there if that is allowed. */
function excludes(
  context: Context,
  singular: Polynomial,
  bounded: boolean,
  variable: string,
  ends: readonly Node[],
): boolean {
  const signs = ends.map((end) => {
    const side = infiniteSide(end);
    if (side !== null) return singular.size === 1 && onlyTerm(singular)?.coefficient.num === 1n ? side : null;
    const value = evaluateAt(context, fromPolynomial(singular), variable, end);
    const constant = value.den === null ? constantValue(value.num) : null;
    if (constant !== null) return Number(constant.num > 0n) - Number(constant.num < 0n);
    return value.den === null ? signOf(context, value.num) : null;
  });
  const [first = null, second = null] = signs;
  if (first === null || second === null) return false;
  return bounded ? first * second >= 0 : first * second > 0;
}

function definite(
  context: Context,
  parts: readonly Primitive[],
  node: BigOperatorNode,
  ends: readonly [Node, Node],
): Quotient {
  let sum = ZERO_QUOTIENT;
  for (const { value, entire, singular, bounded, atInfinity } of parts) {
    if (!entire && (singular === null || !excludes(context, singular, bounded, node.variable, ends)))
      throw new Unsupported("an integral over a pole");
    const [low, high] = ends.map((end) => {
      const side = infiniteSide(end);
      return side === null ? evaluateAt(context, value, node.variable, end) : (atInfinity?.(side) ?? null);
    });
    if (!low || !high) throw new Unsupported("an integral without bound");
    sum = add(context, sum, subtract(context, high, low));
  }
  return sum;
}

/** An integral by a primitive function; one without bounds is the primitive. Throws `Unsupported` without one. */
export function integrate(context: Context, node: BigOperatorNode): Quotient {
  const body = context.canonicalize(node.body);
  const parts = primitiveOf(context, body, node.variable);
  if (parts === null) throw new Unsupported("an integral without a known primitive");
  if (node.lower !== null && node.upper !== null)
    return definite(context, parts, node, [node.lower, node.upper]);
  return parts.reduce((sum, { value }) => add(context, sum, value), ZERO_QUOTIENT);
}
