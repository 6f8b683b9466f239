const EMPTY = -1;
const FEWEST = 64;

/** Numbers pieces of texts in the order of first appearance; equal pieces of all texts have the same number. */
export type Interner = (text: string, start: number, end: number) => number;

function hashOf(text: string, start: number, end: number): number {
  let hash = end - start;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

function isAt(piece: string, text: string, start: number, end: number): boolean {
  if (piece.length !== end - start) return false;
  for (let i = 0; i < piece.length; i++) {
    if (piece.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  }
  return true;
}

/** Makes an {@link Interner}. It cuts out no piece that it knows already, which a map of texts would need. */
export function createInterner(): Interner {
  const pieces: string[] = [];
  const hashes: number[] = [];
  let slots = new Int32Array(FEWEST).fill(EMPTY);
  const grow = (): void => {
    slots = new Int32Array(2 * slots.length).fill(EMPTY);
    const mask = slots.length - 1;
    hashes.forEach((hash, id) => {
      let slot = hash & mask;
      while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      slots[slot] = id;
    });
  };
  return (text, start, end) => {
    const hash = hashOf(text, start, end);
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let id = slots[slot] as number; id !== EMPTY; id = slots[slot] as number) {
      if (hashes[id] === hash && isAt(pieces[id] as string, text, start, end)) return id;
      slot = (slot + 1) & mask;
    }
    slots[slot] = pieces.length;
    hashes.push(hash);
    if (2 * pieces.push(text.slice(start, end)) > slots.length) grow();
    return pieces.length - 1;
  };
}
