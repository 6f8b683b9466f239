import { grown } from "./first-places.js";
import type { Span } from "./span.js";
import { appendLowerCase, createTexts, type Utf8Texts } from "./utf8.js";
import { type Bounds, createBounds, type Splitter } from "./words.js";

/** Bytes that are read at once, four to a number: most words are no longer, so that no loop guesses their end. */
const BLOCK = 16;

/** For each number of bytes, what keeps that many of the sixteen bytes of a block. */
const MASKS = Int32Array.from({ length: 4 * (BLOCK + 1) }, (_, i) => {
  const kept = Math.floor(i / 4) - 4 * (i % 4);
  return kept >= 4 ? -1 : kept <= 0 ? 0 : (1 << (8 * kept)) - 1;
});

function hashOf(view: DataView, start: number, length: number): number {
  let hash = length;
  for (let i = 0; i < length; i += BLOCK) {
    const at = start + i;
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

/** Whether as many bytes behind one index are those behind another. */
function areSame(view: DataView, first: number, other: DataView, second: number, length: number): boolean {
  for (let i = 0; i < length; i += BLOCK) {
    const one = first + i;
    const two = second + i;
    const mask = 4 * Math.min(BLOCK, length - i);
    const difference =
      ((view.getInt32(one, true) ^ other.getInt32(two, true)) & (MASKS[mask] as number)) |
      ((view.getInt32(one + 4, true) ^ other.getInt32(two + 4, true)) & (MASKS[mask + 1] as number)) |
      ((view.getInt32(one + 8, true) ^ other.getInt32(two + 8, true)) & (MASKS[mask + 2] as number)) |
      ((view.getInt32(one + 12, true) ^ other.getInt32(two + 12, true)) & (MASKS[mask + 3] as number));
    if (difference !== 0) return false;
  }
  return true;
}

/** Texts in lower case, cut into pieces. */
export interface Pieces {
  readonly texts: Utf8Texts;
  readonly bounds: Bounds;
  /** By the number of a piece, its hash. */
  hashes: Int32Array;
}

/** Those of no text. They keep their room from text to text, so that pieces that are used again are faster than new ones. */
export function createPieces(): Pieces {
  return { texts: createTexts(), bounds: createBounds(), hashes: new Int32Array(0) };
}

/** Forgets all texts. */
export function clearPieces({ texts, bounds }: Pieces): void {
  texts.length = 0;
  bounds.length = 0;
}

/** How many pieces all texts have. */
export const pieceCount = ({ bounds }: Pieces): number => bounds.length / 2;

/** Adds the pieces that `split` finds of a text in lower case; returns where the text stands. */
export function addPieces(pieces: Pieces, text: string, split: Splitter): Span {
  const { texts, bounds } = pieces;
  const known = pieceCount(pieces);
  const span = appendLowerCase(texts, text);
  split(texts, span, bounds);
  const count = pieceCount(pieces);
  if (count > pieces.hashes.length) pieces.hashes = grown(pieces.hashes, 2 * count);
  const { hashes } = pieces;
  const edges = bounds.values;
  for (let i = known; i < count; i++) {
    const start = edges[2 * i] as number;
    hashes[i] = hashOf(texts.view, start, (edges[2 * i + 1] as number) - start);
  }
  return span;
}

/** Whether a piece is equal to one of others, or of the same pieces. They are compared where they stand. */
export function areEqual(pieces: Pieces, first: number, others: Pieces, second: number): boolean {
  const edges = pieces.bounds.values;
  const otherEdges = others.bounds.values;
  const one = edges[2 * first] as number;
  const two = otherEdges[2 * second] as number;
  const length = (edges[2 * first + 1] as number) - one;
  if ((otherEdges[2 * second + 1] as number) - two !== length) return false;
  return areSame(pieces.texts.view, one, others.texts.view, two, length);
}
