import type { CasesNode, Node } from "../ast.js";
import { freeSymbols, substitute } from "../canonical/index.js";
import { domainOf, piecesOf, type ValuePiece } from "../sets/pieces.js";
import { intersection, type Piece, sameSet } from "../sets/real-set.js";
import { createSolver, type Solver, Unsolvable } from "../sets/solver.js";
import type { Context, ExpressionTier, Outcome } from "./tier.js";

type Branch = CasesNode["branches"][number];

/** Whether every branch has one partner with the same value and the same condition. */
function haveSameBranches(reference: CasesNode, candidate: CasesNode, { equal }: Context): boolean {
  if (reference.branches.length !== candidate.branches.length) return false;
  const same = (a: Branch, b: Branch): boolean => {
    if (equal(a.value, b.value) !== true) return false;
    if (a.condition === null || b.condition === null) return a.condition === b.condition;
    return equal(a.condition, b.condition) === true;
  };
  const left = [...candidate.branches];
  for (const branch of reference.branches) {
    const index = left.findIndex((other) => same(branch, other));
    if (index < 0) return false;
    left.splice(index, 1);
  }
  return true;
}

interface Comparison {
  readonly variable: string;
  readonly solver: Solver;
  readonly equal: Context["equal"];
}

/** Two values on a set where both hold. Only polynomials that are not the same are known to differ on an interval. */
function sameValues(
  a: Node,
  b: Node,
  { low, high }: Piece,
  { variable, solver, equal }: Comparison,
): Outcome {
  if (typeof low !== "string" && typeof high !== "string" && solver.order(low, high) === 0)
    return equal(substitute(a, variable, low), substitute(b, variable, low));
  const outcome = equal(a, b);
  if (outcome !== false) return outcome;
  const arePolynomials = [a, b].every((value) => solver.polynomial(value, variable) !== null);
  return arePolynomials ? false : null;
}

function samePieces(a: readonly ValuePiece[], b: readonly ValuePiece[], comparison: Comparison): Outcome {
  const { solver } = comparison;
  if (!sameSet(domainOf(a, solver), domainOf(b, solver), solver.order)) return false;
  let outcome: Outcome = true;
  for (const left of a) {
    for (const right of b) {
      for (const piece of intersection(left.set, right.set, solver.order)) {
        const same = sameValues(left.value, right.value, piece, comparison);
        if (same === false) return false;
        if (same === null) outcome = null;
      }
    }
  }
  return outcome;
}

function compareFunctions(reference: Node, candidate: Node, context: Context): Outcome {
  const [variable, ...others] = new Set([...freeSymbols(reference), ...freeSymbols(candidate)]);
  if (variable === undefined || others.length > 0) return null;
  const solver = createSolver(context.arithmetic);
  try {
    const a = piecesOf(reference, variable, solver);
    const b = a && piecesOf(candidate, variable, solver);
    if (a === null || b === null || a.length === 0 || b.length === 0) return null;
    return samePieces(a, b, { variable, solver, equal: context.equal });
  } catch (error) {
    if (error instanceof Unsolvable) return null;
    throw error;
  }
}

/** Piecewise functions: by their branches as they are written, or by their values on every interval. */
export const cases: ExpressionTier = {
  name: "cases",
  decide: (reference, candidate, context) => {
    const areBoth = reference.kind === "cases" && candidate.kind === "cases";
    if (reference.kind !== "cases" && candidate.kind !== "cases") return null;
    if (areBoth && haveSameBranches(reference, candidate, context)) return true;
    return compareFunctions(reference, candidate, context);
  },
};
