import type { Node, NumberNode } from "./ast.js";
import type { Rational } from "./rational.js";

/** Expressions made by rules rather than written by a model. */
export function integer(value: number | bigint): Node {
  const magnitude = value < 0 ? -value : value;
  const node: NumberNode = {
    kind: "number",
    value: { num: BigInt(magnitude), den: 1n },
    literal: String(magnitude),
    decimals: null,
  };
  return value < 0 ? negation(node) : node;
}

export function fromRational({ num, den }: Rational): Node {
  return den === 1n ? integer(num) : quotient(integer(num), integer(den));
}

export function negation(operand: Node): Node {
  return operand.kind === "negation" ? operand.operand : { kind: "negation", operand };
}

export function sum(...terms: readonly Node[]): Node {
  return { kind: "sum", terms };
}

export function difference(a: Node, b: Node): Node {
  return { kind: "sum", terms: [a, { kind: "negation", operand: b }] };
}

export function product(...factors: readonly Node[]): Node {
  return { kind: "product", factors };
}

export function quotient(numerator: Node, denominator: Node): Node {
  return { kind: "quotient", numerator, denominator };
}

export function power(base: Node, exponent: number): Node {
  return { kind: "power", base, exponent: integer(exponent) };
}

export function squareRoot(radicand: Node): Node {
  return { kind: "call", name: "root", args: [radicand, integer(2)] };
}
