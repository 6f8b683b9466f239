import type { ScoredRow } from "./scored-row.js";

/** A group is held until it ends; one that never does is cut here, so that no input can fill the memory. */
const MAX_GROUP_CHARACTERS = 64 * 1024 * 1024;

/** A row that could not be scored parts no group, and belongs to the one before it. */
const endsGroup = ({ error, group }: ScoredRow, last: string | null): boolean =>
  error === null && (group === null || group !== last);

/** Brings together the rows of a group that follow each other; all rows come, in their order. */
export async function* groupRows(
  rows: AsyncIterable<ScoredRow>,
  maxCharacters: number = MAX_GROUP_CHARACTERS,
): AsyncGenerator<readonly ScoredRow[], void, undefined> {
  let held: ScoredRow[] = [];
  let size = 0;
  let last: string | null = null;
  for await (const row of rows) {
    if (held.length > 0 && (endsGroup(row, last) || size > maxCharacters)) {
      yield held;
      held = [];
      size = 0;
    }
    held.push(row);
    size += row.text.length;
    if (row.error === null) last = row.group;
  }
  if (held.length > 0) yield held;
}
