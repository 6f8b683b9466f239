import type { ScoredRow } from "../scored/scored-row.js";

/** Rows of a group. */
export type RowGroup = readonly ScoredRow[];

/** So many groups show how the rows of an input are laid out, unless they are large. */
const GROUPS = 64;
const CHARACTERS = 16 * 1024 * 1024;

/** The first groups of an input, all of which are still to come. */
export async function lookAhead(groups: AsyncGenerator<RowGroup, void, undefined>): Promise<{
  readonly seen: readonly RowGroup[];
  readonly all: AsyncGenerator<RowGroup, void, undefined>;
}> {
  const seen: RowGroup[] = [];
  let size = 0;
  while (seen.length < GROUPS && size < CHARACTERS) {
    const next = await groups.next();
    if (next.done === true) break;
    seen.push(next.value);
    size += next.value.reduce((sum, { text }) => sum + text.length, 0);
  }
  async function* all(): AsyncGenerator<RowGroup, void, undefined> {
    yield* seen;
    yield* groups;
  }
  return { seen, all: all() };
}
