import { type LineBatch, linesOf } from "./line-batches.js";
import { parseRow, type Row } from "./parse-row.js";

/** So many batches may come before the first row. */
const MAX_PEEKED = 16;

type IsWanted = (row: Row) => boolean;

/** The first wanted row of some lines; `null` if none of them holds one. */
function firstRow(batch: LineBatch, isWanted: IsWanted): Row | null {
  for (const line of linesOf(batch)) {
    const row = parseRow(line?.trim() ?? "");
    if (typeof row !== "string" && isWanted(row)) return row;
  }
  return null;
}

/**
 * Looks for the first row of an input that is wanted, all batches of which are still to come; it is empty if there is
 * none.
 */
export async function peekRow<B extends LineBatch>(
  batches: AsyncGenerator<B, void, undefined>,
  isWanted: IsWanted = () => true,
): Promise<{ readonly row: Row; readonly all: AsyncGenerator<B, void, undefined> }> {
  const peeked: B[] = [];
  let row: Row | null = null;
  while (row === null && peeked.length < MAX_PEEKED) {
    const next = await batches.next();
    if (next.done === true) break;
    peeked.push(next.value);
    row = firstRow(next.value, isWanted);
  }
  async function* all(): AsyncGenerator<B, void, undefined> {
    yield* peeked;
    yield* batches;
  }
  return { row: row ?? {}, all: all() };
}
