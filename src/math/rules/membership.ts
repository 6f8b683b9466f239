import type { Node, SequenceNode } from "../ast.js";

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

/** Whether a node lists statements, none of which stands for another: not joined by "or", and without brackets. */
function isBareList(node: Node): node is SequenceNode {
  return node.kind === "sequence" && node.open === "" && node.joined !== "or";
}

/** A list in which `m, n \in S` says of each letter that it is in the set. The same node if nothing does. */
export function withEachMember(node: Node): Node {
  if (!isBareList(node)) return node;
  const items: Node[] = [];
  let set: Node | null = null;
  for (const item of node.items.toReversed()) {
    const membership = readMembership(item);
    const isLetter = item.kind === "symbol";
    if (membership !== null) ({ set } = membership);
    else if (!isLetter) set = null;
    const isOfSet = isLetter && set !== null;
    items.unshift(
      isOfSet ? { kind: "relation", operands: [item, set as Node], operators: ["in"] } : withEachMember(item),
    );
  }
  return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
}
