import type { Node } from "../ast.js";
import { add, divide, multiply, negate, type Rational } from "../rational.js";
import { checkSize } from "./coefficients.js";
import type { Context } from "./form.js";

const MAX_DEPTH = 8;
const LARGEST_EXPONENT = 64n;

function fold(
  context: Context,
  nodes: readonly Node[],
  join: (a: Rational, b: Rational) => Rational,
  depth: number,
): Rational | null {
  let result: Rational | null = null;
  for (const node of nodes) {
    const value = evaluate(context, node, depth);
    if (value === null) return null;
    result = result === null ? value : join(result, value);
    checkSize(context, result);
  }
  return result;
}

function power(context: Context, base: Node, exponent: Node, depth: number): Rational | null {
  const [value, times] = [evaluate(context, base, depth), evaluate(context, exponent, depth)];
  if (value === null || times?.den !== 1n) return null;
  if (times.num < 0n || times.num > LARGEST_EXPONENT || (times.num === 0n && value.num === 0n)) return null;
  checkSize(context, value);
  return { num: value.num ** times.num, den: value.den ** times.num };
}

function evaluate(context: Context, node: Node, depth: number): Rational | null {
  if (depth > MAX_DEPTH) return null;
  context.spend(0.2);
  switch (node.kind) {
    case "number":
      return node.value;
    case "negation": {
      const value = evaluate(context, node.operand, depth + 1);
      return value && negate(value);
    }
    case "sum":
      return fold(context, node.terms, add, depth + 1);
    case "product":
      return fold(context, node.factors, multiply, depth + 1);
    case "quotient": {
      const denominator = evaluate(context, node.denominator, depth + 1);
      if (denominator === null || denominator.num === 0n) return null;
      const numerator = evaluate(context, node.numerator, depth + 1);
      return numerator && divide(numerator, denominator);
    }
    case "power":
      return power(context, node.base, node.exponent, depth + 1);
    default:
      return null;
  }
}

/** The value of plain arithmetic on numbers, without canonical forms; `null` for all else. */
export function fastRational(context: Context, node: Node): Rational | null {
  return evaluate(context, node, 0);
}
