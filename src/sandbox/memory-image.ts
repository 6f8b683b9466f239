/** What the memory of an engine was when the image was made. */
export interface MemoryImage {
  readonly length: number;
  /** Makes a memory the same again, byte by byte; what it has grown by becomes zero. */
  readonly restore: (memory: Uint8Array) => void;
}

/** A piece of memory that is not zero. */
interface Piece {
  readonly start: number;
  readonly bytes: Uint8Array;
}

/** Pieces begin and end where pages do. */
const PAGE = new Uint8Array(4096);

/**
 * Remembers a memory. Most of one is zero, the room of a stack above all, and zeros are neither kept nor copied: filling
 * takes a third of the time that copying takes.
 */
export function memoryImage(memory: Uint8Array): MemoryImage {
  const pieces = piecesOf(memory);
  return {
    length: memory.length,
    restore: (changed) => {
      let end = 0;
      for (const { start, bytes } of pieces) {
        changed.fill(0, end, start);
        changed.set(bytes, start);
        end = start + bytes.length;
      }
      changed.fill(0, end);
    },
  };
}

function piecesOf(memory: Uint8Array): readonly Piece[] {
  const pieces: Piece[] = [];
  let start: number | null = null;
  for (let at = 0; at < memory.length + PAGE.length; at += PAGE.length) {
    const page = memory.subarray(at, at + PAGE.length);
    const isZero = Buffer.compare(page, PAGE.subarray(0, page.length)) === 0;
    if (!isZero) start ??= at;
    else if (start !== null) {
      pieces.push({ start, bytes: memory.slice(start, at) });
      start = null;
    }
  }
  return pieces;
}
