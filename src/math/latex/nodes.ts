import type {
  ApplicationNode,
  CallNode,
  FunctionName,
  NegationNode,
  Node,
  SequenceNode,
  SymbolNode,
  Text,
} from "../ast.js";

export function symbol(name: string): SymbolNode {
  return { kind: "symbol", name };
}

export function textNode(text: string): Text {
  return { kind: "text", text };
}

export function apply(name: FunctionName, args: readonly Node[]): CallNode {
  return { kind: "call", name, args };
}

export function application(name: string, args: readonly Node[]): ApplicationNode {
  return { kind: "application", name, args };
}

export function negation(operand: Node): NegationNode {
  return { kind: "negation", operand };
}

/** One factor is itself. */
export function product(factors: readonly Node[]): Node {
  const [only] = factors;
  return factors.length === 1 && only !== undefined ? only : { kind: "product", factors };
}

/** `f^n(x)` as `f(x)^n`; without an exponent the base itself. */
export function naturalPower(base: Node, exponent: Node | null): Node {
  return exponent === null ? base : { kind: "power", base, exponent };
}

/** A list without brackets. */
export function isBareSequence(node: Node): node is SequenceNode {
  return node.kind === "sequence" && node.open === "";
}

/** Items joined by commas without brackets: what stands between the brackets of a tuple or the arguments of a call. */
export function itemsOf(list: Node): readonly Node[] {
  return isBareSequence(list) && list.joined === "comma" ? list.items : [list];
}

/** A number literal without a decimal point, exponent, period or base. */
export function isIntegerLiteral(node: Node): boolean {
  return node.kind === "number" && node.decimals === null && /^\d+$/.test(node.literal);
}
