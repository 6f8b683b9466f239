import { createRequire } from "node:module";
import type * as MathJs from "mathjs";
import { type Expression, operands, toAscii } from "./expression.js";

// The browser build: the whole one takes a second to import.
const { compile, complex } = createRequire(import.meta.url)("mathjs/lib/browser/math.js") as typeof MathJs;

type Scope = Readonly<Record<string, unknown>>;

const COMPLEX_POINTS: readonly Scope[] = [
  { x: complex(0.37, 0.21), y: complex(-1.43, 0.56) },
  { x: complex(-2.19, 0.77), y: complex(0.91, -1.3) },
  { x: complex(1.61, -0.45), y: complex(2.73, 0.19) },
  { x: complex(-0.58, -1.12), y: complex(-0.83, 0.94) },
];

/** Where an absolute value stands, variables are real: `|e^x|` is `e^x`. */
const REAL_POINTS: readonly Scope[] = [
  { x: 0.37, y: -1.43 },
  { x: -2.19, y: 0.91 },
  { x: 1.61, y: 2.73 },
  { x: -0.58, y: -0.83 },
];

function hasAbsoluteValue(e: Expression): boolean {
  return e.op === "abs" || operands(e).some(hasAbsoluteValue);
}

interface Complex {
  readonly re: number;
  readonly im: number;
}

function toComplex(value: unknown): Complex {
  return typeof value === "number" ? { re: value, im: 0 } : (value as Complex);
}

/** Far more than the rounding of doubles, and far less than any difference that is looked for. */
const NUDGE = 1 + 1e-11;

/** The values, but for those that the rounding of doubles may have made: a nudged pi tells, as in `e^30 sin pi`. */
function evaluate(e: Expression, points: readonly Scope[]): readonly (Complex | null)[] {
  const compiled = compile(toAscii(e));
  return points.map((scope) => {
    const { re, im } = toComplex(compiled.evaluate({ ...scope }));
    const nudged = toComplex(compiled.evaluate({ ...scope, pi: Math.PI * NUDGE }));
    const isStable = distance({ re, im }, nudged) <= 1e-7 * Math.max(1, Math.hypot(re, im));
    return isStable && Number.isFinite(re) && Number.isFinite(im) ? { re, im } : null;
  });
}

function distance(p: Complex, q: Complex): number {
  return Math.hypot(p.re - q.re, p.im - q.im);
}

/** Far from the noise of doubles. */
const APART = 1e-5;

/**
 * What mathjs says of two expressions: `different` if their values lie apart at a point where both are moderate,
 * `equal` if they agree at all points, `unclear` otherwise.
 */
export function judge(a: Expression, b: Expression): "equal" | "different" | "unclear" {
  const points = hasAbsoluteValue(a) || hasAbsoluteValue(b) ? REAL_POINTS : COMPLEX_POINTS;
  const [left, right] = [evaluate(a, points), evaluate(b, points)];
  let agreeing = 0;
  for (const [index, p] of left.entries()) {
    const q = right[index];
    if (p === null || q == null) continue;
    const size = Math.max(Math.hypot(p.re, p.im), Math.hypot(q.re, q.im));
    const gap = distance(p, q);
    if (size > 1e-4 && size < 1e6 && gap > APART * Math.max(1, size)) return "different";
    if (gap <= 1e-9 * Math.max(1, size)) agreeing++;
  }
  return agreeing === points.length ? "equal" : "unclear";
}
