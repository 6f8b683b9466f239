import type { BigOperatorNode, Node } from "../../ast.js";
import { dependsOn, quotientDependsOn } from "../dependence.js";
import { exponential } from "../exponentials.js";
import { Unsupported, type Context, type Generator, type Polynomial, type Quotient } from "../form.js";
import { isProvenNonzero } from "../independence.js";
import { ONE_POLYNOMIAL, generatorPower, multiplyPolynomials } from "../polynomial.js";
import { ONE_QUOTIENT, divide, fromPolynomial, isZero, multiply, subtract } from "../quotient.js";
import { POSITIVE_PREFIX } from "../symbols.js";
import { bodyAt, boundName } from "./bound-variable.js";
import { differentiate } from "./derivative.js";
import { isProvenNonzeroConstant, polynomialAt } from "./evaluation.js";

const MAX_ROUNDS = 8;

/** The opaque functions that are continuous wherever they are defined. */
const CONTINUOUS: ReadonlySet<string> = new Set(["asin", "atan", "inverse"]);

function isContinuous(generator: Generator, variable: string): boolean {
  if (!dependsOn(generator, variable)) return true;
  if (generator.kind === "opaque") return CONTINUOUS.has(generator.name);
  return generator.kind !== "parity";
}

/** The product of the powers of the variable, and of logarithms, that stand in denominators. */
function poles(context: Context, { num, den }: Quotient, variable: string): Polynomial {
  const greatest = new Map<Generator, readonly [number, number]>();
  for (const polynomial of [num, den ?? ONE_POLYNOMIAL])
    for (const { monomial } of polynomial.values())
      for (const { generator, num: over, den: under } of monomial.factors) {
        if (!isContinuous(generator, variable)) throw new Unsupported("the limit of a step function");
        if (over >= 0 || generator.kind === "power" || !dependsOn(generator, variable)) continue;
        const known = greatest.get(generator);
        if (known === undefined || -over * known[1] > known[0] * under)
          greatest.set(generator, [-over, under]);
      }
  let product = ONE_POLYNOMIAL;
  for (const [generator, [over, under]] of greatest)
    product = multiplyPolynomials(context, product, generatorPower(generator, over, under));
  return product;
}

/** The limit of a canonical form where the variable goes to a finite point, by the rule of L'Hospital. */
function limitAt(context: Context, form: Quotient, variable: string, point: Node): Quotient {
  let current = form;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const clearing = poles(context, current, variable);
    const num = multiplyPolynomials(context, current.num, clearing);
    const den = multiplyPolynomials(context, current.den ?? ONE_POLYNOMIAL, clearing);
    const over = polynomialAt(context, num, variable, point);
    const under = polynomialAt(context, den, variable, point);
    if (!isZero(under)) {
      if (!isProvenNonzeroConstant(under) && !isProvenNonzero(context, under.num))
        throw new Unsupported("a limit whose denominator may vanish");
      return divide(context, over, under);
    }
    if (!isZero(over)) throw new Unsupported("an infinite limit");
    current = divide(
      context,
      differentiate(context, fromPolynomial(num), variable),
      differentiate(context, fromPolynomial(den), variable),
    );
  }
  throw new Unsupported("a limit that is not found");
}

function integer(value: bigint): Node {
  const size = value < 0n ? -value : value;
  return { kind: "number", value: { num: value, den: 1n }, literal: size.toString(), decimals: null };
}

/** Whether a point is infinite, and on which side. */
export function infiniteSide(point: Node): 1 | -1 | null {
  if (point.kind === "negation") return infiniteSide(point.operand) === 1 ? -1 : null;
  return point.kind === "constant" && point.name === "infinity" ? 1 : null;
}

/** The variable near the point in terms of a small positive one; `null` for a limit from both sides. */
function approach({ operator, lower }: BigOperatorNode, small: Node): Node | null {
  const point = lower ?? small;
  const side = infiniteSide(point);
  if (side !== null) return { kind: "quotient", numerator: integer(BigInt(side)), denominator: small };
  if (operator === "limit") return null;
  const shift: Node = operator === "limit_left" ? { kind: "negation", operand: small } : small;
  return { kind: "sum", terms: [point, shift] };
}

/** The limit of an expression. Throws `Unsupported` where it does not exist or is not found. */
export function limit(context: Context, node: BigOperatorNode): Quotient {
  if (node.lower === null) throw new Unsupported("a limit without a point");
  const name = boundName(POSITIVE_PREFIX, node);
  const small: Node = { kind: "symbol", name };
  const value = approach(node, small);
  if (value === null) return limitOfBody(context, node.body, node.variable, node.lower);
  return limitOfBody(context, bodyAt(node, value), name, integer(0n));
}

function limitOfBody(context: Context, body: Node, variable: string, point: Node): Quotient {
  if (body.kind === "power") {
    const exponent = context.canonicalize(body.exponent);
    if (quotientDependsOn(exponent, variable)) {
      const base = context.canonicalize(body.base);
      const above = subtract(context, base, ONE_QUOTIENT);
      const nearOne = isZero(limitAt(context, above, variable, point));
      if (nearOne) {
        const growth = limitAt(context, multiply(context, above, exponent), variable, point);
        return exponential(context, growth);
      }
    }
  }
  return limitAt(context, context.canonicalize(body), variable, point);
}
