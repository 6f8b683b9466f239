import type { Rational } from "../rational.js";

/**
 * Complex numbers that are known up to an error bound: a disc with a midpoint and a radius, which surely holds the true
 * value. A value flagged real lies on the real axis. What has no value (a pole inside the disc, an argument outside
 * the domain, an overflow) is {@link Field.undefined}, which every operation passes on.
 *
 * A field also keeps a record of the magnitudes that it was shown, see {@link Field.observe}.
 */
export interface Field<V> {
  /** What one arithmetic operation takes from the budget; a transcendental function takes `functionCost`. */
  readonly arithmeticCost: number;
  readonly functionCost: number;
  /** How many bits of a result can be right. */
  readonly precision: number;

  readonly undefined: V;
  readonly zero: V;
  readonly one: V;
  readonly i: V;
  readonly pi: () => V;
  readonly e: () => V;
  readonly fromRational: (value: Rational) => V;
  /** The complex number that two finite doubles say, exactly. */
  readonly fromNumber: (re: number, im?: number) => V;
  readonly fromInteger: (value: bigint) => V;

  readonly isDefined: (a: V) => boolean;
  readonly isReal: (a: V) => boolean;
  /** The sign of a real value; `null` when it is not flagged real or the disc holds zero and more. */
  readonly sign: (a: V) => -1 | 0 | 1 | null;
  /** Whether the disc holds zero. */
  readonly holdsZero: (a: V) => boolean;
  /** The integer that the value is, known exactly; else `null`. */
  readonly toInteger: (a: V) => bigint | null;
  /** Nearest double to the midpoint's real part, and a bound for the distance of the value from it. */
  readonly toDouble: (a: V) => { readonly re: number; readonly im: number; readonly error: number };

  readonly add: (a: V, b: V) => V;
  readonly negate: (a: V) => V;
  readonly multiply: (a: V, b: V) => V;
  readonly divide: (a: V, b: V) => V;

  readonly exp: (a: V) => V;
  /** The principal branch: `ln |a| + i arg a` with an argument in (-pi, pi]. */
  readonly ln: (a: V) => V;
  readonly sin: (a: V) => V;
  readonly cos: (a: V) => V;
  /** Of a real value only. */
  readonly atan: (a: V) => V;
  /** The principal branch. */
  readonly sqrt: (a: V) => V;

  readonly abs: (a: V) => V;
  readonly re: (a: V) => V;
  readonly im: (a: V) => V;
  /** Of a real value only; undefined when the error bound leaves it open. */
  readonly floor: (a: V) => V;
  /** A disc that holds both discs. */
  readonly hull: (a: V, b: V) => V;

  /** Whether two discs have no point in common, which proves that the values differ. */
  readonly disjoint: (a: V, b: V) => boolean;
  /** Notes the magnitude of an intermediate value, and returns the value. */
  readonly observe: (a: V) => V;
  /** Runs a computation of which nothing is observed. */
  readonly unobserved: <T>(compute: () => T) => T;
  /** What was observed since the last {@link Field.reset}. */
  readonly observed: () => Observed;
  readonly reset: () => void;
  /** The binary logarithm of the larger absolute value of two midpoints; of zeros: -Infinity. */
  readonly magnitude: (a: V, b: V) => number;
  /** The binary logarithm of the larger radius; of two exact values: -Infinity. */
  readonly uncertainty: (a: V, b: V) => number;
}

/** Binary logarithms of the largest and the smallest nonzero intermediate value; zeros until one is observed. */
interface Observed {
  readonly high: number;
  readonly low: number;
  /** Whether some value could not be told from zero: whatever is below its error bound went unseen. */
  readonly cancelled: boolean;
}
