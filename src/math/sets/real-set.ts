import type { Node } from "../ast.js";

/** An end of a piece: a real constant, or an infinity. */
export type Bound = Node | "-infinity" | "infinity";

/** The reals between two bounds. A point is a piece whose bounds are closed and the same. */
export interface Piece {
  readonly low: Bound;
  readonly lowClosed: boolean;
  readonly high: Bound;
  readonly highClosed: boolean;
}

/** A subset of the reals: pieces in ascending order that neither overlap nor touch. */
export type RealSet = readonly Piece[];

/** Compares two real constants exactly; throws if it cannot. */
export type Order = (a: Node, b: Node) => -1 | 0 | 1;

export const EMPTY: RealSet = [];
export const REALS: RealSet = [{ low: "-infinity", lowClosed: false, high: "infinity", highClosed: false }];

function compareBounds(a: Bound, b: Bound, order: Order): -1 | 0 | 1 {
  if (a === b) return 0;
  if (a === "-infinity" || b === "infinity") return -1;
  if (a === "infinity" || b === "-infinity") return 1;
  return order(a, b);
}

export function point(value: Node): RealSet {
  return [{ low: value, lowClosed: true, high: value, highClosed: true }];
}

/** The interval with these ends; empty if they are out of order. */
export function interval(piece: Piece, order: Order): RealSet {
  const sign = compareBounds(piece.low, piece.high, order);
  if (sign > 0 || (sign === 0 && !(piece.lowClosed && piece.highClosed))) return EMPTY;
  return [piece];
}

/** The union of any number of sets: they are sorted once, so that a long chain costs little more than its members. */
export function unionOf(sets: readonly RealSet[], order: Order): RealSet {
  const pieces = sets.flat().sort((left, right) => compareLows(left, right, order));
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last === undefined || isApart(last, piece, order)) merged.push(piece);
    else merged[merged.length - 1] = join(last, piece, order);
  }
  return merged;
}

export function union(a: RealSet, b: RealSet, order: Order): RealSet {
  return unionOf([a, b], order);
}

function compareLows(a: Piece, b: Piece, order: Order): number {
  return compareBounds(a.low, b.low, order) || Number(b.lowClosed) - Number(a.lowClosed);
}

function isApart(left: Piece, right: Piece, order: Order): boolean {
  const sign = compareBounds(left.high, right.low, order);
  return sign < 0 || (sign === 0 && !left.highClosed && !right.lowClosed);
}

/** Two pieces that overlap or touch; `left` starts first. */
function join(left: Piece, right: Piece, order: Order): Piece {
  const sign = compareBounds(left.high, right.high, order);
  if (sign > 0) return left;
  const highClosed = right.highClosed || (sign === 0 && left.highClosed);
  return { low: left.low, lowClosed: left.lowClosed, high: right.high, highClosed };
}

export function complement(set: RealSet): RealSet {
  const gaps: Piece[] = [];
  let low: Bound = "-infinity";
  let lowClosed = false;
  for (const piece of set) {
    if (piece.low !== "-infinity") {
      gaps.push({ low, lowClosed, high: piece.low, highClosed: !piece.lowClosed });
    }
    low = piece.high;
    lowClosed = !piece.highClosed;
  }
  if (low !== "infinity") gaps.push({ low, lowClosed, high: "infinity", highClosed: false });
  return gaps;
}

export function intersection(a: RealSet, b: RealSet, order: Order): RealSet {
  return complement(union(complement(a), complement(b), order));
}

export function difference(a: RealSet, b: RealSet, order: Order): RealSet {
  return intersection(a, complement(b), order);
}

export function sameSet(a: RealSet, b: RealSet, order: Order): boolean {
  return (
    a.length === b.length &&
    a.every((piece, index) => {
      const other = b[index] as Piece;
      return (
        piece.lowClosed === other.lowClosed &&
        piece.highClosed === other.highClosed &&
        compareBounds(piece.low, other.low, order) === 0 &&
        compareBounds(piece.high, other.high, order) === 0
      );
    })
  );
}
