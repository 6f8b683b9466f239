import type { Node } from "../ast.js";

/** `x \in S`. */
export interface Membership {
  readonly name: Node;
  readonly set: Node;
}

/** Reads `x \in S`; `null` if an expression states something else. */
export function readMembership(node: Node): Membership | null {
  if (node.kind !== "relation" || node.operators.length !== 1 || node.operators[0] !== "in") return null;
  const [name, set] = node.operands;
  return name === undefined || set === undefined ? null : { name, set };
}
