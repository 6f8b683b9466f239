import { checkList, RewardError, type Score, wrongInput } from "../core/index.js";
import type { GroupId } from "./grouping.js";
import { areAllScorable, isScorable } from "./statistics.js";

/** Rewards of a batch, group after group. */
export interface RewardBatch {
  /** One per row; NaN where there is none that counts. */
  readonly rewards: Float64Array;
  /** The first row of each group, and at the end the number of rows. */
  readonly starts: Uint32Array;
  /** Tokens of each completion. */
  readonly lengths?: Float64Array;
  /** What each reward is compared with, for estimators that are handed their baseline; NaN where there is none. */
  readonly baselines?: Float64Array;
  /** The score of each reward function by its name, for estimators that look at them one by one. */
  readonly scores?: Readonly<Record<string, Float64Array>>;
}

/** The columns of a batch beside its rewards: one value per row, laid out like the rewards. */
export interface BatchColumns<T> {
  /** Tokens of each completion. */
  readonly lengths?: T;
  /** The reward that each completion is compared with, such as the greedy completion's. */
  readonly baselines?: T;
  /** The score of each reward function by its name. */
  readonly scores?: Readonly<Record<string, T>>;
}

/** Rows of a batch and where they stand: row `order[i]` of the input is row `i` of the batch. */
export interface Layout {
  readonly starts: Uint32Array;
  /** Absent where the rows stand group after group already. */
  readonly order?: Uint32Array;
}

/** The groups of rows of these sizes. */
export function layoutOfSizes(sizes: ArrayLike<number>): Layout {
  const starts = new Uint32Array(sizes.length + 1);
  for (let group = 0; group < sizes.length; group++) {
    const size = sizes[group] as number;
    if (!Number.isInteger(size) || size < 0) {
      throw wrongInput(`The size of group ${group}`, "a number of completions", size);
    }
    starts[group + 1] = (starts[group] as number) + size;
  }
  return { starts };
}

/** Finds the number that an id got, or -1; small whole numbers are found without hashing. */
function idTable(rows: number): { get: (id: GroupId) => number; set: (id: GroupId, group: number) => void } {
  const others = new Map<GroupId, number>();
  const small = new Int32Array(2 * rows).fill(-1);
  const isSmall = (id: GroupId): id is number => typeof id === "number" && small[id] !== undefined;
  return {
    get: (id) => (isSmall(id) ? (small[id] as number) : (others.get(id) ?? -1)),
    set: (id, group) => {
      if (isSmall(id)) small[id] = group;
      else others.set(id, group);
    },
  };
}

interface Numbering {
  /** The number of each row's group, in order of the groups' first rows. */
  readonly numbers: Uint32Array;
  readonly sizes: readonly number[];
  /** Whether the rows stand group after group. */
  readonly isOrdered: boolean;
}

function numberGroups(ids: ArrayLike<GroupId>): Numbering {
  const numbers = new Uint32Array(ids.length);
  const known = idTable(ids.length);
  const sizes: number[] = [];
  let isOrdered = true;
  let group = -1;
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row] as GroupId;
    if (row === 0 || id !== ids[row - 1]) {
      if (typeof id !== "string" && typeof id !== "number") {
        throw wrongInput(`The group of row ${row}`, "a text or a number", id);
      }
      group = known.get(id);
      if (group === -1) {
        group = sizes.push(0) - 1;
        known.set(id, group);
      } else isOrdered = false;
    }
    numbers[row] = group;
    sizes[group] = (sizes[group] as number) + 1;
  }
  return { numbers, sizes, isOrdered };
}

/** The groups of rows with equal ids, wherever they stand. */
export function layoutOfIds(ids: ArrayLike<GroupId>): Layout {
  const { numbers, sizes, isOrdered } = numberGroups(ids);
  const layout = layoutOfSizes(sizes);
  if (isOrdered) return layout;
  const next = layout.starts.slice();
  const order = new Uint32Array(ids.length);
  for (let row = 0; row < ids.length; row++) {
    const group = numbers[row] as number;
    const place = next[group] as number;
    order[place] = row;
    next[group] = place + 1;
  }
  return { ...layout, order };
}

/** Whether a value is a list or a typed array. */
export const isSeries = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));

function checkValue(value: Score, what: string | number, row: number): void {
  if (typeof value === "number" || (value as unknown) === null) return;
  const name = typeof what === "number" ? `Group ${what}` : what;
  throw wrongInput(`${name}, row ${row}`, "a number, or null where there is none", value);
}

function checkLength(name: string, values: ArrayLike<unknown>, { starts }: Layout): void {
  if (!isSeries(values)) throw wrongInput(name, "a list or a typed array", values);
  const rows = starts[starts.length - 1] as number;
  if (values.length === rows) return;
  throw new RewardError(
    "bad_input",
    `${name} has ${values.length} values for the ${rows} rows of the groups.`,
  );
}

