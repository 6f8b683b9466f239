/** Columns in which references stand. */
const GOLD_COLUMNS = ["solution", "answer", "ground_truth", "reference", "target"] as const;

/** A row with the reference in the given column; `null` for all usual ones. */
export const goldColumns = (gold: string, column: string | null): Readonly<Record<string, string>> =>
  Object.fromEntries((column === null ? GOLD_COLUMNS : [column]).map((name) => [name, gold]));
