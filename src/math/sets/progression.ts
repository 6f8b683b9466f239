import type { Node } from "../ast.js";
import { difference, fromRational, integer, product, quotient, sum } from "../construct.js";
import { divide, gcd, type Rational, rational, ZERO } from "../rational.js";

/** The numbers `offset + k * step` for the integers `k`, or those of a part of them. */
export interface Progression {
  readonly offset: Node;
  readonly step: Node;
}

/** The exact value of a constant, or `null` if it is irrational or not known. */
type RationalValue = (node: Node) => Rational | null;

/** Progressions of one step, into which others are split, beyond which they are not compared. */
const MAX_CLASSES = 64;
/** Offsets with no known rational relation to each other. */
const MAX_ORIGINS = 8;

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** The least number that all of some positive numbers divide. */
function leastMultiple(values: readonly Rational[]): Rational {
  return values.reduce((a, b) => {
    const num = (a.num / gcd(a.num, b.num)) * b.num;
    return rational(num, gcd(a.den, b.den));
  });
}

function fractionalPart({ num, den }: Rational): string {
  return `${((num % den) + den) % den}/${den}`;
}

/** The classes of numbers, a step apart, that progressions consist of: by an origin and the distance from it in steps. */
interface Classes {
  readonly origins: Node[];
  readonly step: Node;
  readonly value: RationalValue;
}

function classOf(classes: Classes, member: Node): string | null {
  for (const [index, origin] of classes.origins.entries()) {
    const distance = classes.value(quotient(difference(member, origin), classes.step));
    if (distance !== null) return `${index}: ${fractionalPart(distance)}`;
  }
  if (classes.origins.length >= MAX_ORIGINS) return null;
  classes.origins.push(member);
  return `${classes.origins.length - 1}: ${fractionalPart(ZERO)}`;
}

function classesOf(
  progressions: readonly Progression[],
  counts: readonly number[],
  classes: Classes,
): ReadonlySet<string> | null {
  const found = new Set<string>();
  for (const [index, { offset, step }] of progressions.entries()) {
    for (let k = 0; k < (counts[index] as number); k++) {
      const key = classOf(classes, k === 0 ? offset : sum(offset, product(integer(k), step)));
      if (key === null) return null;
      found.add(key);
    }
  }
  return found;
}

/** How many progressions of the common step each one is, with the steps as multiples of one of them. */
function countsOf(ratios: readonly Rational[], common: Rational): readonly number[] | null {
  const counts = ratios.map((ratio) => divide(common, ratio).num);
  const total = counts.reduce((a, b) => a + b, 0n);
  return total > MAX_CLASSES ? null : counts.map(Number);
}

/**
 * Whether two unions of progressions over all integers are the same set. `true` and `false` are proven; `null` is
 * unknown, as where the ratio of two steps is irrational.
 */
export function sameProgressions(
  a: readonly Progression[],
  b: readonly Progression[],
  value: RationalValue,
): boolean | null {
  const all = [...a, ...b];
  const [first] = all;
  if (first === undefined) return null;
  const ratios: Rational[] = [];
  for (const { step } of all) {
    const ratio = value(quotient(step, first.step));
    if (ratio === null || ratio.num === 0n) return null;
    ratios.push(rational(abs(ratio.num), ratio.den));
  }
  const common = leastMultiple(ratios);
  const counts = countsOf(ratios, common);
  if (counts === null) return null;
  const classes: Classes = { origins: [], step: product(fromRational(common), first.step), value };
  const left = classesOf(a, counts.slice(0, a.length), classes);
  const right = left && classesOf(b, counts.slice(a.length), classes);
  if (left === null || right === null) return null;
  if (left.size === right.size && [...left].every((key) => right.has(key))) return true;
  return classes.origins.length === 1 ? false : null;
}
