import type { Node } from "../ast.js";
import { matchInOrder } from "../rules/matching.js";
import { toMatrix } from "../rules/vectors.js";
import { contains } from "../transform.js";
import type { ExpressionTier } from "./tier.js";

function holdsMatrix(node: Node): boolean {
  return contains(node, ({ kind }) => kind === "matrix");
}

function isUnitVectorSum(node: Node): boolean {
  return node.kind === "sum" || node.kind === "product" || node.kind === "negation";
}

/** Whether one side is a vector in brackets and the other one a sum of unit vectors. */
function isVectorPair(a: Node, b: Node): boolean {
  return a.kind === "sequence" && a.open !== "" && isUnitVectorSum(b);
}

/** Matrices and vectors, entry by entry; sums and products of matrices are worked out first. */
export const matrix: ExpressionTier = {
  name: "matrix",
  decide: (reference, candidate, { equal }) => {
    const isMatrixPair = holdsMatrix(reference) || holdsMatrix(candidate);
    if (!isMatrixPair && !isVectorPair(reference, candidate) && !isVectorPair(candidate, reference))
      return null;
    const first = toMatrix(reference, null);
    const b = toMatrix(candidate, first);
    const a = first ?? toMatrix(reference, b);
    if (a === null || b === null) return null;
    if (a.rows[0]?.length !== b.rows[0]?.length) return false;
    return matchInOrder(a.rows.flat(), b.rows.flat(), equal);
  },
};
