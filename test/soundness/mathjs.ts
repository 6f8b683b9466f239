import { createRequire } from "node:module";
import type * as MathJs from "mathjs";
import { contains, type Expression } from "./expression.js";

// The browser build: the whole one takes a second to import.
const mathjs = createRequire(import.meta.url)("mathjs/lib/browser/math.js") as typeof MathJs;
const { complex } = mathjs;

export type Judgement = "equal" | "different" | "unclear";

type Value = number | MathJs.Complex;
type Scope = Readonly<Record<string, Value>>;

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

const isAbsoluteValue = (e: Expression): boolean => e.op === "abs";
const isVariable = (e: Expression): boolean => e.op === "variable";

/** Where two expressions are compared: at one point if both are constants. */
function pointsFor(a: Expression, b: Expression): readonly Scope[] {
  const points = [a, b].some((e) => contains(e, isAbsoluteValue)) ? REAL_POINTS : COMPLEX_POINTS;
  return [a, b].some((e) => contains(e, isVariable)) ? points : points.slice(0, 1);
}

type Operation = (...values: readonly Value[]) => Value;

/** By the functions of mathjs, which go over to complex numbers where the real ones end. */
const OPERATIONS = {
  add: mathjs.add,
  subtract: mathjs.subtract,
  multiply: mathjs.multiply,
  divide: mathjs.divide,
  power: mathjs.pow,
  negate: mathjs.unaryMinus,
  sqrt: mathjs.sqrt,
  sin: mathjs.sin,
  cos: mathjs.cos,
  exp: mathjs.exp,
  ln: mathjs.log,
  abs: mathjs.abs,
} as unknown as Readonly<Record<Exclude<Expression["op"], "number" | "variable" | "pi" | "i">, Operation>>;

const I = complex(0, 1);

/** The value, with every constant and every function that rounding touches changed by the factor `nudge`. */
function evaluate(e: Expression, scope: Scope, nudge: number): Value {
  switch (e.op) {
    case "number":
      return e.value;
    case "variable":
      return OPERATIONS.multiply(scope[e.name] ?? NaN, nudge);
    case "pi":
      return Math.PI * nudge;
    case "i":
      return I;
    case "power":
      return OPERATIONS.multiply(OPERATIONS.power(evaluate(e.a, scope, nudge), e.n), nudge);
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
      return OPERATIONS[e.op](evaluate(e.a, scope, nudge), evaluate(e.b, scope, nudge));
    default:
      return OPERATIONS.multiply(OPERATIONS[e.op](evaluate(e.a, scope, nudge)), nudge);
  }
}

interface Cartesian {
  readonly re: number;
  readonly im: number;
}

const cartesian = (value: Value): Cartesian => (typeof value === "number" ? { re: value, im: 0 } : value);

function distance(p: Cartesian, q: Cartesian): number {
  return Math.hypot(p.re - q.re, p.im - q.im);
}

/** Far more than the rounding of doubles, and far less than any difference that is looked for. */
const NUDGE = 1 + 1e-11;

/** The value at a point; `null` for none, and where rounding may have made it, as in `e^30 sin pi`: a nudge tells. */
const evaluator =
  (e: Expression) =>
  (scope: Scope): Cartesian | null => {
    const value = cartesian(evaluate(e, scope, 1));
    if (!Number.isFinite(value.re) || !Number.isFinite(value.im)) return null;
    const nudged = cartesian(evaluate(e, scope, NUDGE));
    return distance(value, nudged) <= 1e-7 * Math.max(1, Math.hypot(value.re, value.im)) ? value : null;
  };

/** Far from the noise of doubles. */
const APART = 1e-5;

/**
 * What mathjs says of two expressions: `different` if their values lie apart at a point where both are moderate,
 * `equal` if they agree at all points, `unclear` otherwise.
 */
export function judge(a: Expression, b: Expression): Judgement {
  const [left, right] = [evaluator(a), evaluator(b)];
  let agree = true;
  for (const scope of pointsFor(a, b)) {
    const [p, q] = [left(scope), right(scope)];
    if (p === null || q === null) {
      agree = false;
      continue;
    }
    const size = Math.max(Math.hypot(p.re, p.im), Math.hypot(q.re, q.im));
    const gap = distance(p, q);
    if (size > 1e-4 && size < 1e6 && gap > APART * Math.max(1, size)) return "different";
    agree &&= gap <= 1e-9 * Math.max(1, size);
  }
  return agree ? "equal" : "unclear";
}

/** The value at a real point; `null` if it has none that is real. */
export function valueAt(e: Expression, point: Readonly<Record<string, number>>): number | null {
  const value = evaluator(e)(point);
  return value !== null && Math.abs(value.im) < 1e-12 ? value.re : null;
}
