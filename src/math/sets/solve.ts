import type { Node, RelationNode } from "../ast.js";
import { freeSymbols } from "../canonical/index.js";
import { type Comparison, isComparison, MIRRORED } from "../comparisons.js";
import { isComplexName } from "../complex-name.js";
import { difference, integer, negation, power, product, quotient, squareRoot, sum } from "../construct.js";
import { isName } from "../rules/names.js";
import { hasPlusMinus, plusMinusValues } from "../rules/plus-minus.js";
import {
  type Bound,
  complement,
  EMPTY,
  intersection,
  interval,
  point,
  REALS,
  type RealSet,
  union,
  unionOf,
} from "./real-set.js";
import type { Solver } from "./solver.js";

const ZERO = integer(0);

/**
 * The real solutions of a relation in one unknown: comparisons of linear and quadratic polynomials and of absolute
 * values of linear ones, and chains of them. The unknown may be a name such as `f(x)`. `null` if it is another kind.
 */
export function solve({ operands, operators }: RelationNode, solver: Solver): RealSet | null {
  let result: RealSet | null = REALS;
  for (const [index, operator] of operators.entries()) {
    const [left, right] = [operands[index], operands[index + 1]];
    if (left === undefined || right === undefined || !isComparison(operator)) return null;
    const link = solveLink(left, operator, right, solver);
    if (link === null) return null;
    result = intersection(result, link, solver.order);
  }
  return result;
}

function solveLink(left: Node, operator: Comparison, right: Node, solver: Solver): RealSet | null {
  if (isConstant(left)) return isConstant(right) ? null : solveFor(right, MIRRORED[operator], left, solver);
  if (isConstant(right)) return solveFor(left, operator, right, solver);
  return comparePolynomial(difference(left, right), operator, solver);
}

function isConstant(node: Node): boolean {
  return freeSymbols(node).size === 0;
}

/** `unknown operator constant`. */
function solveFor(unknown: Node, operator: Comparison, constant: Node, solver: Solver): RealSet | null {
  if (hasPlusMinus(constant)) return solvePlusMinus(unknown, operator, constant, solver);
  if (unknown.kind === "call" && unknown.name === "abs") {
    const inner = unknown.args[0] as Node;
    const isCircle = (operator === "=" || operator === "!=") && isComplex(inner);
    return isCircle ? null : solveAbsolute(inner, operator, constant, solver);
  }
  if (isName(unknown)) return ray(operator, constant, solver);
  return comparePolynomial(difference(unknown, constant), operator, solver);
}

/** `x = \pm 5` is any of its values, and `x \ne \pm 5` is none of them. */
function solvePlusMinus(unknown: Node, operator: Comparison, constant: Node, solver: Solver): RealSet | null {
  if (operator !== "=" && operator !== "!=") return null;
  const values = plusMinusValues(constant).filter((value) => !hasPlusMinus(value));
  const sets = values.map((value) => solveFor(unknown, "=", value, solver)).filter((set) => set !== null);
  if (sets.length === 0 || sets.length < values.length) return null;
  const any = unionOf(sets, solver.order);
  return operator === "=" ? any : complement(any);
}

/** The `x` with `x operator bound`. */
function ray(operator: Comparison, bound: Node, { order }: Solver): RealSet {
  const closed = operator === "<=" || operator === ">=";
  switch (operator) {
    case "=":
      return point(bound);
    case "!=":
      return complement(point(bound));
    case "<":
    case "<=":
      return interval({ low: "-infinity", lowClosed: false, high: bound, highClosed: closed }, order);
    case ">":
    case ">=":
      return interval({ low: bound, lowClosed: closed, high: "infinity", highClosed: false }, order);
  }
}

/** What `|u| operator c` says of `u` against `c` and against `-c`; the outer operators are complements of inner ones. */
const ABSOLUTE: Readonly<Record<Comparison, readonly [upper: Comparison, lower: Comparison]>> = {
  "<": ["<", ">"],
  "<=": ["<=", ">="],
  ">": ["<=", ">="],
  ">=": ["<", ">"],
  "=": ["=", "="],
  "!=": ["=", "="],
};

