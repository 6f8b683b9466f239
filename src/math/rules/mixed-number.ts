import type { Node } from "../ast.js";
import { sum } from "../construct.js";

function isInteger(node: Node | undefined): boolean {
  return node?.kind === "number" && node.value.den === 1n && node.decimals === null;
}

/** `\frac34`, `3/4`: a positive fraction below 1, as it is written. */
function isProperFraction(node: Node | undefined): boolean {
  if (node?.kind !== "quotient") return false;
  const { numerator, denominator } = node;
  if (numerator.kind !== "number" || denominator.kind !== "number") return false;
  return isInteger(numerator) && isInteger(denominator) && numerator.value.num < denominator.value.num;
}

/** The mixed number that "2 and 3/4" may be, which is also a list of two; `null` for everything else. */
export function readMixedNumber(node: Node): Node | null {
  if (node.kind !== "sequence" || node.joined !== "and" || node.open !== "" || node.items.length !== 2)
    return null;
  const [whole, fraction] = node.items;
  return isInteger(whole) && isProperFraction(fraction) ? sum(...node.items) : null;
}
