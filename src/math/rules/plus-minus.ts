import { negation } from "../construct.js";
import type { Node } from "../ast.js";
import { contains, mapChildren } from "../transform.js";

/** Whether `\pm` or `\mp` stands in an expression that is one value, not a collection whose items have their own. */
export function hasPlusMinus(node: Node): boolean {
  return contains(node, ({ kind }) => kind === "plus_minus");
}

function choose(node: Node, upper: boolean): Node {
  if (node.kind !== "plus_minus") return mapChildren(node, (child) => choose(child, upper));
  const operand = choose(node.operand, upper);
  return (node.sign === 1) === upper ? operand : negation(operand);
}

/** The two values of an expression with `\pm`: all upper signs, then all lower signs. */
export function plusMinusValues(node: Node): readonly [upper: Node, lower: Node] {
  return [choose(node, true), choose(node, false)];
}
