import { checkList, RewardError, wrongInput } from "../core/index.js";

/** Names the group of a row; rows with equal ids form a group, wherever they stand. */
export type GroupId = string | number;

/** The rows of each group, in order of the groups' first rows. */
export function rowsByGroup(ids: readonly GroupId[]): number[][] {
  checkList("The groups", ids, "a list with one id per row");
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
 * @throws {RewardError} `bad_input` if there is not one id for each value
 * @example
 * mapGroups(rewards, ids, (groups) => groupRelative(groups, { preset: "verl" }));
 */
export function mapGroups<T, U>(
  values: readonly T[],
  ids: readonly GroupId[],
  compute: (groups: T[][]) => readonly (readonly U[])[],
): U[] {
  checkList("The values", values, "a list with one per row");
  const rows = rowsByGroup(ids);
  if (ids.length !== values.length) {
    throw new RewardError("bad_input", `There are ${values.length} values and ${ids.length} group ids.`);
  }
  if (typeof compute !== "function") throw wrongInput("The computation", "a function of groups", compute);
  const computed = compute(rows.map((group) => group.map((row) => values[row] as T)));
  const result = new Array<U>(values.length);
  rows.forEach((group, g) => group.forEach((row, i) => (result[row] = computed[g]?.[i] as U)));
  return result;
}
