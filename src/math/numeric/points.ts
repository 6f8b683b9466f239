import { isComplexName } from "../complex-name.js";
import type { Features, SymbolRole } from "./features.js";

/** A complex number, by its real and imaginary part. */
type Coordinate = readonly [re: number, im: number];

/** One number for each symbol, in the order in which the symbols were found. */
export type Point = readonly Coordinate[];

/** Irregular numbers, of no simple relation to each other, and none of them 0 or 1. */
const MAGNITUDES: readonly number[] = [
  1.7320189437, 0.6180453921, 2.2913107643, 0.3717829101, 3.1180672233, 0.8414229517, 1.2599841023,
  0.2371941187, 4.1231172093, 0.5403390761, 2.6457902311, 0.7071984133, 1.4422713097, 0.4812261907,
  3.6055871291, 0.9138201737,
];
/** Imaginary parts are a small share of real parts, so that products keep near the real line. */
const TILTS: readonly number[] = [0.1731, -0.2317, 0.2893, -0.1379];
/** Sizes at which a term in the shadow of others comes to light. */
const WIDE: readonly number[] = [
  13.71732, 127.31911, 2311.93107, 41031.7219, 7.71130331e8, 3.1337197e17, 0.013717191, 1.1337109e-4,
  2.7182931e-7,
];
const OFFSETS: readonly number[] = [0.3117, -0.2719, 0.0231, -0.0417];

const REGULAR_POINTS = 22;
const COMPLEX_POINTS = 4;
const STEP_POINTS = 12;
const INTEGER_POINTS = 26;
const DISTINCT_INTEGERS = 12;
/** Beyond the zeros of what is multiplied by few factors. */
const LARGE_INTEGERS: readonly number[] = [31, 19, 53, 97];
/** A factor that no literal has. */
const LARGE_PRIME = 1_000_003;
/** Integers that share factors with each other by turns. */
const DIVISIBLE: readonly number[] = [12, 18, 5, 20, 42, 9, 30, 8, 7, 24, 15, 36, 4, 27, 10, 6];

function at<T>(values: readonly T[], index: number): T {
  return values[index % values.length] as T;
}

/** By turns all positive, all negative, and mixed in two ways. */
function signOf(point: number, symbol: number): 1 | -1 {
  const pattern = point % 4;
  if (pattern < 2) return pattern === 0 ? 1 : -1;
  return (pattern + symbol) % 2 === 0 ? 1 : -1;
}

function regular(point: number, symbol: number): number {
  return at(MAGNITUDES, 7 * point + 5 * symbol) * (1 + 0.01731 * symbol);
}

/** Near and between the literals, where one piece of a function ends and another begins. */
function criticalValues(features: Features): readonly number[] {
  const literals = [...features.literals].sort((a, b) => a - b);
  return literals.flatMap((literal, index) => {
    const next = literals[index + 1];
    const around = OFFSETS.slice(0, 2).map((offset) => literal + offset);
    return next === undefined ? around : [...around, literal + (next - literal) * 0.4837];
  });
}

interface Plan {
  readonly roles: readonly SymbolRole[];
  /** How many symbols are just integers; they take turns in being the largest. */
  readonly integers: number;
  readonly hasUpper: boolean;
  readonly positive: boolean;
  /** The whole literals. */
  readonly literals: readonly number[];
}

/** Integers with factors of the literals, of each other, and of nothing else in the expressions, by turns. */
function divisibleValue({ literals }: Plan, point: number, symbol: number): number {
  const base = at(DIVISIBLE, 7 * point + 3 * symbol + Math.floor(point / 5));
  const turn = point % 6;
  if (turn === 4) return base * LARGE_PRIME;
  return turn === 2 && literals.length > 0 ? base * at(literals, Math.floor(point / 6) + symbol) : base;
}

function largeInteger({ hasUpper }: Plan, role: SymbolRole, index: number, symbol: number): number {
  const size = at(LARGE_INTEGERS, index);
  return role === "lower" && hasUpper ? Math.floor(size / 3) + symbol : size + 2 * symbol;
}

