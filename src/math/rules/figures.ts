import type { Node, RelationNode } from "../ast.js";
import { product } from "../construct.js";
import { mapChildren } from "../transform.js";

/** Symbols in front of three points: the figure that these name is no product of them. */
const FIGURES: ReadonlySet<string> = new Set(["angle", "triangle"]);
const POINT = /^[A-Z](?:_\w+)?'*$/;
const SEGMENT = /^bar\(([A-Z])([A-Z])\)$/;

type Points = readonly [string, string, string];

/** Whether a symbol may belong to the name of a figure, which {@link withNamedFigures} reads. */
export function isFigureSign(name: string): boolean {
  return FIGURES.has(name) || SEGMENT.test(name);
}

function pointsOf(nodes: readonly (Node | undefined)[]): Points | null {
  const names = nodes.map((node) => (node?.kind === "symbol" && POINT.test(node.name) ? node.name : null));
  const [a, b, c, next] = names;
  return a == null || b == null || c == null || next != null ? null : [a, b, c];
}

/** Writes the points of a figure in the order that its equals have in common. */
type Arrange = (figure: string, points: Points) => Points;

/** The vertex of an angle is its middle letter, and a triangle has no order. */
const byItself: Arrange = (figure, [a, b, c]) => {
  if (figure === "angle") return a < c ? [a, b, c] : [c, b, a];
  return [a, b, c].sort() as readonly string[] as Points;
};

function nameIn(factors: readonly Node[], arrange: Arrange): readonly Node[] {
  const named: Node[] = [];
  for (let index = 0; index < factors.length; index++) {
    const factor = factors[index] as Node;
    const isFigure = factor.kind === "symbol" && FIGURES.has(factor.name);
    const points = isFigure ? pointsOf([1, 2, 3, 4].map((offset) => factors[index + offset])) : null;
    if (!isFigure || points === null) {
      named.push(factor);
      continue;
    }
    named.push({ kind: "symbol", name: `${factor.name}(${arrange(factor.name, points).join("")})` });
    index += points.length;
  }
  return named;
}

function nameFigures(node: Node, arrange: Arrange): Node {
  if (node.kind === "symbol") {
    const [, a, b] = SEGMENT.exec(node.name) ?? [];
    return a === undefined || b === undefined || a < b ? node : { kind: "symbol", name: `bar(${b}${a})` };
  }
  if (node.kind === "relation") return mapChildren(node, inRelation(node));
  if (node.kind !== "product") return mapChildren(node, (child) => nameFigures(child, arrange));
  const factors = nameIn(node.factors, arrange);
  const [only] = factors;
  return factors.length === 1 && only !== undefined ? only : { kind: "product", factors };
}

/** `\triangle ABC \sim \triangle DEF` says which points correspond: both are ordered as the first one is by itself. */
function inRelation(relation: RelationNode): (operand: Node) => Node {
  const [first] = relation.operands;
  const points =
    first?.kind === "product" && first.factors.length === 4 ? pointsOf(first.factors.slice(1)) : null;
  if (points === null) return (operand) => nameFigures(operand, byItself);
  const order = [0, 1, 2].sort((i, j) => ((points[i] as string) < (points[j] as string) ? -1 : 1));
  const arrange: Arrange = (figure, own) =>
    figure === "angle"
      ? byItself(figure, own)
      : (order.map((index) => own[index]) as readonly string[] as Points);
  return (operand) => nameFigures(operand, arrange);
}

/**
 * The expression with its figures named so that equal ones have equal names: `\angle ABC` is `\angle CBA` but not
 * `\angle ACB`, `\triangle ABC` is `\triangle BCA`, `\overline{AB}` is `\overline{BA}`.
 */
export function withNamedFigures(node: Node): Node {
  return nameFigures(node, byItself);
}

const NAMED_FIGURE = /^(angle|triangle|bar)\(/;

/** `AB` as the figure that another answer calls `\overline{AB}`; `null` if it is no row of points. */
function asFigure(figure: string, bare: Node): Node | null {
  if (bare.kind !== "product") return null;
  if (figure !== "bar") {
    const named = nameFigures(product({ kind: "symbol", name: figure }, ...bare.factors), byItself);
    return named.kind === "symbol" ? named : null;
  }
  const points = bare.factors.map((factor) => (factor.kind === "symbol" ? factor.name : " ")).join("");
  return /^[A-Z]{2}$/.test(points) ? nameFigures({ kind: "symbol", name: `bar(${points})` }, byItself) : null;
}

/** `AB` against `\overline{AB}`, `ABC` against `\angle ABC`: the question has said what kind of figure it is. */
export function withLoneFigure(reference: Node, candidate: Node): readonly [Node, Node] | null {
  const [named, bare] = reference.kind === "symbol" ? [reference, candidate] : [candidate, reference];
  const figure = named.kind === "symbol" ? NAMED_FIGURE.exec(named.name)?.[1] : undefined;
  const other = figure === undefined ? null : asFigure(figure, bare);
  return other && [named, other];
}
