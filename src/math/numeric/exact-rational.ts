import type { Node } from "../ast.js";
import { add, bitLength, divide, multiply, negate, ONE, type Rational, ZERO } from "../rational.js";

/** Deeper or larger than this, a number is left to the approximate arithmetic. */
const MAX_DEPTH = 12;
const MAX_BITS = 512;

function small(value: Rational): Rational | null {
  return bitLength(value.num) <= MAX_BITS && bitLength(value.den) <= MAX_BITS ? value : null;
}

function fold(
  nodes: readonly Node[],
  start: Rational,
  combine: (a: Rational, b: Rational) => Rational,
  depth: number,
): Rational | null {
  let total: Rational | null = start;
  for (const node of nodes) {
    const value = exactRational(node, depth);
    if (value === null) return null;
    total = small(combine(total, value));
    if (total === null) return null;
  }
  return total;
}

/** The rational number that an expression of literals and the four operations says; `null` if it is anything else. */
export function exactRational(node: Node, depth = 0): Rational | null {
  if (depth > MAX_DEPTH) return null;
  switch (node.kind) {
    case "number":
      return node.value;
    case "negation": {
      const value = exactRational(node.operand, depth + 1);
      return value && negate(value);
    }
    case "sum":
      return fold(node.terms, ZERO, add, depth + 1);
    case "product":
      return fold(node.factors, ONE, multiply, depth + 1);
    case "quotient": {
      const divisor = exactRational(node.denominator, depth + 1);
      if (divisor === null || divisor.num === 0n) return null;
      const dividend = exactRational(node.numerator, depth + 1);
      return dividend && small(divide(dividend, divisor));
    }
    default:
      return null;
  }
}
