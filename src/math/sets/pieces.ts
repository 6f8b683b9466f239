import type { CallNode, CasesNode, Node } from "../ast.js";
import { freeSymbols } from "../canonical/index.js";
import { negation } from "../construct.js";
import { structuralKey } from "../structure.js";
import { mapChildren } from "../transform.js";
import { fromCondition } from "./from-node.js";
import { complement, difference, intersection, REALS, type RealSet, union } from "./real-set.js";
import type { Solver } from "./solver.js";

/** The value of a function on a set of its arguments. */
export interface ValuePiece {
  readonly value: Node;
  readonly set: RealSet;
}

/** More pieces are not told apart. */
const MAX_PIECES = 16;

function firstBend(node: Node, variable: string): CallNode | null {
  if (node.kind === "call" && BENDS.has(node.name) && freeSymbols(node).has(variable)) return node;
  let found: CallNode | null = null;
  mapChildren(node, (child) => {
    found ??= firstBend(child, variable);
    return child;
  });
  return found;
}

const BENDS: ReadonlySet<string> = new Set(["abs", "max", "min"]);
const ZERO: Node = { kind: "number", value: { num: 0n, den: 1n }, literal: "0", decimals: null };

function replace(node: Node, key: string, value: Node): Node {
  return structuralKey(node) === key ? value : mapChildren(node, (child) => replace(child, key, value));
}

/** The two branches of `|a|`, `\max(a, b)` and `\min(a, b)`: the first one where `left >= right`. */
function branchesOf({
  name,
  args,
}: CallNode): readonly [left: Node, right: Node, above: Node, below: Node] | null {
  const [a, b] = args;
  if (a === undefined || args.length > 2) return null;
  if (name === "abs") return [a, ZERO, a, negation(a)];
  if (b === undefined) return null;
  return name === "max" ? [a, b, a, b] : [a, b, b, a];
}

/** Splits a value where the functions in it that have a bend change over. */
function expand({ value, set }: ValuePiece, variable: string, solver: Solver): readonly ValuePiece[] | null {
  const bend = firstBend(value, variable);
  if (bend === null) return [{ value, set }];
  const branches = branchesOf(bend);
  if (branches === null) return null;
  const [left, right, above, below] = branches;
  const upper = fromCondition(
    variable,
    { kind: "relation", operands: [left, right], operators: [">="] },
    solver,
  );
  if (upper === null) return null;
  const key = structuralKey(bend);
  const halves = [
    { value: replace(value, key, above), set: intersection(set, upper, solver.order) },
    { value: replace(value, key, below), set: intersection(set, complement(upper), solver.order) },
  ];
  return expandAll(
    halves.filter((half) => half.set.length > 0),
    variable,
    solver,
  );
}

function expandAll(
  pieces: readonly ValuePiece[],
  variable: string,
  solver: Solver,
): readonly ValuePiece[] | null {
  const all: ValuePiece[] = [];
  for (const piece of pieces) {
    const parts = expand(piece, variable, solver);
    if (parts === null || all.length + parts.length > MAX_PIECES) return null;
    all.push(...parts);
  }
  return all;
}

function fromBranches(
  { branches }: CasesNode,
  variable: string,
  solver: Solver,
): readonly ValuePiece[] | null {
  const pieces: ValuePiece[] = [];
  let rest: RealSet = REALS;
  for (const { value, condition } of branches) {
    const set = condition === null ? rest : fromCondition(variable, condition, solver);
    if (set === null) return null;
    pieces.push({ value, set });
    rest = difference(rest, set, solver.order);
  }
  return pieces;
}

/**
 * A real function of one variable as its values on sets of reals, which may overlap where its branches do; `null` if a
 * condition is out of reach, or if a value that stands outside of branches is no polynomial between its bends, so that
 * it may be undefined somewhere.
 */
export function piecesOf(node: Node, variable: string, solver: Solver): readonly ValuePiece[] | null {
  const isBranched = node.kind === "cases";
  const written = isBranched ? fromBranches(node, variable, solver) : [{ value: node, set: REALS }];
  const pieces = written && expandAll(written, variable, solver);
  if (pieces === null || isBranched) return pieces;
  return pieces.every(({ value }) => solver.polynomial(value, variable) !== null) ? pieces : null;
}

/** Where a function is defined. */
export function domainOf(pieces: readonly ValuePiece[], solver: Solver): RealSet {
  return pieces.map(({ set }) => set).reduce((a, b) => union(a, b, solver.order));
}