function integerValue(plan: Plan, role: SymbolRole, point: number, symbol: number): number {
  if (role === "divisible") return divisibleValue(plan, point, symbol);
  if (point >= INTEGER_POINTS) return largeInteger(plan, role, point - INTEGER_POINTS, symbol);
  const turn = 5 * point + 3 * symbol;
  if (role === "upper") return 5 + (turn % DISTINCT_INTEGERS);
  if (role === "lower") return plan.hasUpper ? 2 + (turn % 3) : turn % DISTINCT_INTEGERS;
  if (plan.integers <= 1) return 2 + (turn % DISTINCT_INTEGERS);
  const rank = point % 2 === 0 ? plan.integers - 1 - symbol : symbol;
  return 2 + (turn % 5) + 4 * Math.max(0, rank);
}

/** Points at which the symbols that are any numbers have the given values. */
function* build(
  plan: Plan,
  count: number,
  value: (point: number, symbol: number) => Coordinate,
): Generator<Point> {
  for (let point = 0; point < count; point++) {
    yield plan.roles.map((role, symbol) =>
      role === "any" ? value(point, symbol) : [integerValue(plan, role, point, symbol), 0],
    );
  }
}

function realPoints(
  plan: Plan,
  count: number,
  value: (point: number, symbol: number) => number,
): Generator<Point> {
  return build(plan, count, (point, symbol) => [
    plan.positive ? Math.abs(value(point, symbol)) : signOf(point, symbol) * value(point, symbol),
    0,
  ]);
}

/** Integers and halves, of either sign, and 0, where a value may jump to another one for itself. */
function* stepPoints(plan: Plan): Generator<Point> {
  yield* realPoints(plan, 1, () => 0);
  yield* realPoints(plan, STEP_POINTS, (point, symbol) => {
    const integer = 2 + ((3 * point + 2 * symbol) % 7);
    return Math.floor(point / 4) % 2 === 0 ? integer : integer + 0.5;
  });
}

function* branchPoints(plan: Plan, features: Features): Generator<Point> {
  yield* realPoints(plan, 2 * WIDE.length, (point, symbol) =>
    at(WIDE, Math.floor(point / 2) + 3 * symbol + (point % 4 === 2 ? 1 : 0)),
  );
  const critical = criticalValues(features);
  yield* realPoints(
    plan,
    2 * critical.length,
    (point, symbol) => at(critical, Math.floor(point / 2) + symbol) + at(OFFSETS, symbol + 2) * symbol,
  );
}

function complexPoints(plan: Plan): Generator<Point> {
  return build(plan, COMPLEX_POINTS, (point, symbol) => {
    const re = regular(point + 1, symbol);
    return [re, re * at(TILTS, point + symbol)];
  });
}

/** Off the real line only in the symbols that are complex by convention, as the `z` of `|z|^2`. */
function* conventionalPoints(plan: Plan, { roles }: Features): Generator<Point> {
  const isComplex = [...roles.keys()].map((name) => isComplexName(name, roles));
  if (!isComplex.includes(true)) return;
  for (const point of complexPoints(plan)) {
    yield point.map(([re, im], index) => [re, isComplex[index] === true ? im : 0] as const);
  }
}

/** The points that show whether two expressions with these features agree as functions, the most telling first. */
export function* samplePoints(features: Features, positive: boolean): Generator<Point> {
  const roles = [...features.roles.values()];
  const integers = roles.filter((role) => role === "integer").length;
  const literals = [...features.literals].filter((literal) => Number.isInteger(literal) && literal > 1);
  const plan: Plan = { roles, integers, hasUpper: roles.includes("upper"), positive, literals };
  if (!roles.includes("any")) {
    yield* realPoints(plan, INTEGER_POINTS + LARGE_INTEGERS.length, () => 0);
    return;
  }
  const isReal = features.branched || features.stepped || positive;
  if (features.stepped) yield* stepPoints(plan);
  if (features.complex ? !positive : !isReal) yield* complexPoints(plan);
  else if (!positive) yield* conventionalPoints(plan, features);
  yield* realPoints(plan, REGULAR_POINTS, regular);
  if (features.branched) yield* branchPoints(plan, features);
}
