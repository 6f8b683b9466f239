import { children, type BigOperatorNode, type Node } from "../../ast.js";
import { substitute } from "../tree.js";

/** How deep big operators are nested in an expression. */
function height(node: Node): number {
  let greatest = 0;
  for (const child of children(node)) greatest = Math.max(greatest, height(child));
  return node.kind === "big_operator" ? greatest + 1 : greatest;
}

/** The name of the bound variable: equal in equal expressions, and other than those that are bound inside. */
export function boundName(prefix: string, { body }: BigOperatorNode): string {
  return `${prefix}${height(body)}`;
}

/** The body with another expression in the place of its bound variable. */
export function bodyAt({ body, variable }: BigOperatorNode, value: Node): Node {
  return substitute(body, variable, value);
}