/** Whether the column is one that a batch can use as it is. */
function isReady(values: ArrayLike<Score>, { order }: Layout): values is Float64Array {
  if (order !== undefined || !(values instanceof Float64Array)) return false;
  return areAllScorable(values);
}

/** A column in the order of the batch, NaN where a value does not count. */
function arrange(name: string, values: ArrayLike<Score>, layout: Layout): Float64Array {
  checkLength(name, values, layout);
  if (isReady(values, layout)) return values;
  const { order } = layout;
  const arranged = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[order ? (order[row] as number) : row] as Score;
    checkValue(value, name, row);
    arranged[row] = isScorable(value) ? value : Number.NaN;
  }
  return arranged;
}

function arrangeLengths(values: ArrayLike<Score>, layout: Layout): Float64Array {
  const lengths = arrange('"lengths"', values, layout);
  if (lengths.every((length) => length >= 0)) return lengths;
  throw new RewardError("bad_input", '"lengths" must be numbers of tokens, 0 or more.');
}

/** A batch of flat columns. */
export function arrangeBatch(
  rewards: ArrayLike<Score>,
  { lengths, baselines, scores }: BatchColumns<ArrayLike<Score>>,
  layout: Layout,
): RewardBatch {
  return {
    rewards: arrange("rewards", rewards, layout),
    starts: layout.starts,
    ...(lengths && { lengths: arrangeLengths(lengths, layout) }),
    ...(baselines && { baselines: arrange('"baselines"', baselines, layout) }),
    ...(scores && {
      scores: Object.fromEntries(
        Object.entries(scores).map(([name, each]) => [name, arrange(`The score "${name}"`, each, layout)]),
      ),
    }),
  };
}

/** Values in the order of the batch, put back where the input has their rows. */
export function restoreOrder(values: Float64Array, { order }: Layout): Float64Array {
  if (order === undefined) return values;
  const restored = new Float64Array(values.length);
  for (let place = 0; place < order.length; place++) {
    restored[order[place] as number] = values[place] as number;
  }
  return restored;
}

/** @throws {RewardError} `bad_input` unless they are a list of lists of numbers and `null` */
export function checkGroups(groups: readonly (readonly unknown[])[]): void {
  flatten(groups as readonly (readonly Score[])[]);
}

/** The sizes of lists. */
export function sizesOf(groups: readonly (readonly unknown[])[]): number[] {
  checkList("The groups", groups, "a list with one list per prompt, such as [[1, 0], [0, 0]]");
  return groups.map((group, index) => {
    if (!isSeries(group)) throw wrongInput(`Group ${index}`, "the list of its values", group);
    return group.length;
  });
}

/** Lists end to end, with NaN where a value does not count. */
export function flatten(groups: readonly (readonly Score[])[]): Float64Array {
  const flat = new Float64Array(sizesOf(groups).reduce((rows, size) => rows + size, 0));
  let row = 0;
  groups.forEach((group, index) => {
    for (let i = 0; i < group.length; i++) {
      const value = group[i] as Score;
      checkValue(value, index, i);
      flat[row++] = isScorable(value) ? value : Number.NaN;
    }
  });
  return flat;
}

/** One list per group. */
export function split(values: Float64Array, starts: Uint32Array): number[][] {
  const groups: number[][] = [];
  for (let group = 0; group + 1 < starts.length; group++) {
    const start = starts[group] as number;
    const list = new Array<number>((starts[group + 1] as number) - start);
    for (let i = 0; i < list.length; i++) list[i] = values[start + i] as number;
    groups.push(list);
  }
  return groups;
}

/** How a group's values become advantages: (value - center) × factor / divisor. */
export interface Centering {
  readonly center: number;
  readonly factor?: number;
  readonly divisor?: number;
}

/** Writes the advantages of the rows from `from` up to, not including, `to` that have a value. */
export function writeCentered(
  advantages: Float64Array,
  values: Float64Array,
  [from, to]: readonly [from: number, to: number],
  { center, factor = 1, divisor = 1 }: Centering,
): void {
  for (let row = from; row < to; row++) {
    const centered = (values[row] as number) - center;
    if (!Number.isNaN(centered)) advantages[row] = centered === 0 ? 0 : (centered * factor) / divisor;
  }
}

/** Calls `visit` with the number of each group, its first row and the row after its last. */
export function forEachGroup(
  { starts }: Pick<RewardBatch, "starts">,
  visit: (from: number, to: number, group: number) => void,
): void {
  for (let group = 0; group + 1 < starts.length; group++) {
    visit(starts[group] as number, starts[group + 1] as number, group);
  }
}
