import type { Node, RatioNode } from "../ast.js";
import { integer, product, quotient } from "../construct.js";
import { parseTime } from "../quantity/index.js";
import { matchInOrder } from "../rules/matching.js";
import type { Context, ExpressionTier, Outcome } from "./tier.js";

const ZERO = integer(0);

function literalOf(node: Node | undefined): string | null {
  return node?.kind === "number" ? node.literal : null;
}

/** A time of day writes its minutes with two digits, of which the first may be 0; a ratio never does. */
function isTime({ parts }: RatioNode): boolean {
  return parts.slice(1).some((part) => /^0\d$/.test(literalOf(part) ?? ""));
}

function sameTime(a: RatioNode, b: RatioNode): boolean {
  const [expected, actual] = [a, b].map(({ parts }) => parseTime(parts.map(literalOf).join(":")));
  return expected !== null && expected === actual;
}

/** `a : b` equals `c : d` if `a d = b c`. */
function sameProportion(a: RatioNode, b: RatioNode, { equal }: Context): Outcome {
  if (a.parts.length !== b.parts.length) return false;
  const [first, ...rest] = a.parts as readonly [Node, ...Node[]];
  const [other, ...others] = b.parts as readonly [Node, ...Node[]];
  // Products with a zero would be equal whatever the other parts are.
  if (equal(first, ZERO) !== false || equal(other, ZERO) !== false)
    return matchInOrder(a.parts, b.parts, equal);
  let outcome: Outcome = true;
  for (const [index, part] of rest.entries()) {
    const same = equal(product(first, others[index] as Node), product(other, part));
    if (same === false) return false;
    if (same === null) outcome = null;
  }
  return outcome;
}

/** Ratios by proportion (`3:4` is `6:8` and `3/4`), times of day by the clock (`12:00` is no number). */
export const ratio: ExpressionTier = {
  name: "ratio",
  decide: (reference, candidate, context) => {
    if (reference.kind === "ratio" && candidate.kind === "ratio") {
      const isClock = isTime(reference) || isTime(candidate);
      return isClock ? sameTime(reference, candidate) : sameProportion(reference, candidate, context);
    }
    const [side, other] = reference.kind === "ratio" ? [reference, candidate] : [candidate, reference];
    if (side.kind !== "ratio" || side.parts.length !== 2 || isTime(side)) return null;
    return context.equal(quotient(side.parts[0] as Node, side.parts[1] as Node), other);
  },
};
