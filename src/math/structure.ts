import { children, type Node } from "./ast.js";
import { contains } from "./transform.js";

/** What does not commute in a product. */
function isOrdered({ kind }: Node): boolean {
  return kind === "matrix" || kind === "sequence";
}

/** What tells a node from others of its kind, without its sub-expressions. */
function label(node: Node): string {
  switch (node.kind) {
    case "number":
      return `${node.value.num}/${node.value.den}`;
    case "symbol":
    case "application":
    case "call":
    case "constant":
      return JSON.stringify(node.name);
    case "number_set":
      return node.name + node.part;
    case "plus_minus":
      return String(node.sign);
    case "big_operator":
      return JSON.stringify([node.operator, node.variable, node.lower === null, node.upper === null]);
    case "derivative":
      return JSON.stringify([node.variable, node.order]);
    case "quantity":
      return JSON.stringify(node.unit);
    case "sequence":
      return node.open + node.close + node.joined;
    case "relation":
      return node.operators.join(" ");
    case "set_operation":
      return node.operator;
    case "text":
      return JSON.stringify(node.text.trim());
    case "cases":
      return node.branches.map(({ condition }) => (condition === null ? "else" : "if")).join();
    case "matrix":
      return `${node.rows.length} rows`;
    default:
      return "";
  }
}

/** Whether the order of the sub-expressions means nothing. */
function isUnordered(node: Node): boolean {
  if (node.kind === "sum" || node.kind === "set") return true;
  if (node.kind === "set_operation") return node.operator === "union" || node.operator === "intersection";
  return node.kind === "product" && !contains(node, isOrdered);
}

/**
 * A text that two expressions share exactly if they are built in the same way, up to the order of terms, factors and
 * members. Nothing is evaluated, so that `10^{10^{10}}` costs what its five symbols cost.
 */
export function structuralKey(node: Node): string {
  const parts = children(node).map(structuralKey);
  if (isUnordered(node)) parts.sort();
  return `${node.kind}:${label(node)}(${parts.join(",")})`;
}

/** Whether two expressions have the same {@link structuralKey}: most differ where they begin, and need none. */
export function haveSameStructure(a: Node, b: Node): boolean {
  if (a.kind !== b.kind || label(a) !== label(b)) return false;
  return children(a).length === children(b).length && structuralKey(a) === structuralKey(b);
}
