import type { FunctionName, Node } from "../src/math/ast.js";
import { rational } from "../src/math/rational.js";

export function number(num: number | bigint, den: number | bigint = 1n): Node {
  return { kind: "number", value: rational(BigInt(num), BigInt(den)), literal: String(num), decimals: null };
}
export const symbol = (name: string): Node => ({ kind: "symbol", name });
export const constant = (name: "pi" | "e" | "i" | "infinity"): Node => ({ kind: "constant", name });
export const sum = (...terms: Node[]): Node => ({ kind: "sum", terms });
export const product = (...factors: Node[]): Node => ({ kind: "product", factors });
export const negation = (operand: Node): Node => ({ kind: "negation", operand });
export const quotient = (numerator: Node, denominator: Node): Node => ({
  kind: "quotient",
  numerator,
  denominator,
});
export const power = (base: Node, exponent: Node): Node => ({ kind: "power", base, exponent });
export const call = (name: FunctionName, ...args: Node[]): Node => ({ kind: "call", name, args });
export const sqrt = (radicand: Node): Node => call("root", radicand, number(2));
export const total = (body: Node, lower: Node, upper: Node, operator: "sum" | "product" = "sum"): Node => ({
  kind: "big_operator",
  operator,
  variable: "k",
  body,
  lower,
  upper,
});
export const derivative = (body: Node, order = 1): Node => ({
  kind: "derivative",
  variable: "x",
  order,
  body,
});
