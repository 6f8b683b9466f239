import type { MatrixNode, Node } from "../ast.js";
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

function isLine({ rows }: MatrixNode): boolean {
  return rows.length === 1 || rows[0]?.length === 1;
}

/** A vector in brackets is a row as well as a column. */
function haveSameShape(a: MatrixNode, b: MatrixNode, isList: boolean): boolean {
  return (isList && isLine(a) && isLine(b)) || a.rows[0]?.length === b.rows[0]?.length;
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
    const isList = reference.kind === "sequence" || candidate.kind === "sequence";
    return haveSameShape(a, b, isList) && matchInOrder(a.rows.flat(), b.rows.flat(), equal);
  },
};
