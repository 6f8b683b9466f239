import type { Node, SequenceNode } from "../ast.js";
import { freeSymbols } from "../canonical/index.js";
import { readMembership } from "../rules/membership.js";
import { isInterval, toRealSet } from "../sets/from-node.js";
import { isIntegerSet, sameIntegers } from "../sets/integer-set.js";
import { sameSet } from "../sets/real-set.js";
import { createSolver, type Solver, Unsolvable } from "../sets/solver.js";
import { contains } from "../transform.js";
import type { Context, ExpressionTier, Outcome } from "./tier.js";

function isStatement(node: Node): boolean {
  if (node.kind === "relation") return node.operators[0] !== "in" && node.operators[0] !== "not_in";
  return node.kind === "sequence" && node.open === "" && !node.items.every(isInterval);
}

/** Conditions in a list, with further values that the first excludes; or intervals that "or" joins. */
function isConditionList({ items, joined }: SequenceNode): boolean {
  const [first, ...others] = items;
  if (joined === "or" && items.every(isInterval)) return true;
  if (first?.kind !== "relation") return false;
  return first.operators[0] === "!=" || others.every((item) => item.kind === "relation");
}

/** Whether a node can only be meant as a set of reals, or as a condition on them. */
function isSetLike(node: Node): boolean {
  switch (node.kind) {
    case "set_operation":
    case "number_set":
    case "set_builder":
    case "set":
    case "relation":
      return true;
    case "sum":
      return node.terms.some(isSetLike);
    case "sequence":
      return node.open !== "" ? node.items.length === 2 : isConditionList(node);
    default:
      return false;
  }
}

/** Whether `policy.intervals` lets a condition such as `1 < x < 2` stand for a set such as `(1, 2)`. */
function isAllowed(reference: Node, candidate: Node, { policy }: Context): boolean {
  if (isStatement(reference) === isStatement(candidate) || policy.intervals === "both") return true;
  return policy.intervals === "reference_relation" && isStatement(reference);
}

/** What a condition may be on instead of its letter: `f(x) > 1`, `\lfloor x\rfloor = 1`. */
function namesFunction(node: Node): boolean {
  return contains(node, (inner) => {
    if (inner.kind === "call") return !SOLVED.has(inner.name) && freeSymbols(inner).size > 0;
    return inner.kind === "application";
  });
}

/** The functions that conditions are solved through. */
const SOLVED: ReadonlySet<string> = new Set(["abs"]);

/** `x > 1` is no condition on `y`, nor on `f(x)`. */
function haveSameUnknowns(a: Node, b: Node): boolean {
  const [ours, theirs] = [readMembership(a), readMembership(b)];
  if (ours?.name.kind === "symbol" && theirs?.name.kind === "symbol")
    return ours.name.name === theirs.name.name;
  if (!isStatement(a) || !isStatement(b)) return true;
  if (namesFunction(a) || namesFunction(b)) return false;
  const [left, right] = [freeSymbols(a), freeSymbols(b)];
  return left.size === right.size && [...left].every((symbol) => right.has(symbol));
}

function compareSets(reference: Node, candidate: Node, solver: Solver): Outcome {
  if (isIntegerSet(reference) || isIntegerSet(candidate)) return sameIntegers(reference, candidate, solver);
  const a = toRealSet(reference, solver);
  const b = a && toRealSet(candidate, solver);
  if (a === null || b === null) return null;
  // Two conditions that nothing meets need not be the same: `x^2 = -1` and `x^2 = -2`.
  if (a.length === 0 && b.length === 0 && isStatement(reference) && isStatement(candidate)) return null;
  return sameSet(a, b, solver.order);
}

/** Intervals, unions, finite sets and inequalities by the set of reals that they denote. */
export const realSet: ExpressionTier = {
  name: "real_set",
  decide: (reference, candidate, context) => {
    if (!isSetLike(reference) || !isSetLike(candidate) || !haveSameUnknowns(reference, candidate))
      return null;
    if (!isAllowed(reference, candidate, context)) return false;
    try {
      return compareSets(reference, candidate, createSolver(context.arithmetic));
    } catch (error) {
      if (error instanceof Unsolvable) return null;
      throw error;
    }
  },
};
