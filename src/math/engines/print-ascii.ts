import { bitLength } from "../rational.js";
import type {
  BigOperatorNode,
  CallNode,
  DerivativeNode,
  Node,
  NumberNode,
  PowerNode,
  QuotientNode,
} from "../ast.js";
import { printCall, type Dialect } from "./ascii-functions.js";

/** More than an engine could handle in any deadline. */
const MAX_LENGTH = 2000;
const MAX_NODES = 1000;
const MAX_DEPTH = 100;
const MAX_NUMBER_BITS = 3000;
const MAX_DERIVATIVE_ORDER = 5;

export interface PrintOptions {
  readonly dialect: Dialect;
  /** The base of a logarithm whose base is not written; without one, such a logarithm is not printed. */
  readonly logBase?: "e" | 10 | undefined;
}

/** The names that free symbols were printed as, shared by the expressions that are compared. */
export type SymbolNames = Map<string, string>;

/**
 * The expression in the syntax of an engine, or `null` for what an engine does not know or could not bear. Numbers are
 * printed exactly. Every symbol is printed as `v1`, `v2`…, so nothing that a model wrote reaches an engine: no name,
 * no assignment and no keyword.
 */
export function printAscii(node: Node, names: SymbolNames, options: PrintOptions): string | null {
  try {
    return print(node, { ...options, names, bound: new Map(), depth: 0, nodes: { left: MAX_NODES } });
  } catch (error) {
    if (error instanceof NotPrintable) return null;
    throw error;
  }
}

class NotPrintable extends Error {
  override readonly name = "NotPrintable";
}

interface Context extends PrintOptions {
  readonly names: SymbolNames;
  /** The symbols bound by the operators around. */
  readonly bound: ReadonlyMap<string, string>;
  readonly depth: number;
  readonly nodes: { left: number };
}

/** An operand of any operator: an atom, a call, or something in parentheses. */
function print(node: Node, outer: Context): string {
  const context = { ...outer, depth: outer.depth + 1 };
  context.nodes.left--;
  if (context.nodes.left < 0 || context.depth > MAX_DEPTH) throw new NotPrintable("too many nodes");
  const printed = PRINTERS[node.kind]?.(node as never, context);
  if (printed === undefined) throw new NotPrintable(node.kind);
  if (printed.length > MAX_LENGTH) throw new NotPrintable("too long");
  return printed;
}

const PRINTERS: Readonly<Partial<Record<Node["kind"], (node: never, context: Context) => string>>> = {
  number: printNumber,
  symbol: ({ name }: { name: string }, context) => symbolName(name, context),
  constant: ({ name }: { name: string }) => {
    if (name === "infinity") throw new NotPrintable(name);
    return name;
  },
  sum: ({ terms }: { terms: readonly Node[] }, context) => `(${printAll(terms, context).join("+")})`,
  product: ({ factors }: { factors: readonly Node[] }, context) =>
    `(${printAll(factors, context).join("*")})`,
  negation: ({ operand }: { operand: Node }, context) => `(-${print(operand, context)})`,
  quotient: ({ numerator, denominator }: QuotientNode, context) =>
    `(${print(numerator, context)}/${print(denominator, context)})`,
  power: ({ base, exponent }: PowerNode, context) => `(${print(base, context)}^${print(exponent, context)})`,
  call: printCallNode,
  derivative: printDerivative,
  big_operator: printBigOperator,
};

function printAll(nodes: readonly Node[], context: Context): string[] {
  return nodes.map((node) => print(node, context));
}

function printNumber({ value: { num, den } }: NumberNode): string {
  if (bitLength(num) > MAX_NUMBER_BITS || bitLength(den) > MAX_NUMBER_BITS) {
    throw new NotPrintable("a long number");
  }
  return den === 1n ? String(num) : `(${num.toString()}/${den.toString()})`;
}

function symbolName(name: string, { names, bound }: Context): string {
  const known = bound.get(name) ?? names.get(name);
  if (known !== undefined) return known;
  const fresh = `v${names.size + 1}`;
  names.set(name, fresh);
  return fresh;
}

function printCallNode({ name, args }: CallNode, context: Context): string {
  const printed = printAll(args, context);
  if (name === "log" && args.length === 1) {
    if (context.logBase === undefined) throw new NotPrintable("a logarithm without a base");
    printed.push(context.logBase === "e" ? "e" : "10");
  }
  const call = printCall(name, printed, context.dialect);
  if (call === null) throw new NotPrintable(name);
  return call;
}

function printDerivative({ variable, order, body }: DerivativeNode, context: Context): string {
  if (context.dialect === "mathjs" || order > MAX_DERIVATIVE_ORDER) throw new NotPrintable("a derivative");
  const name = context.dialect === "nerdamer" ? "diff" : "derived";
  return `${name}(${print(body, context)},${symbolName(variable, context)},${order})`;
}

function printBigOperator(
  { operator, variable, body, lower, upper }: BigOperatorNode,
  context: Context,
): string {
  const name = BIG_OPERATORS.get(operator)?.[context.dialect];
  if (name === undefined || lower === null || upper === null) throw new NotPrintable(operator);
  const bound = `w${context.depth}`;
  const inner = { ...context, bound: new Map(context.bound).set(variable, bound) };
  return `${name}(${print(body, inner)},${bound},${print(lower, context)},${print(upper, context)})`;
}

const BIG_OPERATORS = new Map<string, Readonly<Partial<Record<Dialect, string>>>>([
  ["sum", { nerdamer: "sum", numeric: "summed" }],
  ["product", { nerdamer: "product", numeric: "multiplied" }],
]);
