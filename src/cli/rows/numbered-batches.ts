import type { LineBatch } from "./line-batches.js";

const NEWLINE = 0x0a;

/** Lines of an input, and which of them they are. */
export interface NumberedBatch extends LineBatch {
  /** The input's name. */
  readonly source: string;
  /** The number of the first line, from 1. */
  readonly firstLine: number;
  /** How many lines it has. */
  readonly lines: number;
  /** So many of its lines are in the output already. */
  readonly skip: number;
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return bytes.at(-1) === NEWLINE ? count : count + 1;
}

/** Numbers the lines of an input. */
export async function* numberedBatches(
  batches: AsyncIterable<LineBatch>,
  source: string,
): AsyncGenerator<NumberedBatch, void, undefined> {
  let firstLine = 1;
  for await (const batch of batches) {
    const lines = countLines(batch.bytes);
    yield { ...batch, source, firstLine, lines, skip: 0 };
    firstLine += lines;
  }
}

/** Leaves out the batches that were scored before, of whose lines `done` are in the output. */
export async function* behindDone(
  batches: AsyncIterable<NumberedBatch>,
  done: number,
): AsyncGenerator<NumberedBatch, void, undefined> {
  let left = done;
  for await (const batch of batches) {
    const skip = Math.min(left, batch.lines);
    left -= skip;
    if (skip < batch.lines) yield { ...batch, skip };
  }
}
