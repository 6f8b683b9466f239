/** Names the group of a row; rows with equal ids form a group, wherever they stand. */
export type GroupId = string | number;

/** The rows of each group, in order of the groups' first rows. */
export function rowsByGroup(ids: readonly GroupId[]): number[][] {
  const rows = new Map<GroupId, number[]>();
  ids.forEach((id, row) => {
    const group = rows.get(id);
    if (group) group.push(row);
    else rows.set(id, [row]);
  });
  return [...rows.values()];
}

/**
 * Applies a per-group computation to a flat list: splits `values` into groups, and puts the results back in
 * the rows that they came from.
 *
 * @example
 * mapGroups(rewards, ids, (groups) => groupRelative(groups, { preset: "verl" }));
 */
export function mapGroups<T, U>(
  values: readonly T[],
  ids: readonly GroupId[],
  compute: (groups: T[][]) => readonly (readonly U[])[],
): U[] {
  const rows = rowsByGroup(ids);
  const computed = compute(rows.map((group) => group.map((row) => values[row] as T)));
  const result = new Array<U>(values.length);
  rows.forEach((group, g) => group.forEach((row, i) => (result[row] = computed[g]?.[i] as U)));
  return result;
}
