import { type ApplicationNode, children, type Node } from "../ast.js";
import { freeSymbols } from "../canonical/index.js";
import { isOneLetter, readAssignedList } from "../rules/assigned-list.js";
import { distinct, matchInAnyOrder, matchInOrder } from "../rules/matching.js";
import { readAssignment } from "../rules/names.js";
import { hasPlusMinus, plusMinusValues } from "../rules/plus-minus.js";
import { structuralKey } from "../structure.js";
import type { Context, ExpressionTier, Outcome } from "./tier.js";

/** A node seen as a collection: a bare list, a tuple in brackets, or a set. */
interface View {
  readonly kind: "list" | "tuple" | "set";
  readonly items: readonly Node[];
  readonly brackets: string;
  /** Whether the items were joined by "or". */
  readonly isAlternative?: boolean;
}

function isBareList(node: Node): boolean {
  return node.kind === "sequence" && node.open === "";
}

/** `\pm 1, 2` lists three values. */
function expand(items: readonly Node[]): readonly Node[] {
  return items.flatMap((item) =>
    hasPlusMinus(item) && !isCollection(item) ? plusMinusValues(item) : [item],
  );
}

/** A tuple has a sign of its own: `(3, \pm 4)` is two points. */
function isCollection(node: Node): boolean {
  const { kind } = node;
  return isBareList(node) || kind === "set" || kind === "matrix" || kind === "set_operation";
}

/** `A(1, 2)`: a point with its name. */
function isPoint(node: Node): node is ApplicationNode {
  return node.kind === "application" && node.args.length > 1 && /^[A-Z]'?$/.test(node.name);
}

function view(node: Node): View | null {
  if (node.kind === "set") return { kind: "set", items: expand(node.items), brackets: "" };
  if (node.kind === "sequence") {
    if (isBareList(node))
      return { kind: "list", items: expand(node.items), brackets: "", isAlternative: node.joined === "or" };
    if (!hasPlusMinus(node)) return { kind: "tuple", items: node.items, brackets: node.open + node.close };
  }
  if (isPoint(node)) return { kind: "tuple", items: node.args, brackets: "()" };
  if (node.kind === "relation" || !hasPlusMinus(node)) return null;
  return { kind: "list", items: plusMinusValues(node), brackets: "" };
}

/** `x = y = 1` gives both of them the value. */
function viewChain(node: Node): View | null {
  if (node.kind !== "relation" || !node.operators.every((operator) => operator === "=")) return null;
  const value = node.operands.at(-1) as Node;
  const names = node.operands.slice(0, -1);
  if (names.length < 2 || !names.every(({ kind }) => kind === "symbol")) return null;
  const items = names.map((name): Node => ({ kind: "relation", operands: [name, value], operators: ["="] }));
  return { kind: "list", items, brackets: "" };
}

/** Brackets tell intervals apart, which have two ends; three components are the same vector in any brackets. */
function sameBrackets(a: View, b: View): boolean {
  const round = (brackets: string): string => (brackets === "<>" ? "()" : brackets);
  return a.items.length !== 2 || round(a.brackets) === round(b.brackets);
}

/** One side at least names its values; the other one may only list them. */
function compareAssigned(a: View, b: View, { equal }: Context): Outcome {
  const [left, right] = [readAssignedList(a.items), readAssignedList(b.items)];
  const areNamed = left.names.length === a.items.length && right.names.length === b.items.length;
  const isOfOneLetter = isOneLetter([...left.names, ...right.names]);
  // `x = 1, x = 2` gives the values of `x_1` and `x_2`.
  const repeats = [left, right].some(({ names }) => new Set(names.map(structuralKey)).size === 1);
  if (areNamed && !(repeats && isOfOneLetter)) return matchInAnyOrder(a.items, b.items, equal);
  if (areOfOtherUnknowns(left.names, right.names)) return false;
  const match = isOfOneLetter ? matchInAnyOrder : matchInOrder;
  return match(expand(left.values), expand(right.values), equal);
}

/** `x = 1, 2` gives two values of `x`, and `y = 1, 2` two of `y`. */
function areOfOtherUnknowns([a, ...others]: readonly Node[], [b, ...rest]: readonly Node[]): boolean {
  if (a?.kind !== "symbol" || b?.kind !== "symbol" || others.length + rest.length > 0) return false;
  return !isOneLetter([a, b]);
}

function isAssigned(item: Node): boolean {
  return item.kind === "relation" && readAssignment(item) !== null;
}

/**
 * An inequality in a list is a condition, and letters may stand for statements, so that "and" and "or" make different
 * lists; numbers are only listed.
 */
function isCondition(item: Node): boolean {
  return item.kind === "relation" && item.operators.some((operator) => operator !== "=" && operator !== "~");
}

/** A set of one member is that member as an answer of its own, and not among others: `\{1\}, \{2\}` is no `\{1, 2\}`. */
function withSetsApart(equal: Context["equal"]): Context["equal"] {
  return (a, b) => (a.kind === "set") === (b.kind === "set") && equal(a, b);
}

/** A value that is named on one side only has its name left out: without a variable in it, it may be any of them. */
function isNameless(items: readonly Node[]): boolean {
  const hasNumber = items.some((item) => item.kind !== "relation" && freeSymbols(item).size === 0);
  return hasNumber && items.some(isCondition);
}

