/** What a program writes, up to a limit. */
export interface OutputBuffer {
  /** Takes bytes up to the limit, and tells whether they were within it. */
  readonly write: (bytes: Uint8Array) => boolean;
  /** All that was written; bytes that are no UTF-8 stand as the replacement character. */
  readonly take: () => string;
  readonly reset: (limit: number) => void;
}

const FIRST_SIZE = 1 << 16;

/** An empty buffer that takes nothing until it is reset. */
export function outputBuffer(): OutputBuffer {
  let buffer = new Uint8Array(FIRST_SIZE);
  let [length, limit] = [0, 0];
  const grow = (needed: number): void => {
    if (needed <= buffer.length) return;
    const larger = new Uint8Array(Math.max(needed, 2 * buffer.length));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  };
  return {
    write: (bytes) => {
      const taken = bytes.subarray(0, limit - length);
      grow(length + taken.length);
      buffer.set(taken, length);
      length += taken.length;
      return taken.length === bytes.length;
    },
    // A byte order mark is output like any other character.
    take: () => new TextDecoder("utf-8", { ignoreBOM: true }).decode(buffer.subarray(0, length)),
    reset: (newLimit) => {
      if (buffer.length > FIRST_SIZE) buffer = new Uint8Array(FIRST_SIZE);
      [length, limit] = [0, newLimit];
    },
  };
}
