import { children, type BigOperatorNode, type Node } from "../../ast.js";
import { isIndexedBy } from "../../indexed-name.js";
import { contains } from "../../transform.js";
import { Unsupported } from "../form.js";
import { freeSymbols, substitute } from "../tree.js";

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

/** `x_k` at `k = 2` is `x_2`; at anything but a number it is another unknown. */
function indexedAt(name: string, variable: string, value: Node): Node {
  const stem = name.slice(0, -variable.length);
  const isWhole = value.kind === "number" && value.value.den === 1n;
  if (!isWhole || `${stem}${variable}` !== name || !stem.endsWith("_"))
    throw new Unsupported("a name that changes with its index");
  return { kind: "symbol", name: `${stem}${value.value.num}` };
}

/**
 * The body with another expression in the place of its bound variable. Throws `Unsupported` where the variable is an
 * index that is no number.
 */
export function bodyAt({ body, variable }: BigOperatorNode, value: Node): Node {
  const isIndexedFunction = (node: Node): boolean =>
    node.kind === "application" && isIndexedBy(node.name, variable);
  if (contains(body, isIndexedFunction)) throw new Unsupported("a function that changes with its index");
  let result = substitute(body, variable, value);
  for (const name of freeSymbols(body)) {
    if (isIndexedBy(name, variable)) result = substitute(result, name, indexedAt(name, variable, value));
  }
  return result;
}
