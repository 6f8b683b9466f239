import { type GroupId, rowsByGroup } from "../advantage/index.js";
import {
  type Completion,
  completionText,
  createRollout,
  createTask,
  type Message,
  type Prompt,
  RewardError,
  type Rollout,
} from "../core/index.js";
import type { Batch } from "../score/index.js";

/** A column as it travels: one value per completion, or the distinct values and each completion's index. */
export type WireColumn =
  readonly unknown[] | { readonly values: readonly unknown[]; readonly index: readonly number[] };

/** The part of a `score` request that says what is scored. */
export interface WireBatch {
  readonly completions: readonly (string | readonly Message[])[];
  readonly columns?: Readonly<Record<string, WireColumn>>;
  readonly groups?: readonly GroupId[];
}

type Column = (row: number) => unknown;

function wrongLength(what: string, actual: number, expected: number): RewardError {
  return new RewardError(
    "bad_input",
    `${what} has ${actual} values for ${expected} completions; send one for each.`,
  );
}

type PlainColumn = readonly unknown[];

const isPlain = (column: WireColumn): column is PlainColumn => Array.isArray(column);

function readColumn(name: string, column: WireColumn, count: number): Column {
  if (!isPlain(column)) {
    const { values, index } = column;
    if (index.length !== count) throw wrongLength(`The index of column "${name}"`, index.length, count);
    const outside = index.find((at) => at >= values.length);
    if (outside === undefined) return (row) => values[index[row] ?? 0];
    throw new RewardError(
      "bad_input",
      `Column "${name}" has index ${outside} but only ${values.length} values.`,
    );
  }
  if (column.length !== count) throw wrongLength(`Column "${name}"`, column.length, count);
  return (row) => column[row];
}

function checkTokenCounts(read: Column, count: number): void {
  for (let row = 0; row < count; row++) {
    const value = read(row);
    if (Number.isSafeInteger(value) && (value as number) >= 0) continue;
    throw new RewardError(
      "bad_input",
      `Column "n_tokens" must hold token counts; row ${row} is ${JSON.stringify(value)}.`,
    );
  }
}

function checkPrompts(read: Column, count: number): void {
  for (let row = 0; row < count; row++) {
    const value = read(row);
    if (typeof value === "string" || Array.isArray(value)) continue;
    throw new RewardError(
      "bad_input",
      `Column "prompt" must hold texts or messages; row ${row} is ${JSON.stringify(value)}.`,
    );
  }
}

const CHECKS: ReadonlyMap<string, (read: Column, count: number) => void> = new Map([
  ["n_tokens", checkTokenCounts],
  ["prompt", checkPrompts],
]);

function readColumns(columns: Readonly<Record<string, WireColumn>>, count: number): Map<string, Column> {
  const read = new Map(
    Object.entries(columns).map(([name, column]) => [name, readColumn(name, column, count)]),
  );
  for (const [name, check] of CHECKS) {
    const column = read.get(name);
    if (column) check(column, count);
  }
  return read;
}

/** Turns the columns of a request into rollouts. Without `groups`, every completion is a group of its own. */
export function toBatch({ completions, columns = {}, groups }: WireBatch): Batch {
  const count = completions.length;
  if (groups && groups.length !== count) throw wrongLength('"groups"', groups.length, count);
  const read = readColumns(columns, count);
  const tokens = read.get("n_tokens");
  const prompt = read.get("prompt");
  const taskColumns = [...read].filter(([name]) => !CHECKS.has(name));
  const rollouts = completions.map((input, row): Rollout => {
    const tokenCount = tokens?.(row) as number | undefined;
    const completion: Completion = {
      text: completionText(input),
      ...(tokenCount !== undefined && { tokenCount }),
    };
    const own = Object.fromEntries(taskColumns.map(([name, column]) => [name, column(row)]));
    return createRollout(createTask(own, prompt?.(row) as Prompt | undefined), completion);
  });
  return { rollouts, groups: groups ? rowsByGroup(groups) : rollouts.map((_, row) => [row]) };
}
