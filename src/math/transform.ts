import { children, type Node } from "./ast.js";

/** Whether the predicate holds for the node or for any expression inside it. */
export function contains(node: Node, predicate: (node: Node) => boolean): boolean {
  if (predicate(node)) return true;
  for (const child of children(node)) if (contains(child, predicate)) return true;
  return false;
}

/** The same node with its direct sub-expressions replaced; the node itself if none changes. */
export function mapChildren(node: Node, change: (child: Node) => Node): Node {
  switch (node.kind) {
    case "sum":
      return { ...node, terms: node.terms.map(change) };
    case "product":
      return { ...node, factors: node.factors.map(change) };
    case "negation":
    case "plus_minus":
      return { ...node, operand: change(node.operand) };
    case "quotient":
      return { ...node, numerator: change(node.numerator), denominator: change(node.denominator) };
    case "power":
      return { ...node, base: change(node.base), exponent: change(node.exponent) };
    case "call":
    case "application":
      return { ...node, args: node.args.map(change) };
    case "quantity":
      return { ...node, value: change(node.value) };
    case "ratio":
      return { ...node, parts: node.parts.map(change) };
    case "relation":
      return { ...node, operands: node.operands.map(change) };
    default:
      return mapContainer(node, change);
  }
}

function mapContainer(node: Node, change: (child: Node) => Node): Node {
  switch (node.kind) {
    case "sequence":
    case "set":
      return { ...node, items: node.items.map(change) };
    case "matrix":
      return { ...node, rows: node.rows.map((row) => row.map(change)) };
    case "derivative":
      return { ...node, body: change(node.body) };
    case "set_operation":
      return { ...node, left: change(node.left), right: change(node.right) };
    case "set_builder":
      return { ...node, element: change(node.element), condition: change(node.condition) };
    case "cases": {
      const branches = node.branches.map(({ value, condition }) => ({
        value: change(value),
        condition: condition && change(condition),
      }));
      return { ...node, branches };
    }
    case "big_operator":
      return {
        ...node,
        body: change(node.body),
        lower: node.lower && change(node.lower),
        upper: node.upper && change(node.upper),
      };
    default:
      return node;
  }
}
