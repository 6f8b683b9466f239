import type { Field } from "./field.js";

/** The body of a sum or product at one value of its variable. */
export type Body<V> = (index: number) => V;
type Spend = (operations: number) => void;

const MAX_TERMS = 10_000;
const MAX_INDEX = 1e12;
/** An infinite sum is taken for convergent when over this many terms they shrank by the ratio for each. */
const STEADY_TERMS = 24;
const STEADY_RATIO = 0.9;
/** The binary logarithm of the tail behind a term of such a series, in units of the term, with room for roughness. */
const TAIL_BITS = 6;
const MAX_INFINITE_TERMS = 2_500;
/** After so many terms the sum must have become steady. */
const PATIENCE = 150;
/** The terms that follow get small without end: they say nothing about the precision that the sum deserves. */
const OBSERVED_TERMS = 3;
/** Terms this far behind the last one must be as small as its tail says. */
const FAR_FACTORS: readonly number[] = [2, 5, 17];

function bounds<V>(field: Field<V>, lower: V, upper: V): readonly [number, number] | null {
  const [from, to] = [field.toInteger(lower), field.toInteger(upper)];
  if (from === null || to === null) return null;
  const [first, last] = [Number(from), Number(to)];
  const isInReach = Math.abs(first) < MAX_INDEX && Math.abs(last) < MAX_INDEX;
  return isInReach && last >= first - 1 && last - first < MAX_TERMS ? [first, last] : null;
}

/** A sum or product over integers from `lower` to `upper`; the empty one has the upper bound one below the lower. */
export function finiteOperator<V>(
  field: Field<V>,
  spend: Spend,
  operator: "sum" | "product",
  body: Body<V>,
  lower: V,
  upper: V,
): V {
  const range = bounds(field, lower, upper);
  if (range === null) return field.undefined;
  const [combine, start] = operator === "sum" ? [field.add, field.zero] : [field.multiply, field.one];
  let total = start;
  for (let index = range[0]; index <= range[1]; index++) {
    spend(field.arithmeticCost);
    total = combine(total, body(index));
    if (!field.isDefined(total)) return total;
  }
  return total;
}

/** The binary logarithm of an upper bound for the absolute value of what a disc holds. */
function logBound<V>(field: Field<V>, value: V): number {
  return Math.max(field.magnitude(value, value), field.uncertainty(value, value)) + 1;
}

function isFarSmall<V>(field: Field<V>, body: Body<V>, first: number, last: number, limit: number): boolean {
  return FAR_FACTORS.every((factor) => {
    const term = body(first + (last - first) * factor);
    return field.isDefined(term) && (field.sign(term) === 0 || logBound(field, term) <= limit);
  });
}

/** A disc around zero, of a radius at least `2^logarithm`. */
function discOf<V>(field: Field<V>, logarithm: number): V {
  if (logarithm === Number.NEGATIVE_INFINITY) return field.zero;
  const size = field.exp(field.multiply(field.fromNumber(logarithm), field.ln(field.fromNumber(2))));
  return field.hull(size, field.negate(size));
}

/**
 * A sum without end whose terms fall at least like a geometric series. It is cut where the tail, bounded by that
 * series, is below the precision of the total; slower series have no value here.
 */
export function infiniteSum<V>(field: Field<V>, spend: Spend, body: Body<V>, lower: V): V {
  const range = bounds(field, lower, lower);
  if (range === null) return field.undefined;
  const [first] = range;
  const shrinkage = STEADY_TERMS * Math.log2(STEADY_RATIO);
  const sizes: number[] = [];
  let total = field.zero;
  for (let index = first; index < first + MAX_INFINITE_TERMS; index++) {
    spend(field.arithmeticCost);
    const term = index < first + OBSERVED_TERMS ? body(index) : field.unobserved(() => body(index));
    total = field.add(total, term);
    if (!field.isDefined(total)) return field.undefined;
    const size = field.magnitude(term, term);
    sizes.push(size);
    const before = sizes[index - first - STEADY_TERMS] ?? Number.NEGATIVE_INFINITY;
    const tail = logBound(field, term) + TAIL_BITS;
    const isSteady = size - before <= shrinkage;
    if (!isSteady && index > first + PATIENCE) return field.undefined;
    if (!isSteady || tail > field.magnitude(total, total) - field.precision) continue;
    const isTrusted = field.unobserved(() => isFarSmall(field, body, first, index, tail));
    return isTrusted ? field.add(total, discOf(field, tail)) : field.undefined;
  }
  return field.undefined;
}
