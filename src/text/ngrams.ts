import { clearPlaces, createPlaces, type FirstPlaces, grown, reservePlaces } from "./first-places.js";
import { addPieces, areEqual, clearPieces, createPieces, pieceCount, type Pieces } from "./pieces.js";
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

/** Whether the n-grams of pieces at two places are equal. Mostly those before them are known to be. */
function areEqualGrams(pieces: Pieces, { last, places }: Step, first: number, second: number): boolean {
  if (first > 0 && places.firsts[second - 1] === first - 1) {
    return areEqual(pieces, first + last, pieces, second + last);
  }
  for (let i = 0; i <= last; i++) if (!areEqual(pieces, first + i, pieces, second + i)) return false;
  return true;
}

/** Finds the first places of the n-grams, of three pieces at most, behind those that have one. */
function placePieces(step: Step, pieces: Pieces): void {
  const { middle, last, size, places } = step;
  const end = pieceCount(pieces);
  reservePlaces(places, end - places.length);
  const { firsts, hashes, slots, base } = places;
  const words = pieces.hashes;
  const mask = slots.length - 1;
  let { distinct } = places;
  let place = places.length;
  for (; place <= end - size; place++) {
    const hash = hashOf(
      words[place] as number,
      words[place + middle] as number,
      words[place + last] as number,
    );
    let slot = hash & mask;
    let first = (slots[slot] as number) - base;
    while (first >= 0 && (hashes[first] !== hash || !areEqualGrams(pieces, step, first, place))) {
      slot = (slot + 1) & mask;
      first = (slots[slot] as number) - base;
    }
    if (first < 0) {
      slots[slot] = base + place;
      first = place;
      distinct++;
    }
    firsts[place] = first;
    hashes[place] = hash;
  }
  firsts.fill(-1, place, end);
  places.length = end;
  places.distinct = distinct;
}

/** N-grams of `n` are put together in steps, each from three shorter ones that may overlap. */
function stepsTo(n: number): readonly [Step, ...Step[]] {
  const steps: Step[] = [];
  let size = 1;
  do {
    const last = Math.min(2 * size, n - size);
    const middle = Math.min(size, last);
    size += last;
    steps.push({ middle, last, size, places: createPlaces() });
  } while (size < n);
  return steps as [Step, ...Step[]];
}

/** Tells the n-grams of texts apart. */
export interface NgramIndex {
  /**
   * By the place of each n-gram of the pieces that `split` finds in lower case, the first place of an equal one; the places of all
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
  const pieces = createPieces();
  let tokens: Int32Array = new Int32Array(0);
  const [firstStep, ...steps] = stepsTo(n);
  const ngrams = (steps.at(-1) ?? firstStep).places;
  const lengthen = (start: number, end: number): Int32Array => {
    steps.reduce((shorter, step) => {
      placeTriples(step, shorter, end);
      return step.places.firsts;
    }, firstStep.places.firsts);
    return ngrams.firsts.subarray(start, Math.max(start, end - n + 1));
  };
  return {
    ofText: (text, split) => {
      const start = pieceCount(pieces);
      addPieces(pieces, text, split);
      placePieces(firstStep, pieces);
      return lengthen(start, pieceCount(pieces));
    },
    ofTokens: (ids) => {
      const start = firstStep.places.length;
      const end = start + ids.length;
      if (tokens.length < end) tokens = grown(tokens, 2 * end);
      tokens.set(ids, start);
      placeTriples(firstStep, tokens, end);
      return lengthen(start, end);
    },
    length: () => ngrams.length,
    distinct: () => ngrams.distinct,
    clear: () => {
      clearPieces(pieces);
      for (const { places } of [firstStep, ...steps]) clearPlaces(places);
    },
  };
}
