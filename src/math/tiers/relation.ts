import type { Node, RelationNode, RelationOperator } from "../ast.js";
import { freeSymbols, haveSameNumerator, proportion, substitute } from "../canonical/index.js";
import { isComparison, MIRRORED } from "../comparisons.js";
import { difference } from "../construct.js";
import { approximate, type NumericOptions, roundsTo } from "../numeric/index.js";
import { matchInOrder } from "../rules/matching.js";
import { isMultipleByVariable } from "../rules/multiple.js";
import { type Assignment, isName, readAssignment } from "../rules/names.js";
import { isRounded } from "../rules/rounding.js";
import { structuralKey } from "../structure.js";
import type { Context, ExpressionTier, Outcome } from "./tier.js";

/** `AB \parallel CD` may be said from either side. */
const SYMMETRIC: ReadonlySet<RelationOperator> = new Set(["parallel", "perpendicular"]);

function mirrored(operator: RelationOperator): RelationOperator | undefined {
  if (operator === "~") return operator;
  return isComparison(operator) ? MIRRORED[operator] : undefined;
}

function isEquality(operator: RelationOperator | undefined): boolean {
  return operator === "=" || operator === "~";
}

function mirror(relation: RelationNode): RelationNode | null {
  const operators = relation.operators
    .toReversed()
    .map((operator) => (SYMMETRIC.has(operator) ? operator : mirrored(operator)));
  if (!operators.every((operator) => operator !== undefined)) return null;
  return { kind: "relation", operands: relation.operands.toReversed(), operators };
}

function sameOperators(a: RelationNode, b: RelationNode): boolean {
  return (
    a.operators.length === b.operators.length &&
    a.operators.every((operator, index) => {
      const other = b.operators[index];
      return operator === other || (isEquality(operator) && isEquality(other));
    })
  );
}

function compareOperands(a: RelationNode, b: RelationNode | null, context: Context): Outcome {
  if (b === null || !sameOperators(a, b)) return false;
  return matchInOrder(a.operands, b.operands, context.equal);
}

/** `x = 5` and `x = 2 + 3`; two names that are both single letters are two unknowns. `null`: not two assignments. */
function compareAssignments(a: RelationNode, b: RelationNode, context: Context): Outcome {
  const { equal } = context;
  const [left, right] = [statedAssignment(a, context), statedAssignment(b, context)];
  if (left === null || right === null) return null;
  const value = renameArgument(right.name, right.value, left.name);
  if (isSameFunction(left.name, right.name)) {
    return haveOtherArguments(left.name, right.name, context) ? false : equal(left.value, value);
  }
  if (structuralKey(left.name) === structuralKey(right.name) || value !== right.value)
    return equal(left.value, value);
  if (isLooseName(left.name, right.name)) {
    const [a, b] = [
      withArgumentOf(left.name, left.value, right.value),
      withArgumentOf(right.name, value, left.value),
    ];
    return equal(a, b) === true ? true : null;
  }
  return [left, right].every(isUnknownWithNumber) ? false : null;
}

/** `x = 5`. */
function isUnknownWithNumber({ name, value }: Assignment): boolean {
  return name.kind === "symbol" && freeSymbols(value).size === 0;
}

/** `f(x) = …` and `y = …` define the same function; words such as "Area" stand for any letter. */
function isLooseName(a: Node, b: Node): boolean {
  const kinds = new Set([a.kind, b.kind]);
  return kinds.has("text") || (kinds.has("application") && kinds.has("symbol"));
}

/** `x \in \{1, 2\}` and `x = \{1, 2\}` state the same set of the same unknown. */
function compareMemberships(a: RelationNode, b: RelationNode, context: Context): Outcome {
  if (a.operators[0] !== "in" && b.operators[0] !== "in") return null;
  const [left, right] = [statedValue(a, context), statedValue(b, context)];
  const areOfOne = structuralKey(a.operands[0] as Node) === structuralKey(b.operands[0] as Node);
  return areOfOne && left !== null && right !== null ? context.equal(left, right) : null;
}

/** `Q(50)` and `Q(53)`. */
function haveOtherArguments(a: Node, b: Node, { equal }: Context): boolean {
  if (a.kind !== "application" || b.kind !== "application" || a.args.length !== b.args.length) return false;
  return a.args.some((arg, index) => {
    const other = b.args[index] as Node;
    return freeSymbols(arg).size + freeSymbols(other).size === 0 && equal(arg, other) === false;
  });
}

function isSameFunction(a: Node, b: Node): boolean {
  return a.kind === "application" && b.kind === "application" && a.name === b.name;
}

/** `f(t) = t^2` with the argument of `f(x)`. */
function renameArgument(name: Node, value: Node, like: Node): Node {
  if (name.kind === "symbol" && like.kind === "symbol") return renameIndex(name.name, value, like.name);
  if (name.kind !== "application" || like.kind !== "application" || name.name !== like.name) return value;
  const [from, to] = [name.args[0], like.args[0]];
  if (name.args.length !== 1 || from?.kind !== "symbol" || to?.kind !== "symbol") return value;
  return substitute(value, from.name, to);
}

