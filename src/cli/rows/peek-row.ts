import { parseRow, type Row } from "./parse-row.js";
import type { LineBatch } from "./line-batches.js";

/** So many batches may come before the first row. */
const MAX_PEEKED = 16;

/** The first row of some lines; `null` if none of them holds one. */
function firstRow({ bytes, firstIsTooLong }: LineBatch): Row | null {
  const lines = new TextDecoder().decode(bytes).split("\n");
  for (const line of firstIsTooLong ? lines.slice(1) : lines) {
    const row = parseRow(line.trim());
    if (typeof row !== "string") return row;
  }
  return null;
}

/** Looks for the first row of an input, all batches of which are still to come; it is empty if there is none. */
export async function peekRow<B extends LineBatch>(
  batches: AsyncGenerator<B, void, undefined>,
): Promise<{ readonly row: Row; readonly all: AsyncGenerator<B, void, undefined> }> {
  const peeked: B[] = [];
  let row: Row | null = null;
  while (row === null && peeked.length < MAX_PEEKED) {
    const next = await batches.next();
    if (next.done === true) break;
    peeked.push(next.value);
    row = firstRow(next.value);
  }
  async function* all(): AsyncGenerator<B, void, undefined> {
    yield* peeked;
    yield* batches;
  }
  return { row: row ?? {}, all: all() };
}
