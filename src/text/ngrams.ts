import { clearPlaces, createPlaces, type FirstPlaces, grown, reservePlaces } from "./first-places.js";
import { addPieces, clearPieces, createPieceIndex } from "./pieces.js";
import type { Splitter } from "./words.js";

/** Puts elements together with the two that stand `middle` and `last` behind them. */
interface Step {
  readonly middle: number;
  readonly last: number;
  /** Of the n-grams that come of it. */
  readonly size: number;
  readonly places: FirstPlaces;
}

function hashOf(a: number, b: number, c: number): number {
  let hash = Math.imul(Math.imul(a, 0x85ebca6b) ^ b, 0x9e3779b1);
  hash = Math.imul((hash ^ (hash >>> 15)) + c, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Finds the first places of the triples of the elements behind those that have one, up to `end`. */
function placeTriples({ middle, last, size, places }: Step, elements: Int32Array, end: number): void {
  reservePlaces(places, end - places.length);
  const { firsts, hashes, slots, base } = places;
  const mask = slots.length - 1;
  let { distinct } = places;
  let place = places.length;
  for (; place <= end - size; place++) {
    const a = elements[place] as number;
    const b = elements[place + middle] as number;
    const c = elements[place + last] as number;
    const hash = hashOf(a, b, c);
    let slot = hash & mask;
    for (;;) {
      const known = (slots[slot] as number) - base;
      // All bits if the slot is free. No branch asks that, which none could foresee: there the triple meets itself.
      const isFree = known >> 31;
      const first = (known & ~isFree) | (place & isFree);
      if (elements[first] === a && elements[first + middle] === b && elements[first + last] === c) {
        slots[slot] = base + first;
        firsts[place] = first;
        distinct -= isFree;
        break;
      }
      slot = (slot + 1) & mask;
    }
    hashes[place] = hash;
  }
  firsts.fill(-1, place, end);
  places.length = end;
  places.distinct = distinct;
}

/** N-grams of `n` are put together in steps, each from three shorter ones that may overlap. */
function stepsTo(n: number): readonly Step[] {
  const steps: Step[] = [];
  let size = 1;
  do {
    const last = Math.min(2 * size, n - size);
    const middle = Math.min(size, last);
    size += last;
    steps.push({ middle, last, size, places: createPlaces() });
  } while (size < n);
  return steps;
}

/** Tells the n-grams of texts apart. */
export interface NgramIndex {
  /**
   * By the place of each n-gram of the pieces that `split` finds, the first place of an equal one; the places of all
   * texts since the last `clear` are counted on. They are valid until then.
   */
  readonly ofText: (text: string, split: Splitter) => Int32Array;
  /** The same of whole numbers of 32 bits, such as the ids of tokens. An index is for texts, or for tokens. */
  readonly ofTokens: (ids: readonly number[]) => Int32Array;
  /** How many places are taken. */
  readonly length: () => number;
  /** How many different n-grams there are. */
  readonly distinct: () => number;
  /** Forgets all texts. */
  readonly clear: () => void;
}

/**
 * Makes an index of n-grams. The work grows with the logarithm of `n`, and no two different n-grams are ever taken for
 * one. An index keeps its room from text to text, so that one that is used again is faster than a new one.
 */
export function ngramIndex(n: number): NgramIndex {
  const pieces = createPieceIndex();
  let tokens: Int32Array = new Int32Array(0);
  const steps = stepsTo(n);
  const ngrams = (steps.at(-1) as Step).places;
  const place = (elements: Int32Array, end: number): Int32Array => {
    const start = ngrams.length;
    steps.reduce((shorter, step) => {
      placeTriples(step, shorter, end);
      return step.places.firsts;
    }, elements);
    return ngrams.firsts.subarray(start, Math.max(start, end - n + 1));
  };
  return {
    ofText: (text, split) => {
      addPieces(pieces, text, split);
      return place(pieces.places.firsts, pieces.places.length);
    },
    ofTokens: (ids) => {
      const start = ngrams.length;
      if (tokens.length < start + ids.length) tokens = grown(tokens, 2 * (start + ids.length));
      tokens.set(ids, start);
      return place(tokens, start + ids.length);
    },
    length: () => ngrams.length,
    distinct: () => ngrams.distinct,
    clear: () => {
      clearPieces(pieces);
      for (const { places } of steps) clearPlaces(places);
    },
  };
}