const INDEXED = /^(.+_)([i-n])$/;

/** `a_k = 2k + 1` with the index of `a_n`. */
function renameIndex(name: string, value: Node, like: string): Node {
  const [, base, from] = INDEXED.exec(name) ?? [];
  const [, other, to] = INDEXED.exec(like) ?? [];
  if (from === undefined || to === undefined || base !== other || from === to) return value;
  const free = freeSymbols(value);
  return free.has(from) && !free.has(to) ? substitute(value, from, { kind: "symbol", name: to }) : value;
}

/** `f(t) = t^2` beside `y = x^2`: each side has its own letter for the argument. */
function withArgumentOf(name: Node, value: Node, other: Node): Node {
  const argument = name.kind === "application" && name.args.length === 1 ? name.args[0] : undefined;
  const [variable, ...others] = freeSymbols(other);
  if (argument?.kind !== "symbol" || variable === undefined || others.length > 0) return value;
  const free = freeSymbols(value);
  return free.size === 1 && free.has(argument.name)
    ? substitute(value, argument.name, { kind: "symbol", name: variable })
    : value;
}

/**
 * Whether both relate the same variables, so that either may be solved for another: `PV = nRT` and `P = nRT/V`. Where a
 * denominator is 0 is left out, as formulas leave it out; an equation in one variable would gain or lose a root.
 */
function areFormulas(x: Node, y: Node): boolean {
  const [a, b] = [freeSymbols(x), freeSymbols(y)];
  return a.size > 1 && a.size === b.size && [...a].every((name) => b.has(name));
}

/** Whether `x = 0` and `y = 0` say the same. */
function areEquivalent(x: Node, y: Node, arithmetic: NumericOptions): Outcome {
  if (proportion(x, y, arithmetic) !== null || isMultipleByVariable(x, y, arithmetic)) return true;
  return areFormulas(x, y) && haveSameNumerator(x, y, arithmetic) ? true : null;
}

/** `a op b` and `c op d` say the same if `a - b` is a constant multiple of `c - d`, positive for inequalities. */
function compareByProportion(a: RelationNode, b: RelationNode, { arithmetic }: Context): Outcome {
  const [operator] = a.operators;
  const other = b.operators[0];
  if (a.operators.length !== 1 || b.operators.length !== 1 || operator === undefined || other === undefined)
    return null;
  if (mirrored(operator) === undefined || mirrored(other) === undefined) return null;
  const [x, y] = [a, b].map(({ operands }) => difference(operands[0] as Node, operands[1] as Node)) as [
    Node,
    Node,
  ];
  if (isEquality(operator) && isEquality(other)) return areEquivalent(x, y, arithmetic);
  const factor = proportion(x, y, arithmetic);
  return factor && (factor.num > 0n ? operator : mirrored(operator)) === other;
}

function compareRelations(a: RelationNode, b: RelationNode, context: Context): Outcome {
  if (compareOperands(a, b, context) === true || compareOperands(a, mirror(b), context) === true) return true;
  return (
    compareMemberships(a, b, context) ??
    compareAssignments(a, b, context) ??
    compareByProportion(a, b, context)
  );
}

/** What a relation states as its value: the last exact member of `x = 2 + 3 = 5`, the set of `x \in S`. */
function statedValue(relation: RelationNode, context: Context): Node | null {
  const [first, second] = relation.operands;
  if (relation.operators[0] === "in" && relation.operators.length === 1) {
    return first !== undefined && isName(first) ? (second ?? null) : null;
  }
  return statedAssignment(relation, context)?.value ?? null;
}

/** An assignment whose chain does not contradict itself: `x = 3 = 2` is false, whatever it ends in. */
function statedAssignment(relation: RelationNode, context: Context): Assignment | null {
  const assignment = readAssignment(relation);
  return assignment !== null && isConsistent(relation, context) ? assignment : null;
}

/**
 * A chain that sets numerals equal which differ by more than rounding explains offers several answers. Where it
 * computes, as `x = 3 + 5 = 7` does, its end is the answer, after a slip.
 */
function isConsistent({ operands, operators }: RelationNode, context: Context): boolean {
  if (operators.length < 2 || operators.includes("~")) return true;
  const [first, ...others] = operands.slice(1);
  if (first === undefined || ![first, ...others].every(isNumeral)) return true;
  return others.every(
    (other) =>
      context.equal(first, other) !== false || (isRounded(other) && areClose([first, other], context)),
  );
}

/** `5`, `-0.5` and `3/4`. */
function isNumeral(node: Node): boolean {
  switch (node.kind) {
    case "number":
      return true;
    case "negation":
      return isNumeral(node.operand);
    case "quotient":
      return isNumeral(node.numerator) && isNumeral(node.denominator);
    default:
      return false;
  }
}

