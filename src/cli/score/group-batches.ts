import type { LineBatch } from "../rows/line-batches.js";

const NEWLINE = 0x0a;

/** A group is held until it ends; one that never does is cut here, so that no input can fill the memory. */
const MAX_GROUP_BYTES = 64 * 1024 * 1024;

/** The group of a line; `null` if it has none, and belongs to that of its neighbours. */
export type KeyOf = (line: string) => string | null;

/** Lines that are the start of a group, which may go on. */
interface Held {
  readonly parts: Uint8Array[];
  size: number;
  readonly key: string | null;
}

/** Where the lines of the last group begin, and which it is. */
function lastGroup(bytes: Uint8Array, keyOf: KeyOf): { readonly start: number; readonly key: string | null } {
  let start = bytes.length;
  let key: string | null = null;
  while (start > 0) {
    const lineStart = start < 2 ? 0 : bytes.lastIndexOf(NEWLINE, start - 2) + 1;
    const own = keyOf(new TextDecoder().decode(bytes.subarray(lineStart, start)));
    if (own !== null && key !== null && own !== key) break;
    key ??= own;
    start = lineStart;
  }
  return { start, key };
}

const toBatch = (parts: readonly Uint8Array[], firstIsTooLong = false): LineBatch => ({
  bytes: new Uint8Array(Buffer.concat(parts)),
  firstIsTooLong,
});

/** A line whose start was dropped has no group: it becomes a batch of its own. */
async function* withoutLongLines(
  batches: AsyncIterable<LineBatch>,
): AsyncGenerator<LineBatch, void, undefined> {
  for await (const { bytes, firstIsTooLong } of batches) {
    const end = firstIsTooLong ? bytes.indexOf(NEWLINE) + 1 || bytes.length : 0;
    if (end > 0) yield toBatch([bytes.subarray(0, end)], true);
    if (end < bytes.length) yield toBatch([bytes.subarray(end)]);
  }
}

function goesOn(held: Held, start: number, key: string | null): boolean {
  return start === 0 && held.size < MAX_GROUP_BYTES && (key === null || key === held.key);
}

/** Cuts the batches anew, so that all lines of a group are in one. */
export async function* groupBatches(
  batches: AsyncIterable<LineBatch>,
  keyOf: KeyOf,
): AsyncGenerator<LineBatch, void, undefined> {
  let held: Held = { parts: [], size: 0, key: null };
  for await (const batch of withoutLongLines(batches)) {
    const { bytes, firstIsTooLong } = batch;
    const { start, key } = firstIsTooLong ? { start: bytes.length, key: null } : lastGroup(bytes, keyOf);
    if (!firstIsTooLong && goesOn(held, start, key)) {
      held.parts.push(bytes);
      held.size += bytes.length;
      continue;
    }
    const ended = firstIsTooLong ? held.parts : [...held.parts, bytes.subarray(0, start)];
    if (ended.some(({ length }) => length > 0)) yield toBatch(ended);
    if (firstIsTooLong) yield batch;
    held = { parts: [bytes.subarray(start)], size: bytes.length - start, key };
  }
  if (held.size > 0) yield toBatch(held.parts);
}
