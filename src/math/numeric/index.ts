import type { Node } from "../ast.js";
import { Exhausted } from "../budget.js";
import { compare, type Rational } from "../rational.js";
import { constantOrder, constantsAgree, isRounding, realValue, valueAt } from "./constants.js";
import { exactRational } from "./exact-rational.js";
import { createFeatures, type Features, scan } from "./features.js";
import { identityOf } from "./identity.js";
import type { NumericOptions } from "./precision.js";

export type { NumericOptions } from "./precision.js";

const MAX_SYMBOLS = 40;
const MAX_DECIMALS = 1_000;
/** What it takes to compare two rational numbers. */
const ORDER_OPERATIONS = 1;

/** What the expressions hold together; `null` if one of them has no numeric value. */
function featuresOf(nodes: readonly Node[]): Features | null {
  const features = createFeatures();
  const isNumeric = nodes.every((node) => scan(node, features));
  return isNumeric && features.roles.size <= MAX_SYMBOLS ? features : null;
}

/** What constants hold together; `null` if a symbol occurs. */
function constantFeatures(nodes: readonly Node[]): Features | null {
  const features = featuresOf(nodes);
  return features?.roles.size === 0 ? features : null;
}

/** The answer, or `null` when the budget does not suffice. */
function withinBudget<T>(compute: () => T | null): T | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Exhausted) return null;
    throw error;
  }
}

/**
 * Whether two scalar expressions agree as functions of their symbols, on principal branches. `false` is a proof: the
 * values differ by more than their error bounds at a point where both are defined. `true` is agreement at many points
 * of all signs (integers, where only these make sense), within bounds that leave no room for a hidden term. `null` is
 * unknown.
 *
 * Constants are the same where they agree to 60 digits, and to twice the digits between the largest and the smallest
 * intermediate value.
 */
export function testIdentity(a: Node, b: Node, options: NumericOptions): boolean | null {
  return withinBudget(() => {
    const features = featuresOf([a, b]);
    if (features === null) return null;
    const compareAll = features.roles.size === 0 ? constantsAgree : identityOf;
    return compareAll([a, b], features, options);
  });
}

/** The sign of a real constant expression, 0 with the certainty of {@link testIdentity}; `null` is unknown. */
export function signOf(node: Node, options: NumericOptions): -1 | 0 | 1 | null {
  const zero: Node = { kind: "number", value: { num: 0n, den: 1n }, literal: "0", decimals: null };
  return compareOrder(node, zero, options);
}

/** Negative, zero or positive as `a` is below, at or above `b`, both real; `null` is unknown. */
export function compareOrder(a: Node, b: Node, options: NumericOptions): -1 | 0 | 1 | null {
  return withinBudget(() => {
    options.budget.spend(ORDER_OPERATIONS);
    const [x, y] = [exactRational(a), exactRational(b)];
    if (x !== null && y !== null) return compare(x, y);
    const features = constantFeatures([a, b]);
    return features && constantOrder([a, b], features, options);
  });
}

/** A real constant as a double, and a bound for its error; `null` if it is not known to be real or has no value. */
export function approximate(
  node: Node,
  options: NumericOptions,
): { readonly value: number; readonly error: number } | null {
  return withinBudget(() => {
    const features = constantFeatures([node]);
    return features && realValue(node, features, options);
  });
}

/** The value where the symbols have the given real values; `null` if it has none, or one of its symbols is not given. */
export function evaluateAt(
  node: Node,
  values: ReadonlyMap<string, number>,
  options: NumericOptions,
): { readonly re: number; readonly im: number; readonly error: number } | null {
  return withinBudget(() => {
    const features = featuresOf([node]);
    if (features === null) return null;
    const point = [...features.roles.keys()].map((name) => [values.get(name) ?? Number.NaN, 0] as const);
    return valueAt(node, features, point, options);
  });
}

/**
 * Whether a constant, rounded to `decimals` places, is the literal: they are no further apart than half a unit of the
 * last place. Negative `decimals` round before the point.
 */
export function roundsTo(
  exact: Node,
  literal: Rational,
  decimals: number,
  options: NumericOptions,
): boolean | null {
  if (!Number.isInteger(decimals) || Math.abs(decimals) > MAX_DECIMALS) return null;
  return withinBudget(() => {
    const features = constantFeatures([exact]);
    return features && isRounding(exact, literal, decimals, features, options);
  });
}
