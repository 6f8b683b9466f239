import { isComplex, type BigNumber, type Complex, type MathJs, type Scope } from "./mathjs-functions.js";
import type { MathInstances } from "./load-mathjs.js";
import type { Domain, EngineTask } from "./task.js";

/** decimal.js knows its constants to 1025 digits, some of which it needs for itself. */
const MAX_DIGITS = 900;
/** Values beyond this have lost what tells them apart. */
const MAX_MAGNITUDE = 1e150;
const TOLERANCE = 1e-8;

/**
 * Why two expressions may not be taken for equal, or `null` if nothing speaks against it: they agree at every point
 * that can be evaluated, off the positive axis as well, and at one point to so many digits that they could not agree by
 * rounding. Engines cross branch cuts (`\sqrt{xy} = \sqrt{x}\sqrt{y}`) and round (`\sin 1 = \sin(1 + 10^{-30})`).
 */
export function objectionTo(task: EngineTask, { double, withDigits }: MathInstances): string | null {
  if (!(task.digits <= MAX_DIGITS)) return "the values need too many digits to be told apart";
  const agreements = DOUBLE_POINTS[task.domain].map((point) => agreeAt(task, double, point));
  if (agreements.includes(false)) return "the values differ at a point";
  const agreed = agreements.filter((agreement) => agreement === true).length;
  const isConstant = task.symbols.length === 0;
  if (agreed < (isConstant ? 1 : 4)) return "too few points can be evaluated";
  return agreeToDigits(task, withDigits) ? null : "the values do not agree to enough digits";
}

type Point = (mathjs: MathJs, symbol: number) => unknown;

const complexPoint =
  (radius: number, angle: number): Point =>
  ({ complex }, symbol) => {
    const turned = angle + 2.3 * symbol;
    return complex((radius + 0.31 * symbol) * Math.cos(turned), (radius + 0.31 * symbol) * Math.sin(turned));
  };

const realPoint =
  (...values: readonly number[]): Point =>
  (_mathjs, symbol) =>
    (values[symbol % values.length] as number) * (1 + 0.173 * Math.floor(symbol / values.length));

const naturalPoint =
  (...values: readonly number[]): Point =>
  (_mathjs, symbol) =>
    values[symbol % values.length];

const REAL_POINTS: readonly Point[] = [
  realPoint(1.37, 2.71, 0.83, 1.93),
  realPoint(-1.37, -2.71, -0.83, -1.93),
  realPoint(0.37, -0.71, 0.59, -0.23),
  realPoint(-0.41, 0.67, -0.29, 0.53),
  realPoint(-2.63, 3.19, 1.71, -4.57),
  realPoint(3.57, -1.29, -2.43, 5.11),
];

const DOUBLE_POINTS: Readonly<Record<Domain, readonly Point[]>> = {
  complex: [...REAL_POINTS, ...[0.4, 1.7, 2.9, 4.1, 5.6].map((angle) => complexPoint(0.9, angle))],
  real: REAL_POINTS,
  natural: [
    naturalPoint(2, 3, 5, 4),
    naturalPoint(5, 2, 3, 7),
    naturalPoint(7, 4, 1, 3),
    naturalPoint(3, 6, 8, 2),
    naturalPoint(9, 5, 2, 6),
    naturalPoint(4, 4, 4, 4),
    naturalPoint(1, 1, 2, 1),
  ],
};

function scopeAt(task: EngineTask, mathjs: MathJs, point: Point): Scope {
  return new Map(task.symbols.map((name, index) => [name, point(mathjs, index)]));
}

/** `null` where a side has no value, or one too large to tell. */
function agreeAt(task: EngineTask, mathjs: MathJs, point: Point): boolean | null {
  const [left, right] = task.numeric.map((text) => complexValue(mathjs, text, scopeAt(task, mathjs, point)));
  if (!left || !right) return null;
  const scale = Math.max(1, Math.hypot(left.re, left.im), Math.hypot(right.re, right.im));
  if (!(scale < MAX_MAGNITUDE)) return null;
  return Math.hypot(left.re - right.re, left.im - right.im) <= TOLERANCE * scale;
}

function complexValue(mathjs: MathJs, text: string, scope: Scope): Complex | null {
  const value = valueOf(mathjs, text, scope);
  if (typeof value === "number") return { re: value, im: 0 };
  return isComplex(value) ? value : null;
}

function valueOf(mathjs: MathJs, text: string, scope: Scope): unknown {
  try {
    return mathjs.evaluate(text, scope);
  } catch {
    // The point lies outside the domain of a function.
    return null;
  }
}

const bigPoint =
  (...values: readonly string[]): Point =>
  ({ bignumber }, symbol) =>
    bignumber(values[symbol % values.length] as string);

/** Whole numbers, for which fewer digits suffice. */
const WHOLE_POINTS = [bigPoint("3", "5", "7", "4", "6"), bigPoint("7", "4", "2", "5", "3")];
/** Where inverse functions are real; each symbol takes more digits in a denominator. */
const FRACTION_POINT = bigPoint("0.3", "0.7", "0.2", "0.6", "0.4");
const DIGITS_OF_FRACTION = 3;

/** Whether both sides are real at a point and agree there to the digits that tell them apart, and differ at none. */
function agreeToDigits(task: EngineTask, withDigits: MathInstances["withDigits"]): boolean {
  const verdicts = WHOLE_POINTS.map((point) => agreeToDigitsAt(task, withDigits, point, task.digits));
  if (task.domain !== "natural" && task.digits * DIGITS_OF_FRACTION <= MAX_DIGITS) {
    verdicts.push(agreeToDigitsAt(task, withDigits, FRACTION_POINT, task.digits * DIGITS_OF_FRACTION));
  }
  return verdicts.includes(true) && !verdicts.includes(false);
}

function agreeToDigitsAt(
  task: EngineTask,
  withDigits: MathInstances["withDigits"],
  point: Point,
  digits: number,
): boolean | null {
  const big = withDigits(digits);
  const [left, right] = task.numeric.map((text) => valueOf(big, text, scopeAt(task, big, point)));
  if (!isBigNumber(left) || !isBigNumber(right) || !left.isFinite() || !right.isFinite()) return null;
  // Half of the digits tell unequal values apart; the other half is lost to the size of intermediate ones.
  return left
    .minus(right)
    .abs()
    .lte(big.bignumber(`1e-${Math.floor(digits / 2)}`));
}

function isBigNumber(value: unknown): value is BigNumber {
  return typeof value === "object" && value !== null && "isBigNumber" in value;
}
