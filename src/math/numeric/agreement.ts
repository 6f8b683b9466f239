import type { Field } from "./field.js";

/**
 * What two values with error bounds say about their equality: `differ` is a proof, `equal` and `zero` mean agreement to
 * the bits asked for, where `zero` is agreement of two values that cannot be told from zero.
 */
export type Agreement = "differ" | "equal" | "zero";

/** Compares two defined values; `null` if they overlap but are not known to `bits`. */
export function agreement<V>(field: Field<V>, a: V, b: V, bits: number): Agreement | null {
  if (field.disjoint(a, b)) return "differ";
  const uncertainty = field.uncertainty(a, b);
  // A bound that promises more bits than a field has is that of its underflow, which hides what it swallowed.
  if (field.precision < bits && uncertainty > Number.NEGATIVE_INFINITY) return null;
  const isZero = field.holdsZero(a) || field.holdsZero(b);
  if (!isZero) return field.magnitude(a, b) - uncertainty >= bits ? "equal" : null;
  return Math.min(0, field.observed().low) - uncertainty >= bits ? "zero" : null;
}
