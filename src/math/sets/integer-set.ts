import type { Node, NumberSetNode, SetBuilderNode } from "../ast.js";
import { integer } from "../construct.js";
import { readMembership } from "../rules/membership.js";
import { structuralKey } from "../structure.js";
import { fromCondition, toRealSet } from "./from-node.js";
import type { Bound, RealSet } from "./real-set.js";
import { type Solver, Unsolvable } from "./solver.js";

/** The integers from one to another; `null` where they have no end. */
type Run = readonly [first: bigint | null, last: bigint | null];

/** What a builder takes its elements from, its unknown, and what is left of its condition. */
interface Source {
  readonly set: NumberSetNode;
  readonly unknown: string;
  readonly condition: Node | null;
}

function isWholeNumbers(set: Node): set is NumberSetNode {
  return set.kind === "number_set" && (set.name === "Z" || set.name === "N");
}

/** `\{x \mid x \in \mathbb{Z}, 0 < x < 4\}` says behind the bar where its elements are from. */
function readInCondition({ element, condition }: SetBuilderNode): Source | null {
  const isList = condition.kind === "sequence" && condition.open === "" && condition.joined !== "or";
  const items = isList ? condition.items : [condition];
  const sources = items.map(readMembership);
  const index = sources.findIndex((source) => source !== null && isWholeNumbers(source.set));
  const source = sources[index];
  if (source?.name.kind !== "symbol" || !isWholeNumbers(source.set)) return null;
  if (structuralKey(source.name) !== structuralKey(element)) return null;
  const rest = items.filter((_, other) => other !== index);
  const [only] = rest;
  const left: Node | null =
    only === undefined || rest.length === 1
      ? (only ?? null)
      : { kind: "sequence", items: rest, open: "", close: "", joined: "comma" };
  return { set: source.set, unknown: source.name.name, condition: left };
}

function readSource(node: Node): Source | null {
  if (node.kind !== "set_builder") return null;
  const source = readMembership(node.element);
  if (source === null) return readInCondition(node);
  return source.name.kind === "symbol" && isWholeNumbers(source.set)
    ? { set: source.set, unknown: source.name.name, condition: node.condition }
    : null;
}

/** Whether an expression is a set of integers that meet a condition. */
export function isIntegerSet(node: Node): boolean {
  return readSource(node) !== null;
}

/** Doubles hold every integer up to here. */
const MAX_BOUND = 2 ** 50;

/** The largest integer that is not above a bound, and whether it is the bound. */
function floorOf(bound: Node, { approximate, order }: Solver): readonly [floor: bigint, isExact: boolean] {
  const guess = approximate(bound);
  if (!(Math.abs(guess) < MAX_BOUND)) throw new Unsolvable("a bound is too large");
  for (const floor of [Math.round(guess), Math.round(guess) - 1].map(BigInt)) {
    const sign = order(integer(floor), bound);
    if (sign <= 0 && order(bound, integer(floor + 1n)) < 0) return [floor, sign === 0];
  }
  throw new Unsolvable("the integers around a bound are not known");
}

function firstFrom(low: Bound, isClosed: boolean, solver: Solver): bigint | null {
  if (typeof low === "string") return null;
  const [floor, isExact] = floorOf(low, solver);
  return isExact && isClosed ? floor : floor + 1n;
}

function lastUpTo(high: Bound, isClosed: boolean, solver: Solver): bigint | null {
  if (typeof high === "string") return null;
  const [floor, isExact] = floorOf(high, solver);
  return isExact && !isClosed ? floor - 1n : floor;
}

/** The integers of a set of reals from `least` on, in ascending runs that do not touch. */
function runsOf(set: RealSet, least: bigint | null, solver: Solver): readonly Run[] {
  const runs: Run[] = [];
  for (const { low, lowClosed, high, highClosed } of set) {
    const own = firstFrom(low, lowClosed, solver);
    const first = own === null || (least !== null && least > own) ? least : own;
    const last = lastUpTo(high, highClosed, solver);
    if (first !== null && last !== null && first > last) continue;
    const before = runs.at(-1);
    const isNext = before?.[1] != null && first === before[1] + 1n;
    if (isNext) runs[runs.length - 1] = [before[0], last];
    else runs.push([first, last]);
  }
  return runs;
}

/** The first member of a part of the integers; `zero` is the first natural number. */
function leastOf({ name, part }: NumberSetNode, zero: bigint): bigint | null | undefined {
  if (part === "positive" || (name === "N" && part === "nonzero")) return 1n;
  if (part === "nonnegative") return 0n;
  if (part === "all") return name === "N" ? zero : null;
  return undefined;
}

function toRuns(node: Node, zero: bigint, solver: Solver): readonly Run[] | null {
  const source = readSource(node);
  if (source === null) return node.kind === "set" ? fromMembers(node, solver) : null;
  const least = leastOf(source.set, zero);
  if (least === undefined || source.condition === null) return null;
  const set = fromCondition(source.unknown, source.condition, solver);
  return set && runsOf(set, least, solver);
}

/** A listed set, if all its members are integers. */
function fromMembers(node: Node, solver: Solver): readonly Run[] | null {
  const set = toRealSet(node, solver);
  const areIntegers = set?.every(({ low }) => typeof low !== "string" && floorOf(low, solver)[1]) ?? false;
  return set !== null && areIntegers ? runsOf(set, null, solver) : null;
}

function sameRuns(a: readonly Run[], b: readonly Run[]): boolean {
  return (
    a.length === b.length &&
    a.every(([first, last], index) => first === b[index]?.[0] && last === b[index][1])
  );
}

/**
 * Whether two sets of integers are the same: given by conditions or, one of them, by its members. `null` if they are
 * other sets, or if that turns on whether 0 is a natural number.
 */
export function sameIntegers(reference: Node, candidate: Node, solver: Solver): boolean | null {
  const outcomes = [0n, 1n].map((zero) => {
    const a = toRuns(reference, zero, solver);
    const b = a && toRuns(candidate, zero, solver);
    return a === null || b === null ? null : sameRuns(a, b);
  });
  const [first, second] = outcomes;
  return first === second ? (first ?? null) : null;
}
