/** Memory that threads share, in which a frame is received. */
export interface Arena {
  readonly bytes: SharedArrayBuffer;
  /** Lets the memory be used again: nobody may read it from now on. */
  readonly recycle: () => void;
}

/** Hands out memory. */
export interface Arenas {
  /** @returns `null` if there is no memory of that size */
  readonly take: (size: number) => Arena | null;
}

/** So much is kept for the next frames: fresh memory costs a page fault every 4 kB, which is slower than a copy. */
const KEPT_BYTES = 128 * 1024 * 1024;

const SMALLEST = 1 << 20;

function allocate(size: number): SharedArrayBuffer | null {
  try {
    return new SharedArrayBuffer(size);
  } catch {
    return null;
  }
}

/** Memory in sizes of powers of two, so that batches of about the same size use the same. */
export function createArenas(): Arenas {
  let kept: SharedArrayBuffer[] = [];
  const recycle = (bytes: SharedArrayBuffer): void => {
    kept = [bytes, ...kept.filter((each) => each !== bytes)];
    let total = 0;
    kept = kept.filter((each) => (total += each.byteLength) <= KEPT_BYTES);
  };
  const take = (size: number): Arena | null => {
    const found = kept
      .filter((each) => each.byteLength >= size)
      .sort((a, b) => a.byteLength - b.byteLength)[0];
    const bytes = found ?? allocate(Math.max(SMALLEST, 2 ** Math.ceil(Math.log2(size))));
    kept = kept.filter((each) => each !== bytes);
    return bytes && { bytes, recycle: () => recycle(bytes) };
  };
  return { take };
}
