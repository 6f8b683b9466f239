import type { Node } from "../ast.js";
import { add, compare, negate, rational, type Rational } from "../rational.js";
import { agreement } from "./agreement.js";
import { exactRational } from "./exact-rational.js";
import type { Features } from "./features.js";
import type { Field } from "./field.js";
import type { Point } from "./points.js";
import { decideAt, type Decide, type NumericOptions } from "./precision.js";

/** A double with this relative error is as good as it gets. */
const DOUBLE_DIGITS = 40;

function decideConstant<T>(
  nodes: readonly Node[],
  features: Features,
  options: NumericOptions,
  decide: Decide<T>,
): T | null {
  return decideAt(nodes, features, [], options, decide, true);
}

/** Whether two constants are the same: `false` is a proof, `true` agreement to 60 digits or more. */
export function constantsAgree(
  nodes: readonly [Node, Node],
  features: Features,
  options: NumericOptions,
): boolean | null {
  return decideConstant<boolean>(nodes, features, options, (field, [a, b], bits) => {
    if (a === undefined || b === undefined) return null;
    const result = agreement(field, a, b, bits);
    return result && result !== "differ";
  });
}

/** The value as a real one: it is flagged real, or its imaginary part is zero to the bits asked for. */
function realPart<V>(field: Field<V>, value: V, bits: number): V | null {
  if (field.isReal(value)) return value;
  const zero = agreement(field, field.im(value), field.zero, bits);
  return zero === "zero" || zero === "equal" ? field.re(value) : null;
}

/** The sign of the difference of two real constants. */
export function constantOrder(
  nodes: readonly [Node, Node],
  features: Features,
  options: NumericOptions,
): -1 | 0 | 1 | null {
  return decideConstant<-1 | 0 | 1>(nodes, features, options, (field, [a, b], bits) => {
    if (a === undefined || b === undefined) return null;
    const [x, y] = [realPart(field, a, bits), realPart(field, b, bits)];
    if (x === null || y === null) return null;
    const sign = field.sign(field.add(x, field.negate(y)));
    if (sign !== null) return sign;
    const result = agreement(field, x, y, bits);
    return result === "equal" || result === "zero" ? 0 : null;
  });
}

/** The value of an expression at a point, as doubles; of whatever precision it has where more is out of reach. */
export function valueAt(
  node: Node,
  features: Features,
  point: Point,
  options: NumericOptions,
): { readonly re: number; readonly im: number; readonly error: number } | null {
  return decideAt(
    [node],
    features,
    point,
    options,
    (field, [value], bits) => {
      if (value === undefined) return null;
      const found = field.toDouble(value);
      const size = Math.abs(found.re) + Math.abs(found.im);
      if (!Number.isFinite(size) || !Number.isFinite(found.error)) return null;
      const isPrecise = found.error <= size * 2 ** -DOUBLE_DIGITS;
      const isZero = field.holdsZero(value) && agreement(field, value, field.zero, bits) === "zero";
      return isPrecise || isZero ? found : null;
    },
    true,
  );
}

/** The real value of a constant. */
export function realValue(
  node: Node,
  features: Features,
  options: NumericOptions,
): { readonly value: number; readonly error: number } | null {
  return decideConstant([node], features, options, (field, [value], bits) => {
    if (value === undefined) return null;
    const real = realPart(field, value, bits);
    if (real === null) return null;
    const { re, error } = field.toDouble(real);
    const isZero = field.holdsZero(real) && agreement(field, real, field.zero, bits) === "zero";
    return Number.isFinite(re) && (error <= Math.abs(re) * 2 ** -DOUBLE_DIGITS || isZero)
      ? { value: re, error }
      : null;
  });
}

function halfUnit(decimals: number): Rational {
  const unit = 10n ** BigInt(Math.abs(decimals));
  return decimals < 0 ? rational(unit, 2n) : rational(1n, 2n * unit);
}

/** Whether a constant lies within half a unit of the last decimal of a literal. */
export function isRounding(
  exact: Node,
  literal: Rational,
  decimals: number,
  features: Features,
  options: NumericOptions,
): boolean | null {
  const half = halfUnit(decimals);
  const [from, to] = [add(literal, negate(half)), add(literal, half)];
  const known = exactRational(exact);
  if (known !== null) return compare(known, from) >= 0 && compare(known, to) <= 0;
  return decideConstant<boolean>([exact], features, options, (field, [value], bits) => {
    if (value === undefined) return null;
    const real = realPart(field, value, bits);
    if (real === null) return field.sign(field.abs(field.im(value))) === 1 ? false : null;
    const above = field.sign(field.add(real, field.negate(field.fromRational(from))));
    const below = field.sign(field.add(field.fromRational(to), field.negate(real)));
    if (above === -1 || below === -1) return false;
    return above === null || below === null ? null : true;
  });
}
