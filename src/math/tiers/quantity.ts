import type { Node, QuantityNode } from "../ast.js";
import { fromRational, integer, negation, product, quotient, sum } from "../construct.js";
import {
  dimensionlessFactor,
  isDroppableUnit,
  isKnownUnit,
  multipliedUnit,
  relateUnits,
  sameCountedThing,
} from "../quantity/index.js";
import { readSymbolUnit } from "../rules/symbol-unit.js";
import type { Rational } from "../rational.js";
import { contains } from "../transform.js";
import type { Context, ExpressionTier, Outcome } from "./tier.js";

/** The same unit after conversion; two counted things ("apples", "pieces of fruit") are numbers. */
function compareQuantities(reference: QuantityNode, candidate: QuantityNode, { equal }: Context): Outcome {
  const relation = relateUnits(reference.unit, candidate.unit);
  switch (relation.kind) {
    case "incompatible":
      return false;
    case "convertible": {
      const scaled = scale(reference.value, relation.factor);
      const isShifted = relation.offset.num !== 0n;
      return equal(isShifted ? sum(scaled, fromRational(relation.offset)) : scaled, candidate.value);
    }
    case "unknown":
      if (isKnownUnit(reference.unit) || isKnownUnit(candidate.unit)) return null;
      if (!sameCountedThing(reference.unit, candidate.unit) && !(canDrop(reference) && canDrop(candidate)))
        return null;
      return reference.value.kind === "ratio" ? null : equal(reference.value, candidate.value);
  }
}

/** Whether a value without the words behind it says the same: `A cat` is no quantity. */
function canDrop({ unit, value }: QuantityNode): boolean {
  if (/^\W$/.test(unit)) return true;
  const isNumber = contains(value, ({ kind }) => kind === "number" || kind === "constant");
  return isNumber && isDroppableUnit(unit);
}

/** Only one side has a unit: it may be missing on the other, or be a number itself, as in "2 dozen". */
function compareWithNumber(side: QuantityNode, compare: (value: Node) => Outcome): Outcome {
  const factor = dimensionlessFactor(side.unit);
  if (factor !== null) return compare(scale(side.value, factor));
  return canDrop(side) ? compare(side.value) : null;
}

function scale(value: Node, factor: Rational): Node {
  return factor.num === factor.den ? value : product(value, fromRational(factor));
}

/** `5 ft 3 in` is written as a sum: one quantity in the unit of its first term. */
function fromTerms(terms: readonly Node[]): QuantityNode | null {
  const [first, ...rest] = terms.map(toQuantity);
  if (first === undefined || first === null) return null;
  const values = [first.value];
  for (const term of rest) {
    const relation = term && relateUnits(term.unit, first.unit);
    if (relation?.kind !== "convertible" || relation.offset.num !== 0n) return null;
    values.push(scale((term as QuantityNode).value, relation.factor));
  }
  return { kind: "quantity", value: sum(...values), unit: first.unit };
}

/** `\$5` million is so many dollars. */
function withoutMultiplier(node: QuantityNode): QuantityNode {
  const multiplied = multipliedUnit(node.unit);
  if (multiplied === null) return node;
  return { kind: "quantity", value: scale(node.value, multiplied.factor), unit: multiplied.unit };
}

/** An expression as one value with one unit: `-5 cm` and `5 ft 3 in` are. */
function toQuantity(node: Node): QuantityNode | null {
  if (node.kind === "quantity") return withoutMultiplier(node);
  if (node.kind === "sum") return fromTerms(node.terms);
  const inner = node.kind === "negation" ? toQuantity(node.operand) : null;
  return inner && { ...inner, value: negation(inner.value) };
}

/** Percent and degree signs are units too: they cannot stand for another one. */
function hasSign(node: Node): boolean {
  return contains(
    node,
    (inner) => inner.kind === "call" && (inner.name === "percent" || inner.name === "degrees"),
  );
}

const RADIANS = /^rad(?:ian)?s?$/;

/** An angle in degrees as its number of radians; `null` if it is none. */
function inRadians(node: Node): Node | null {
  if (node.kind === "negation") {
    const inner = inRadians(node.operand);
    return inner && negation(inner);
  }
  if (node.kind !== "call" || node.name !== "degrees") return null;
  return product(node.args[0] as Node, quotient({ kind: "constant", name: "pi" }, integer(180)));
}

/** A quantity against a value without a unit, which may have the sign of percent or degrees. */
function compareWithBare(
  side: QuantityNode,
  other: Node,
  compare: (value: Node, other: Node) => Outcome,
): Outcome {
  if (!hasSign(other) || hasSign(side.value))
    return compareWithNumber(side, (value) => compare(value, other));
  const angle = RADIANS.test(side.unit) ? inRadians(other) : null;
  return angle && compare(side.value, angle);
}

/** Both sides as quantities, where they are. */
function readPair(reference: Node, candidate: Node): readonly [QuantityNode | null, QuantityNode | null] {
  const [expected, actual] = [toQuantity(reference), toQuantity(candidate)];
  return [
    (actual && readSymbolUnit(reference, actual)) ?? expected,
    (expected && readSymbolUnit(candidate, expected)) ?? actual,
  ];
}

/** Values with units: see `policy.units`. */
export const quantity: ExpressionTier = {
  name: "quantity",
  decide: (reference, candidate, context) => {
    const { equal, policy } = context;
    const [expected, actual] = readPair(reference, candidate);
    if (expected === null && actual === null) return null;
    if (expected !== null && actual !== null) {
      if (policy.units === "ignored") return equal(expected.value, actual.value);
      return compareQuantities(expected, actual, context);
    }
    if (policy.units === "required") return false;
    if (expected !== null) return compareWithBare(expected, candidate, equal);
    return actual && compareWithBare(actual, reference, (value, other) => equal(other, value));
  },
};
