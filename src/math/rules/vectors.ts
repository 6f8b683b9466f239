import { integer, negation, product, sum } from "../construct.js";
import { children, type MatrixNode, type Node, type SequenceNode } from "../ast.js";
import { contains } from "../transform.js";
import { inverse } from "./inverse-matrix.js";

/** Larger products of matrices are not worked out. */
const MAX_DIMENSION = 12;

/** A product repeats the entries of its factors: those of a product of many grow without end. */
const MAX_NODES = 20_000;

function isMatrix(node: Node): node is MatrixNode {
  return node.kind === "matrix";
}

function column(items: readonly Node[]): MatrixNode {
  return { kind: "matrix", rows: items.map((item) => [item]) };
}

/** `[[1, 2], [3, 4]]` and `((1, 2), (3, 4))` are the rows of a matrix. */
function fromNestedSequence({ items }: SequenceNode): MatrixNode | null {
  const rows: (readonly Node[])[] = [];
  for (const item of items) {
    if (item.kind !== "sequence" || item.open === "") return null;
    rows.push(item.items);
  }
  const width = rows[0]?.length ?? 0;
  return rows.length > 0 && rows.every((row) => row.length === width) ? { kind: "matrix", rows } : null;
}

const AXES: ReadonlyMap<string, number> = new Map(
  [["i", "imath"], ["j", "jmath"], ["k"]].flatMap((spellings, index) =>
    spellings.flatMap((axis): [string, number][] => [
      [`hat(${axis})`, index],
      [`vec(${axis})`, index],
      [`bar(${axis})`, index],
      [axis, index],
    ]),
  ),
);

function axisOf(node: Node): number | null {
  if (node.kind === "constant" && node.name === "i") return 0;
  return node.kind === "symbol" ? (AXES.get(node.name) ?? null) : null;
}

/** One term of `2i - j + 4k`: its axis and its coefficient. */
function readTerm(term: Node): { readonly axis: number; readonly coefficient: Node } | null {
  if (term.kind === "negation") {
    const inner = readTerm(term.operand);
    return inner && { ...inner, coefficient: negation(inner.coefficient) };
  }
  const axis = axisOf(term);
  if (axis !== null) return { axis, coefficient: integer(1) };
  if (term.kind !== "product") return null;
  const axes = term.factors.filter((factor) => axisOf(factor) !== null);
  const [only] = axes;
  if (only === undefined || axes.length > 1) return null;
  const rest = term.factors.filter((factor) => factor !== only);
  const coefficient = rest.length === 1 ? (rest[0] as Node) : product(...rest);
  return { axis: axisOf(only) as number, coefficient };
}

/** `2\hat{i} - \hat{j} + 4\hat{k}` as a column of `dimension` components. */
function fromUnitVectors(node: Node, dimension: number): MatrixNode | null {
  const components: Node[] = Array.from({ length: dimension }, () => integer(0));
  for (const term of node.kind === "sum" ? node.terms : [node]) {
    const read = readTerm(term);
    if (read === null || read.axis >= dimension) return null;
    components[read.axis] = read.coefficient;
  }
  return column(components);
}

/** The matrix or column vector that an expression is, given the shape of what it is compared with. */
export function toMatrix(node: Node, like: MatrixNode | null): MatrixNode | null {
  if (isMatrix(node)) return node;
  if (node.kind === "sequence") {
    if (node.open === "") return null;
    return fromNestedSequence(node) ?? column(node.items);
  }
  const isTransposed = node.kind === "call" && node.name === "transpose";
  if (isTransposed && node.args[0]?.kind === "sequence") return toMatrix(node.args[0], like);
  if (contains(node, isMatrix)) return evaluate(node);
  return like === null ? null : fromUnitVectors(node, like.rows.length);
}