/** A chain of numbers such as `2 + 5 = 7`, if it is true and no mere repetition: `7 = 7` and `5 = 7` state nothing. */
function isTrueChain({ operands, operators }: RelationNode, { equal }: Context): boolean {
  if (!operators.every((operator) => operator === "=")) return false;
  if (new Set(operands.map(structuralKey)).size < operands.length) return false;
  return operands.every(
    (operand, index) => index === 0 || equal(operands[index - 1] as Node, operand) === true,
  );
}

/** How far the members of a reference's chain may lie apart, since some of them are rounded. */
const ROUNDED = 0.01;

function areClose(operands: readonly Node[], { arithmetic }: Context): boolean {
  const values = operands.map((operand) => approximate(operand, arithmetic)?.value);
  const [first] = values;
  return (
    first !== undefined &&
    values.every((value) => value !== undefined && Math.abs(value - first) <= ROUNDED * Math.abs(first))
  );
}

/** A reference is taken at its word: any member of its chain of constants is the answer, unless they contradict. */
function compareWithReference(reference: RelationNode, candidate: Node, context: Context): Outcome {
  const { equal } = context;
  const value = statedValue(reference, context);
  if (value !== null) return equal(value, candidate);
  const { operands, operators } = reference;
  if (!operators.every(isEquality)) return null;
  const constants = operands.slice(operands.findLastIndex(isName) + 1);
  if (constants.some((operand) => freeSymbols(operand).size > 0) || !areClose(constants, context))
    return null;
  return constants.some((operand) => equal(operand, candidate) === true);
}

/** `m + n`, which a problem asks for; `x + y = 5` is a line. */
function isAskedSum(node: Node): boolean {
  return (
    node.kind === "sum" && node.terms.every((term) => term.kind === "symbol" && /^[a-dkm-s]$/.test(term.name))
  );
}

/** `m + n = 7` states the value 7, where a whole number is asked for. */
function withNamedSum(relation: RelationNode, reference: Node): RelationNode {
  const [first, ...others] = relation.operands;
  const isAsked = first !== undefined && isAskedSum(first) && isIntegerNumber(reference);
  return isAsked ? { ...relation, operands: [{ kind: "text", text: "sum" }, ...others] } : relation;
}

function isIntegerNumber(node: Node): boolean {
  return node.kind === "number" && node.value.den === 1n;
}

/** Whether a numeral is the other one, rounded, or lies close to it: `4 \approx 5` offers two answers. */
function areApproximate(exact: Node, rounded: Node, context: Context): boolean {
  return areClose([exact, rounded], context) || isRoundedFrom(exact, rounded, context);
}

function isRoundedFrom(exact: Node, rounded: Node, { arithmetic }: Pick<Context, "arithmetic">): boolean {
  if (rounded.kind === "negation") {
    return isRoundedFrom({ kind: "negation", operand: exact }, rounded.operand, { arithmetic });
  }
  return (
    rounded.kind === "number" && roundsTo(exact, rounded.value, rounded.decimals ?? 0, arithmetic) === true
  );
}

/** `2\sqrt5 \approx 4.47` states the exact value; the other one is the answer too where the reference is rounded. */
function compareWithRounded(reference: Node, operands: readonly Node[], context: Context): Outcome {
  const [exact, rounded, ...others] = operands;
  if (exact === undefined || rounded === undefined) return null;
  if (isNumeral(exact) && exact.kind !== "quotient" && !areApproximate(exact, rounded, context)) return false;
  const equal = context.equal(reference, exact);
  const mayBeRounded = isRounded(reference) && isRounded(rounded) && !isRounded(exact);
  if (equal === true || others.length > 0 || !mayBeRounded) return equal;
  return isRoundedFrom(exact, rounded, context) ? context.equal(reference, rounded) : equal;
}

function compareWithCandidate(reference: Node, written: RelationNode, context: Context): Outcome {
  const candidate = withNamedSum(written, reference);
  const value = statedValue(candidate, context);
  if (value !== null) return context.equal(reference, value);
  const { operands, operators } = candidate;
  const [first] = operands;
  if (operators[0] === "~" && first !== undefined) return compareWithRounded(reference, operands, context);
  if (!operators.every(isEquality)) return null;
  return isTrueChain(candidate, context) && context.equal(reference, operands.at(-1) as Node);
}

/** Equations, chains and inequalities; `name = value` against the bare value. */
export const relation: ExpressionTier = {
  name: "relation",
  decide: (reference, candidate, context) => {
    if (reference.kind === "relation" && candidate.kind === "relation") {
      return compareRelations(reference, candidate, context);
    }
    if (reference.kind === "relation") return compareWithReference(reference, candidate, context);
    return candidate.kind === "relation" ? compareWithCandidate(reference, candidate, context) : null;
  },
};
