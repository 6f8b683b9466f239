import { seedOf } from "../random.js";
import type { Case, Cell } from "./case.js";

/** A case of a cell, which is still to be judged. */
export interface PlannedCase {
  readonly cell: Cell;
  readonly one: Case;
}

export interface PlanOptions {
  readonly seed: number;
  /** How often each cell is tried, unless `cases` says how many there are in all. */
  readonly runsPerCell: number;
  readonly cases?: number | undefined;
}

/** What is always the same is tried once. */
const isFixed = ({ kind }: Cell): boolean => kind === "trap" || kind === "harness";

/** As many of the items as are wanted, from all over the list. */
export const spread = <Item>(items: readonly Item[], count: number): readonly Item[] =>
  count >= items.length
    ? items
    : items.filter(
        (_, i) => Math.floor(((i + 1) * count) / items.length) > Math.floor((i * count) / items.length),
      );

/** The cases of a seed: each cell once, then each once more, and so on. */
export function* planCases(
  cells: readonly Cell[],
  { seed, runsPerCell, cases = Infinity }: PlanOptions,
): Generator<PlannedCase, void, undefined> {
  const rounds = cases === Infinity ? runsPerCell : Infinity;
  const varied = cells.filter((cell) => !isFixed(cell));
  let left = cases;
  for (let round = 0; round < rounds; round++) {
    const before = left;
    for (const cell of round === 0 ? spread(cells, cases) : varied) {
      const { law, id, title, kind } = cell;
      const one = cell.draw(seedOf(seed, `${law} ${id} ${title} ${kind}`) + 33 * round);
      if (one === undefined) continue;
      yield { cell, one };
      if (--left === 0) return;
    }
    if (before === left && cases !== Infinity) return;
  }
}
