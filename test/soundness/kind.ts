import fc from "fast-check";
import type { Pick } from "./expression.js";
import type { Judgement } from "./mathjs.js";

/** How a pair reads for the verifier and for each oracle. */
interface Texts {
  readonly reference: string;
  readonly answer: string;
  /** In the syntax of sympy. */
  readonly sympy: readonly [string, string];
  /** The two sides as plain expressions, in LaTeX and in the syntax of nerdamer; `null` for what is none. */
  readonly scalars: {
    readonly latex: readonly [string, string];
    readonly ascii: readonly [string, string];
  } | null;
}

/** Two answers that are equal by a chain of identities, or one slip apart, and what it takes to see it. */
export interface Pair extends Texts {
  readonly kind: string;
}

/** A kind of answer: how to draw one, how to change it, and how to tell two apart. */
export interface Kind<T> {
  readonly start: fc.Arbitrary<T>;
  /** The same answer otherwise; itself if the draw finds no rewrite that applies. */
  readonly rewrite: (answer: T, pick: Pick) => T;
  /** Another answer, mostly: `judge` says. */
  readonly slip: (answer: T, pick: Pick) => T;
  readonly judge: (a: T, b: T) => Judgement;
  readonly write: (a: T, b: T, pick: Pick) => Texts;
}

export interface Pairs {
  /** Equal by identities, and judged to be equal. */
  readonly equal: fc.Arbitrary<Pair>;
  /** One slip apart, perhaps rewritten as well, and judged to be different. */
  readonly different: fc.Arbitrary<Pair>;
}

/** Draws that shrink: the numbers come from fast-check. */
function picker(draws: readonly number[]): Pick {
  let index = 0;
  return (count) => (count < 1 ? 0 : (draws[index++ % draws.length] ?? 0) % count);
}

const draws = fc.array(fc.nat({ max: 9999 }), { minLength: 40, maxLength: 40 });

/** The pairs of a kind. */
export function pairsOf<T>(name: string, { start, rewrite, slip, judge, write }: Kind<T>): Pairs {
  const changed = (
    steps: { readonly min: number; readonly max: number },
    begin: (answer: T, pick: Pick) => T,
    wanted: Judgement,
  ): fc.Arbitrary<Pair> =>
    fc
      .tuple(start, draws, fc.integer(steps))
      .map(([first, numbers, count]) => {
        const pick = picker(numbers);
        let last = begin(first, pick);
        for (let step = 0; step < count; step++) last = rewrite(last, pick);
        return { first, last, pick };
      })
      .filter(({ first, last }) => judge(first, last) === wanted)
      .map(({ first, last, pick }) => ({ kind: name, ...write(first, last, pick) }));
  return {
    equal: changed({ min: 1, max: 4 }, (answer) => answer, "equal"),
    different: changed({ min: 0, max: 2 }, slip, "different"),
  };
}

/** Equal if all are, different if one is. */
export function all(judgements: Iterable<Judgement>): Judgement {
  let result: Judgement = "equal";
  for (const judgement of judgements) {
    if (judgement === "different") return "different";
    if (judgement === "unclear") result = "unclear";
  }
  return result;
}

/** The list with the item at an index changed. */
export function changedAt<T>(items: readonly T[], index: number, change: (item: T) => T): readonly T[] {
  return items.map((item, at) => (at === index ? change(item) : item));
}

/** The list with two items exchanged. */
export function swapped<T>(items: readonly T[], i: number, j: number): readonly T[] {
  return items.map((item, at) => (at === i ? (items[j] ?? item) : at === j ? (items[i] ?? item) : item));
}
