import type { Node, NumberSetNode, SequenceNode, SetBuilderNode, SetOperationNode } from "../ast.js";
import { freeSymbols } from "../canonical/index.js";
import { integer } from "../construct.js";
import { readMembership } from "../rules/membership.js";
import { hasPlusMinus, plusMinusValues } from "../rules/plus-minus.js";
import {
  type Bound,
  complement,
  difference,
  intersection,
  interval,
  point,
  REALS,
  type RealSet,
  unionOf,
} from "./real-set.js";
import { solve } from "./solve.js";
import type { Solver } from "./solver.js";

const ZERO = integer(0);

/** The infinity that a node is, or the node itself. */
function toBound(node: Node): Bound {
  const operand = node.kind === "negation" ? node.operand : node;
  if (operand.kind === "sum" || operand.kind !== "constant" || operand.name !== "infinity") return node;
  return operand === node ? "infinity" : "-infinity";
}

/**
 * The set of reals that an expression denotes: intervals, finite sets, number lines, unions, inequalities, conditions.
 * `null` if it denotes none, or one that is not made of intervals.
 */
export function toRealSet(node: Node, solver: Solver): RealSet | null {
  switch (node.kind) {
    case "sequence":
      return fromSequence(node, solver);
    case "set":
      return fromValues(node.items, solver);
    case "number_set":
      return fromNumberSet(node, solver);
    case "set_operation":
      return fromOperation(node, solver);
    case "set_builder":
      return fromBuilder(node, solver);
    case "sum":
      return fromDifference(node.terms, solver);
    case "relation":
      return fromRelation(node, solver);
    default:
      return null;
  }
}

/** `\{x \mid x > 1\}` and `\{x \in \mathbb{R} \mid x > 1\}`; members that are integers make other sets. */
function fromBuilder({ element, condition }: SetBuilderNode, solver: Solver): RealSet | null {
  const member = element.kind === "relation" ? readMembership(element) : { name: element, set: REAL_NUMBERS };
  if (member?.name.kind !== "symbol" || !isReal(member.set)) return null;
  return fromCondition(member.name.name, condition, solver);
}

/** The reals that meet a condition on the unknown, and on nothing else. */
export function fromCondition(unknown: string, condition: Node, solver: Solver): RealSet | null {
  const unknowns = freeSymbols(condition);
  if (unknowns.size !== 1 || !unknowns.has(unknown)) return null;
  return condition.kind === "sequence" && condition.open === ""
    ? fromConditions(condition, solver)
    : toRealSet(condition, solver);
}

const REAL_NUMBERS: NumberSetNode = { kind: "number_set", name: "R", part: "all" };

function isReal(set: Node): boolean {
  return set.kind === "number_set" && set.name === "R" && set.part === "all";
}

function fromRelation(node: Node & { kind: "relation" }, solver: Solver): RealSet | null {
  const [, operator] = [node.operands[0], node.operators[0]];
  const target = node.operands[1];
  if (node.operators.length === 1 && target !== undefined) {
    if (operator === "in") return toRealSet(target, solver);
    if (operator === "not_in") {
      const excluded = toRealSet(target, solver);
      return excluded && complement(excluded);
    }
  }
  return solve(node, solver);
}

function fromSequence(node: SequenceNode, solver: Solver): RealSet | null {
  const { items, open, close } = node;
  if (open === "") return fromAlternatives(node, solver);
  const [first, second] = items;
  if (items.length !== 2 || first === undefined || second === undefined || open === "<") return null;
  const [low, high] = [toBound(first), toBound(second)];
  if (!isConstantBound(low) || !isConstantBound(high)) return null;
  const piece = { low, lowClosed: open === "[", high, highClosed: close === "]" };
  const set = interval(piece, solver.order);
  // Ends out of order are a slip, or a pair that is no interval: nobody writes the empty set so.
  return set.length === 0 ? null : set;
}

/** `x < -1 or x > 1`, and `x > 1 and x < 2`. Equations that are listed are values, each for itself. */
function fromAlternatives(node: SequenceNode, solver: Solver): RealSet | null {
  if (node.items.some(isEquation)) return null;
  return node.joined === "or" && node.items.every(isInterval)
    ? fromMembers(node.items, solver)
    : fromConditions(node, solver);
}

