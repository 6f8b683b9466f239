import type { Ball } from "./ball.js";
import { evaluate, type Point } from "./evaluate.js";
import { type Expression, isConstant } from "./expression.js";
import { exactValue, modularValue } from "./rational-value.js";

/**
 * What is known of two expressions. `different`: proven, by a point at which both are real. `same`: they agree at all
 * points tried, and at enough. `domain`: they agree where both are real, and that is not the same set.
 */
export type Comparison = "same" | "different" | "domain" | "unknown";

/** Negative and positive, whole, half and odd ones, below and above 1: each tells apart what others do not. */
const POINTS: readonly Point[] = [
  { x: 0.731, y: 1.3713, z: -0.4519, n: 3 },
  { x: -1.618, y: 0.4127, z: 2.2071, n: 2 },
  { x: 3, y: -2, z: -1.732, n: 5 },
  { x: -2.5, y: -0.809, z: 0.8123, n: 1 },
];
const RESIDUES: Readonly<Record<string, number>> = { x: 48_271_093, y: 16_807_411, z: 39_916_801, n: 7 };

/** Beyond it, the ball says too little to call two values the same. */
const PRECISION = 1e-9;

function compareValues(a: Ball, b: Ball): Comparison {
  const [isNoA, isNoB] = [Number.isNaN(a.value), Number.isNaN(b.value)];
  if (isNoA || isNoB) {
    if (a.radius === Infinity || b.radius === Infinity) return "unknown";
    return isNoA === isNoB ? "unknown" : "domain";
  }
  const distance = Math.abs(a.value - b.value);
  const radius = a.radius + b.radius;
  if (radius === 0) return distance === 0 ? "same" : "different";
  // Twice the bound: that of the library's functions is taken on trust.
  if (distance > 2 * radius) return "different";
  const size = Math.max(Math.abs(a.value), Math.abs(b.value));
  return distance <= radius && radius <= PRECISION * size ? "same" : isNearZero(size, radius);
}

/** Values that cancel to zero are bounded in absolute terms. */
const isNearZero = (size: number, radius: number): Comparison =>
  size <= radius && radius <= 1e-12 ? "same" : "unknown";

function compareExactly(a: Expression, b: Expression): Comparison | undefined {
  const [p, q] = [exactValue(a), exactValue(b)];
  if (p === undefined || q === undefined) return undefined;
  return p.numerator === q.numerator && p.denominator === q.denominator ? "same" : "different";
}

/** Compares constants once, and others at several points. */
export function compare(a: Expression, b: Expression): Comparison {
  if (isConstant(a) && isConstant(b)) {
    const compared = compareValues(evaluate(a, {}), evaluate(b, {}));
    return compared === "unknown" ? (compareExactly(a, b) ?? "unknown") : compared;
  }
  let [agreeing, isDomain] = [0, false];
  for (const point of POINTS) {
    const compared = compareValues(evaluate(a, point), evaluate(b, point));
    if (compared === "different") return "different";
    if (compared === "domain") isDomain = true;
    if (compared === "same") agreeing++;
  }
  if (agreeing < 2) return "unknown";
  if (isDomain) return "domain";
  return differsModularly(a, b) ? "unknown" : "same";
}

/** A second opinion: what doubles cannot tell apart, residues may. */
function differsModularly(a: Expression, b: Expression): boolean {
  const p = modularValue(a, RESIDUES);
  if (p === undefined) return false;
  const q = modularValue(b, RESIDUES);
  return q !== undefined && p !== q;
}