function compareLists(a: View, b: View, context: Context): Outcome {
  const items = [...a.items, ...b.items];
  if (items.some(isCondition) && a.isAlternative !== b.isAlternative) return null;
  const areLetters = items.every(({ kind }) => kind === "symbol");
  if (areLetters && (a.isAlternative ?? false) !== (b.isAlternative ?? false)) return null;
  if (a.items.some(isAssigned) || b.items.some(isAssigned)) {
    return !isNameless(a.items) && !isNameless(b.items) && compareAssigned(a, b, context);
  }
  return compareMembers(a, b, context);
}

function compareMembers(a: View, b: View, { equal: same, policy }: Context): Outcome {
  const equal = withSetsApart(same);
  const areLists = a.kind === "list" && b.kind === "list";
  if (areLists && policy.listOrder === "ordered") return matchInOrder(a.items, b.items, equal);
  if (areLists && !isSolutionSet(a, b)) return matchInAnyOrder(a.items, b.items, equal);
  return matchInAnyOrder(distinct(a.items, equal), distinct(b.items, equal), equal);
}

/** Points and tuples that are listed are solutions, and may be repeated; repeated numbers are data: `1, 2, 2`. */
function isSolutionSet(a: View, b: View): boolean {
  return [a, b].every(({ items }) => items.every(({ kind }) => kind === "sequence"));
}

function compareViews(a: View, b: View, context: Context): Outcome {
  if (a.kind === "tuple" && b.kind === "tuple") {
    return sameBrackets(a, b) ? matchInOrder(a.items, b.items, context.equal) : false;
  }
  if (a.kind !== "tuple" && b.kind !== "tuple") return compareLists(a, b, context);
  if (a.kind === "set" || b.kind === "set") return comparePointWithSet(a, b, context);
  return compareTupleWithList(a, b, context);
}

/** `\{(1, 2)\}` is the solution `(1, 2)`. */
function comparePointWithSet(a: View, b: View, { equal }: Context): Outcome {
  const [set, tuple] = a.kind === "set" ? [a, b] : [b, a];
  const [only, ...others] = set.items;
  if (
    only?.kind !== "sequence" ||
    others.length > 0 ||
    !sameBrackets(tuple, { ...tuple, brackets: only.open + only.close })
  )
    return false;
  return matchInOrder(tuple.items, only.items, equal);
}

/** `(1, 2)` and `x = 1, y = 2` or `1, 2` name the same components in order; `[1, 2]` is an interval. */
function compareTupleWithList(a: View, b: View, context: Context): Outcome {
  const tuple = a.kind === "tuple" ? a : b;
  if (tuple.items.length === 2 && tuple.brackets !== "()" && tuple.brackets !== "<>") return false;
  return matchInOrder(readAssignedList(a.items).values, readAssignedList(b.items).values, context.equal);
}

/** A collection of one member, against that member; alternatives that are all the same are one: `3/5 or 0.6`. */
function compareWithSingle(
  { items, isAlternative }: View,
  { equal }: Context,
  compare: (item: Node) => Outcome,
): Outcome {
  const [only, ...others] = isAlternative === true ? distinct(items, equal) : items;
  return only !== undefined && others.length === 0 ? compare(only) : false;
}

/** What a collection of one member may be compared with: a value, or a matrix. */
function isSingle(node: Node): boolean {
  switch (node.kind) {
    case "relation":
    case "sequence":
    case "set":
    case "set_operation":
    case "number_set":
    case "set_builder":
    case "text":
      return false;
    default:
      return true;
  }
}

/** The equations that an answer consists of, one for each sign of a `\pm`; `null` if it has other parts. */
function equationsOf(node: Node): readonly Node[] | null {
  const items = isBareList(node) ? children(node) : [node];
  const areEquations = items.every(
    (item) => item.kind === "relation" && item.operators.every((operator) => operator === "="),
  );
  return areEquations ? items.flatMap((item) => (hasPlusMinus(item) ? plusMinusValues(item) : [item])) : null;
}

/** `y = \pm 2x` and `2x \pm y = 0`: two lines. */
function areSameLines(reference: Node, candidate: Node, { equal }: Context): boolean {
  if (!hasPlusMinus(reference) && !hasPlusMinus(candidate)) return false;
  const left = equationsOf(reference);
  const right = left && equationsOf(candidate);
  return left !== null && right !== null && matchInAnyOrder(left, right, equal) === true;
}

/** Lists and sets in any order, tuples and vectors in order, `\pm` as its two values. */
export const collection: ExpressionTier = {
  name: "collection",
  decide: (reference, candidate, context) => {
    if (areSameLines(reference, candidate, context)) return true;
    const [left, right] = [view(reference), view(candidate)];
    const [a, b] = [left ?? (right && viewChain(reference)), right ?? (left && viewChain(candidate))];
    if (a !== null && b !== null) return compareViews(a, b, context);
    if (b !== null && isSingle(reference)) {
      return compareWithSingle(b, context, (item) => context.equal(reference, item));
    }
    if (a !== null && isSingle(candidate)) {
      return compareWithSingle(a, context, (item) => context.equal(item, candidate));
    }
    return null;
  },
};