/** An interval, or a union of intervals. */
export function isInterval(node: Node): boolean {
  return (
    node.kind === "set_operation" || (node.kind === "sequence" && node.open !== "" && node.items.length === 2)
  );
}

/** `x \ne -3, 2` excludes both. */
function withExceptions(items: readonly Node[]): readonly Node[] {
  const [first] = items;
  if (first?.kind !== "relation" || first.operators.length > 1 || first.operators[0] !== "!=") return items;
  const [unknown] = first.operands;
  return items.map((item) => {
    return item.kind !== "relation" && isConstant(item)
      ? { ...first, operands: [unknown as Node, item] }
      : item;
  });
}

/** Conditions on one unknown. Equations may be alternatives, but no two of them hold at once. */
function fromConditions({ items, joined }: SequenceNode, solver: Solver): RealSet | null {
  if (joined !== "or" && items.some(isEquation)) return null;
  const sets: RealSet[] = [];
  for (const item of withExceptions(items)) {
    if (item.kind !== "relation") return null;
    const set = toRealSet(item, solver);
    if (set === null) return null;
    sets.push(set);
  }
  if (joined === "or") return unionOf(sets, solver.order);
  return sets.reduce((all, set) => intersection(all, set, solver.order), REALS);
}

function isEquation(node: Node): boolean {
  return node.kind === "relation" && node.operators.every((operator) => operator === "=" || operator === "~");
}

function isConstantBound(bound: Bound): boolean {
  return typeof bound === "string" || isConstant(bound);
}

function isConstant(node: Node): boolean {
  return freeSymbols(node).size === 0;
}

function fromValues(items: readonly Node[], solver: Solver): RealSet | null {
  if (!items.every(isConstant)) return null;
  const values = items.flatMap((item) => (hasPlusMinus(item) ? plusMinusValues(item) : [item]));
  return unionOf(values.map(point), solver.order);
}

function fromNumberSet({ name, part }: NumberSetNode, { order }: Solver): RealSet | null {
  if (name !== "R") return null;
  const positive = { low: ZERO, lowClosed: false, high: "infinity", highClosed: false } as const;
  switch (part) {
    case "all":
      return REALS;
    case "positive":
      return [positive];
    case "nonnegative":
      return [{ ...positive, lowClosed: true }];
    case "negative":
      return [{ low: "-infinity", lowClosed: false, high: ZERO, highClosed: false }];
    case "nonzero":
      return difference(REALS, point(ZERO), order);
  }
}

/** `\mathbb{R} - \{1\}`. */
function fromDifference([whole, part, ...others]: readonly Node[], solver: Solver): RealSet | null {
  if (whole === undefined || part?.kind !== "negation" || others.length > 0) return null;
  const a = toRealSet(whole, solver);
  const b = a && toMember(part.operand, solver);
  return a && b && difference(a, b, solver.order);
}

/** Between set operators, `{1, 2}` in plain braces is a set as well. */
function toMember(node: Node, solver: Solver): RealSet | null {
  const isList = node.kind === "sequence" && node.open === "" && node.joined === "comma";
  return (isList ? fromValues(node.items, solver) : null) ?? toRealSet(node, solver);
}

/** The sets that a chain of unions joins. */
function membersOf(node: Node): readonly Node[] {
  const isUnion = node.kind === "set_operation" && node.operator === "union";
  return isUnion ? [node.left, node.right].flatMap(membersOf) : [node];
}

function fromMembers(members: readonly Node[], solver: Solver): RealSet | null {
  const sets: RealSet[] = [];
  for (const member of members) {
    const set = toMember(member, solver);
    if (set === null) return null;
    sets.push(set);
  }
  return unionOf(sets, solver.order);
}

function fromOperation(node: SetOperationNode, solver: Solver): RealSet | null {
  const { operator, left, right } = node;
  if (operator === "union") return fromMembers(membersOf(node), solver);
  const a = toMember(left, solver);
  const b = a && toMember(right, solver);
  if (a === null || b === null) return null;
  switch (operator) {
    case "intersection":
      return intersection(a, b, solver.order);
    case "difference":
      return difference(a, b, solver.order);
    case "cartesian":
      return null;
  }
}