function evaluate(node: Node): MatrixNode | null {
  switch (node.kind) {
    case "matrix":
      return node;
    case "negation":
      return mapEntries(evaluate(node.operand), negation);
    case "sum":
      return node.terms.map(evaluate).reduce(addMatrices);
    case "product":
      return evaluateProduct(node.factors);
    case "quotient": {
      const { denominator } = node;
      return mapEntries(evaluate(node.numerator), (numerator) => ({
        kind: "quotient",
        numerator,
        denominator,
      }));
    }
    case "power":
      return evaluatePower(evaluate(node.base), node.exponent);
    case "call": {
      const inner = node.name === "transpose" ? evaluate(node.args[0] as Node) : null;
      return inner && transpose(inner);
    }
    default:
      return null;
  }
}

const MOST_FACTORS = 16n;

/** A whole power of a square matrix. */
function evaluatePower(base: MatrixNode | null, exponent: Node): MatrixNode | null {
  if (base === null || base.rows.length !== base.rows[0]?.length) return null;
  if (exponent.kind === "negation") {
    const inverted = inverse(base.rows);
    const isTooLarge = inverted === null || nodesLeft(inverted.rows.flat(), MAX_NODES) < 0;
    return isTooLarge ? null : evaluatePower(inverted, exponent.operand);
  }
  if (exponent.kind !== "number" || exponent.value.den !== 1n) return null;
  const { num } = exponent.value;
  if (num < 1n || num > MOST_FACTORS) return null;
  return Array.from({ length: Number(num) }, (): MatrixNode | null => base).reduce(multiply);
}

function mapEntries(matrix: MatrixNode | null, change: (entry: Node) => Node): MatrixNode | null {
  return matrix && { kind: "matrix", rows: matrix.rows.map((row) => row.map(change)) };
}

function transpose({ rows }: MatrixNode): MatrixNode {
  const [first = []] = rows;
  return { kind: "matrix", rows: first.map((_, index) => rows.map((row) => row[index] as Node)) };
}

function addMatrices(a: MatrixNode | null, b: MatrixNode | null): MatrixNode | null {
  if (a?.rows.length !== b?.rows.length || a?.rows[0]?.length !== b?.rows[0]?.length) return null;
  return mapPairs(a, b);
}

function mapPairs(a: MatrixNode | null, b: MatrixNode | null): MatrixNode | null {
  if (a === null || b === null) return null;
  const rows = a.rows.map((row, r) => row.map((entry, c) => sum(entry, b.rows[r]?.[c] as Node)));
  return { kind: "matrix", rows };
}

/** Scalars may stand anywhere between the matrices; without any matrix it is none. */
function evaluateProduct(factors: readonly Node[]): MatrixNode | null {
  const scalars = factors.filter((factor) => !contains(factor, isMatrix));
  if (scalars.length === factors.length) return null;
  const matrices = factors.filter((factor) => contains(factor, isMatrix)).map(evaluate);
  const result = matrices.reduce(multiply);
  return scalars.length === 0 ? result : mapEntries(result, (entry) => product(...scalars, entry));
}

/** How many more nodes are allowed beside those of the expressions; below 0, and not counted out, if they are too many. */
function nodesLeft(nodes: readonly Node[], allowed: number): number {
  let left = allowed;
  for (const node of nodes) {
    if (left < 0) break;
    left = nodesLeft(children(node), left - 1);
  }
  return left;
}

function multiply(a: MatrixNode | null, b: MatrixNode | null): MatrixNode | null {
  if (a === null || b === null || a.rows[0]?.length !== b.rows.length) return null;
  if (Math.max(a.rows.length, b.rows.length, b.rows[0]?.length ?? 0) > MAX_DIMENSION) return null;
  const columns = transpose(b).rows;
  const dot = (row: readonly Node[], other: readonly Node[]): Node => {
    const terms = row.map((entry, index) => product(entry, other[index] as Node));
    return terms.length === 1 ? (terms[0] as Node) : sum(...terms);
  };
  const rows = a.rows.map((row) => columns.map((other) => dot(row, other)));
  return nodesLeft(rows.flat(), MAX_NODES) < 0 ? null : { kind: "matrix", rows };
}
