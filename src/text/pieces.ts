import { appendText, type CodeUnits, createCodeUnits } from "./code-units.js";
import { clearPlaces, createPlaces, type FirstPlaces, reservePlaces } from "./first-places.js";
import { type Bounds, createBounds, type Splitter } from "./words.js";

/** Units that are read at once, two to a 32-bit number: most words are no longer, so that no loop guesses their end. */
const BLOCK = 8;

/** For each number of units, what keeps that many of the eight units of a block. */
const MASKS = Int32Array.from({ length: 4 * (BLOCK + 1) }, (_, i) => {
  const kept = Math.floor(i / 4) - 2 * (i % 4);
  return kept >= 2 ? -1 : kept === 1 ? 0xffff : 0;
});

function hashOf(view: DataView, start: number, length: number): number {
  let hash = length;
  for (let i = 0; i < length; i += BLOCK) {
    const at = 2 * (start + i);
    const mask = 4 * Math.min(BLOCK, length - i);
    const a = view.getInt32(at, true) & (MASKS[mask] as number);
    const b = view.getInt32(at + 4, true) & (MASKS[mask + 1] as number);
    const c = view.getInt32(at + 8, true) & (MASKS[mask + 2] as number);
    const d = view.getInt32(at + 12, true) & (MASKS[mask + 3] as number);
    const mixed = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) + Math.imul(a, 0x9e3779b1);
    hash = (mixed + Math.imul(b, 0x85ebca6b) + Math.imul(c, 0x27d4eb2f) + Math.imul(d, 0x165667b1)) | 0;
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return hash ^ (hash >>> 13);
}

function areEqual(view: DataView, first: number, second: number, length: number): boolean {
  for (let i = 0; i < length; i += BLOCK) {
    const one = 2 * (first + i);
    const other = 2 * (second + i);
    const mask = 4 * Math.min(BLOCK, length - i);
    const difference =
      ((view.getInt32(one, true) ^ view.getInt32(other, true)) & (MASKS[mask] as number)) |
      ((view.getInt32(one + 4, true) ^ view.getInt32(other + 4, true)) & (MASKS[mask + 1] as number)) |
      ((view.getInt32(one + 8, true) ^ view.getInt32(other + 8, true)) & (MASKS[mask + 2] as number)) |
      ((view.getInt32(one + 12, true) ^ view.getInt32(other + 12, true)) & (MASKS[mask + 3] as number));
    if (difference !== 0) return false;
  }
  return true;
}

/** Texts cut into pieces. */
export interface PieceIndex {
  readonly units: CodeUnits;
  readonly bounds: Bounds;
  readonly places: FirstPlaces;
}

/** An index of no text. It keeps its room from text to text, so that one that is used again is faster than a new one. */
export function createPieceIndex(): PieceIndex {
  return { units: createCodeUnits(), bounds: createBounds(), places: createPlaces() };
}

/** Forgets all texts. */
export function clearPieces({ units, bounds, places }: PieceIndex): void {
  units.length = 0;
  bounds.length = 0;
  clearPlaces(places);
}

/** Adds the pieces of a text that `split` finds. */
export function addPieces({ units, bounds, places }: PieceIndex, text: string, split: Splitter): void {
  split(units, appendText(units, text), bounds);
  placePieces(places, units, bounds);
}

/** Finds the first places of the pieces behind those that have one. They are compared where they stand. */
function placePieces(places: FirstPlaces, { view }: CodeUnits, bounds: Bounds): void {
  const end = bounds.length / 2;
  reservePlaces(places, end - places.length);
  const { firsts, hashes, slots, base } = places;
  const edges = bounds.values;
  const mask = slots.length - 1;
  let { distinct } = places;
  for (let place = places.length; place < end; place++) {
    const start = edges[2 * place] as number;
    const length = (edges[2 * place + 1] as number) - start;
    const hash = hashOf(view, start, length);
    hashes[place] = hash;
    let slot = hash & mask;
    for (;;) {
      const known = (slots[slot] as number) - base;
      // All bits if the slot is free. No branch asks that, which none could foresee: there the piece meets itself.
      const isFree = known >> 31;
      const first = (known & ~isFree) | (place & isFree);
      const other = edges[2 * first] as number;
      const isAlike = hashes[first] === hash && (edges[2 * first + 1] as number) - other === length;
      if (isAlike && areEqual(view, other, start, length)) {
        slots[slot] = base + first;
        firsts[place] = first;
        distinct -= isFree;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  places.length = end;
  places.distinct = distinct;
}
