import type { NumberedBatch } from "../rows/numbered-batches.js";

/** So much is under way at most, unless it is a single batch. */
const MAX_BYTES = 128 * 1024 * 1024;

/** Lets batches through while what is under way is not too much to hold. */
export interface ByteGate {
  readonly enter: (batches: AsyncIterable<NumberedBatch>) => AsyncGenerator<NumberedBatch, void, undefined>;
  /** So many bytes are done with. */
  readonly leave: (bytes: number) => void;
}

export function byteGate(maxBytes: number = MAX_BYTES): ByteGate {
  let inside = 0;
  let open: () => void = () => undefined;
  return {
    enter: async function* (batches) {
      for await (const batch of batches) {
        while (inside > 0 && inside + batch.bytes.length > maxBytes) {
          await new Promise<void>((resolve) => (open = resolve));
        }
        inside += batch.bytes.length;
        yield batch;
      }
    },
    leave: (bytes) => {
      inside -= bytes;
      open();
    },
  };
}
