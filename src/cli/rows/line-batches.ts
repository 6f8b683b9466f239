const NEWLINE = 0x0a;

/** A longer line is no pair: it is dropped as it comes, so that no input can fill the memory. */
export const MAX_LINE_BYTES: number = 64 * 1024 * 1024;

/** What is wrong with it, in words. */
export const LONG_LINE = "the line is longer than 64 MiB";

/** Complete lines of an input. */
export interface LineBatch {
  /** In memory of its own, so that it can be handed to another thread. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The start of the first line was dropped. */
  readonly firstIsTooLong: boolean;
}

/** The lines of a batch; `null` for one whose start was dropped. */
export function linesOf({ bytes, firstIsTooLong }: LineBatch): readonly (string | null)[] {
  const lines = new TextDecoder().decode(bytes).replace(/\n$/, "").split("\n");
  return firstIsTooLong ? [null, ...lines.slice(1)] : lines;
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/**
 * Cuts a byte stream into batches of complete lines: those that a chunk completes. A slow producer's lines thus pass
 * at once, and a fast one's come by the chunk. The last line needs no newline.
 */
export async function* lineBatches(
  chunks: AsyncIterable<Uint8Array>,
  maxLineBytes: number = MAX_LINE_BYTES,
): AsyncGenerator<LineBatch, void, undefined> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    if (end > 0) {
      yield { bytes: join([...parts, chunk.subarray(0, end)]), firstIsTooLong: size > maxLineBytes };
      parts = [];
      size = 0;
    }
    size += chunk.length - end;
    if (size > maxLineBytes) parts = [];
    else parts.push(chunk.subarray(end));
  }
  if (size > 0) yield { bytes: join(parts), firstIsTooLong: size > maxLineBytes };
}
