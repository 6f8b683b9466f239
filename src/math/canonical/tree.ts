import { children, type Node } from "../ast.js";

function collect(node: Node, bound: ReadonlySet<string>, free: Set<string>): void {
  if (node.kind === "symbol") {
    if (!bound.has(node.name)) free.add(node.name);
    return;
  }
  if (node.kind === "big_operator") {
    for (const bounds of [node.lower, node.upper]) if (bounds !== null) collect(bounds, bound, free);
    collect(node.body, new Set([...bound, node.variable]), free);
    return;
  }
  for (const child of children(node)) collect(child, bound, free);
}

/** The free variables of an expression: those that no sum, product, limit or integral binds. */
export function freeSymbols(node: Node): ReadonlySet<string> {
  const free = new Set<string>();
  collect(node, new Set(), free);
  return free;
}

type Replace = (node: Node) => Node;

function replaceOperand(node: Node, replace: Replace): Node {
  switch (node.kind) {
    case "sum":
      return { ...node, terms: node.terms.map(replace) };
    case "product":
      return { ...node, factors: node.factors.map(replace) };
    case "negation":
    case "plus_minus":
      return { ...node, operand: replace(node.operand) };
    case "quotient":
      return { ...node, numerator: replace(node.numerator), denominator: replace(node.denominator) };
    case "power":
      return { ...node, base: replace(node.base), exponent: replace(node.exponent) };
    case "call":
    case "application":
      return { ...node, args: node.args.map(replace) };
    case "derivative":
      return { ...node, body: replace(node.body) };
    case "quantity":
      return { ...node, value: replace(node.value) };
    case "sequence":
    case "set":
      return { ...node, items: node.items.map(replace) };
    case "relation":
      return { ...node, operands: node.operands.map(replace) };
    default:
      return replaceRare(node, replace);
  }
}

function replaceRare(node: Node, replace: Replace): Node {
  switch (node.kind) {
    case "ratio":
      return { ...node, parts: node.parts.map(replace) };
    case "matrix":
      return { ...node, rows: node.rows.map((row) => row.map(replace)) };
    case "cases":
      return {
        ...node,
        branches: node.branches.map(({ value, condition }) => ({
          value: replace(value),
          condition: condition && replace(condition),
        })),
      };
    case "set_operation":
      return { ...node, left: replace(node.left), right: replace(node.right) };
    case "set_builder":
      return { ...node, element: replace(node.element), condition: replace(node.condition) };
    default:
      return node;
  }
}

/** The expression with a value in the place of every free occurrence of a variable. */
export function substitute(node: Node, variable: string, value: Node): Node {
  const replace = (child: Node): Node => substitute(child, variable, value);
  if (node.kind === "symbol") return node.name === variable ? value : node;
  if (node.kind === "big_operator")
    return {
      ...node,
      lower: node.lower && replace(node.lower),
      upper: node.upper && replace(node.upper),
      body: node.variable === variable ? node.body : replace(node.body),
    };
  return replaceOperand(node, replace);
}
