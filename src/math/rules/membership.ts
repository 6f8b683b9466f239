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

/** A list in which `m, n \in S` says of each letter that it is in the set. The same node if nothing does. */
export function withEachMember(node: Node): Node {
  if (node.kind !== "sequence" || node.open !== "" || node.joined === "or") return node;
  let set: Node | null = null;
  const membersOf = (item: Node): Node => {
    if (item.kind === "symbol")
      return set === null ? item : { kind: "relation", operands: [item, set], operators: ["in"] };
    set = readMembership(item)?.set ?? null;
    return withEachMember(item);
  };
  const items = node.items.toReversed().map(membersOf).toReversed();
  return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
}
