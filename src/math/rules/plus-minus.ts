import { negation } from "../construct.js";
import { children, type Node } from "../ast.js";
import { contains, mapChildren } from "../transform.js";

/** Whether `\pm` or `\mp` stands in an expression that is one value, not a collection whose items have their own. */
export function hasPlusMinus(node: Node): boolean {
  return contains(node, ({ kind }) => kind === "plus_minus");
}

/** More signs that are independent of each other make too many values. */
const MOST_SIGNS = 4;

function signsIn(node: Node): readonly (1 | -1)[] {
  const own = node.kind === "plus_minus" ? [node.sign] : [];
  return [...own, ...children(node).flatMap(signsIn)];
}

/** The expression with the upper or lower sign of each `\pm` and `\mp`, in reading order, as `isUpper` chooses. */
function choose(node: Node, isUpper: () => boolean): Node {
  if (node.kind !== "plus_minus") return mapChildren(node, (child) => choose(child, isUpper));
  const isPositive = (node.sign === 1) === isUpper();
  const operand = choose(node.operand, isUpper);
  return isPositive ? operand : negation(operand);
}

/**
 * The values of an expression with `\pm`. Where `\mp` stands beside it, all upper signs or all lower signs are meant;
 * several `\pm`, as in `\pm\sqrt{2 \pm \sqrt3}`, have all combinations.
 */
export function plusMinusValues(node: Node): readonly Node[] {
  const signs = signsIn(node);
  if (signs.includes(-1)) return [true, false].map((upper) => choose(node, () => upper));
  if (signs.length > MOST_SIGNS) return [node];
  return Array.from({ length: 2 ** signs.length }, (_, choice) => {
    let index = 0;
    return choose(node, () => ((choice >> index++) & 1) === 0);
  });
}
