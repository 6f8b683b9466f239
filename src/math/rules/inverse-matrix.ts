import type { MatrixNode, Node } from "../ast.js";
import { negation, product, quotient, sum } from "../construct.js";

type Rows = readonly (readonly Node[])[];

const MAX_DIMENSION = 3;

/** Without one of the rows and one of the columns. */
function minor(rows: Rows, r: number, c: number): Rows {
  return rows.filter((_row, index) => index !== r).map((row) => row.filter((_entry, index) => index !== c));
}

function signed(node: Node, index: number): Node {
  return index % 2 === 0 ? node : negation(node);
}

function determinant(rows: Rows): Node {
  const [first = []] = rows;
  const [a, b] = first;
  if (a !== undefined && b === undefined) return a;
  const terms = first.map((entry, c) => signed(product(entry, determinant(minor(rows, 0, c))), c));
  return sum(...terms);
}

/** The inverse of a square matrix of three rows at most, by its cofactors; `null` for a larger one. */
export function inverse(rows: Rows): MatrixNode | null {
  if (rows.length > MAX_DIMENSION || rows.length < 2) return null;
  const denominator = determinant(rows);
  const entry = (r: number, c: number): Node =>
    quotient(signed(determinant(minor(rows, c, r)), r + c), denominator);
  return { kind: "matrix", rows: rows.map((row, r) => row.map((_entry, c) => entry(r, c))) };
}