/** `|z| = 1` is a circle, where an inequality such as `|z| < 1` is still taken for one of reals. */
function isComplex(node: Node): boolean {
  const unknowns = freeSymbols(node);
  return [...unknowns].some((name) => isComplexName(name, unknowns));
}

/** `|u| < c` is `-c < u < c`, and `|u| >= c` is what that leaves. */
function solveAbsolute(inner: Node, operator: Comparison, bound: Node, solver: Solver): RealSet | null {
  const isOutside = operator === ">" || operator === ">=" || operator === "!=";
  if (solver.order(bound, ZERO) < 0) return isOutside ? REALS : EMPTY;
  const [upperOperator, lowerOperator] = ABSOLUTE[operator];
  const upper = solveFor(inner, upperOperator, bound, solver);
  const lower = upper && solveFor(inner, lowerOperator, negation(bound), solver);
  if (upper === null || lower === null) return null;
  const combine = upperOperator === "=" ? union : intersection;
  const inside = combine(upper, lower, solver.order);
  return isOutside ? complement(inside) : inside;
}

/** `polynomial operator 0`, of degree one or two in its one symbol. */
function comparePolynomial(node: Node, operator: Comparison, solver: Solver): RealSet | null {
  const [variable, ...others] = freeSymbols(node);
  if (variable === undefined || others.length > 0) return null;
  const coefficients = solver.polynomial(node, variable);
  if (coefficients === null) return null;
  const [constant, linear, quadratic] = coefficients;
  if (constant === undefined || linear === undefined || coefficients.length > 3) return null;
  if (quadratic === undefined) return solveLinear(linear, constant, operator, solver);
  return solveQuadratic(quadratic, linear, constant, operator, solver);
}

function solveLinear(slope: Node, constant: Node, operator: Comparison, solver: Solver): RealSet | null {
  const sign = solver.order(slope, ZERO);
  if (sign === 0) return null;
  return ray(sign > 0 ? operator : MIRRORED[operator], quotient(negation(constant), slope), solver);
}

function solveQuadratic(a: Node, b: Node, c: Node, operator: Comparison, solver: Solver): RealSet | null {
  const sign = solver.order(a, ZERO);
  if (sign === 0) return null;
  const discriminant = sum(power(b, 2), negation(product(integer(4), a, c)));
  const inside = between(rootsOf(a, b, discriminant, sign, solver), solver);
  const roots = inside.roots;
  switch (sign > 0 ? operator : MIRRORED[operator]) {
    case "=":
      return roots;
    case "!=":
      return complement(roots);
    case "<":
      return inside.open;
    case "<=":
      return union(inside.open, roots, solver.order);
    case ">":
      return complement(union(inside.open, roots, solver.order));
    case ">=":
      return complement(inside.open);
  }
}

/** The two real roots in ascending order, the same one twice if they coincide; `null` if there are none. */
function rootsOf(
  a: Node,
  b: Node,
  discriminant: Node,
  sign: number,
  { order }: Solver,
): readonly [Node, Node] | null {
  if (order(discriminant, ZERO) < 0) return null;
  const root = squareRoot(discriminant);
  const [low, high] = sign > 0 ? [negation(root), root] : [root, negation(root)];
  const halved = (offset: Node): Node => quotient(sum(negation(b), offset), product(integer(2), a));
  return [halved(low), halved(high)];
}

function between(roots: readonly [Node, Node] | null, { order }: Solver): { roots: RealSet; open: RealSet } {
  if (roots === null) return { roots: EMPTY, open: EMPTY };
  const [low, high]: readonly [Bound & Node, Bound & Node] = roots;
  const open = interval({ low, lowClosed: false, high, highClosed: false }, order);
  return { roots: union(point(low), point(high), order), open };
}
