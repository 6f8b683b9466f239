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
  ROLLOUT_COLUMN_NAMES,
  type RolloutColumn,
} from "../core/index.js";
import type { Batch } from "../score/index.js";

/** A column as it travels: one value per completion, or the distinct values and each completion's index. */
type WireColumn =
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

/** What the values of a column of the rollout have to be. */
interface ColumnCheck {
  readonly holds: string;
  readonly accepts: (value: unknown) => boolean;
}

const isTokenNumber = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

const CHECKS: Readonly<Record<RolloutColumn, ColumnCheck>> = {
  prompt: {
    holds: "texts or messages",
    accepts: (value) => typeof value === "string" || Array.isArray(value),
  },
  n_tokens: { holds: "token counts", accepts: isTokenNumber },
  token_ids: {
    holds: "lists of token ids",
    accepts: (value) => Array.isArray(value) && value.every(isTokenNumber),
  },
  truncated: { holds: "true or false", accepts: (value) => typeof value === "boolean" },
};

function checkColumn(name: RolloutColumn, read: Column, count: number): void {
  const { holds, accepts } = CHECKS[name];
  for (let row = 0; row < count; row++) {
    if (accepts(read(row))) continue;
    const value = JSON.stringify(read(row)).slice(0, 200);
    throw new RewardError("bad_input", `Column "${name}" must hold ${holds}; row ${row} is ${value}.`);
  }
}

function readColumns(columns: Readonly<Record<string, WireColumn>>, count: number): Map<string, Column> {
  const read = new Map(
    Object.entries(columns).map(([name, column]) => [name, readColumn(name, column, count)]),
  );
  for (const name of ROLLOUT_COLUMN_NAMES) {
    const column = read.get(name);
    if (column) checkColumn(name, column, count);
  }
  return read;
}

/** What a request says of its completions, but for the completions themselves. */
export type WireColumns = Omit<WireBatch, "completions">;

/**
 * Reads the columns of a request of `count` completions.
 *
 * @returns makes the rollout of a row with its completion
 * @throws {RewardError} `bad_input` for a column of another length, or of the wrong kind
 */
export function rolloutReader(
  { columns = {}, groups }: WireColumns,
  count: number,
): (row: number, completion: string | readonly Message[]) => Rollout {
  if (groups && groups.length !== count) throw wrongLength('"groups"', groups.length, count);
  const read = readColumns(columns, count);
  const taskColumns = [...read].filter(([name]) => !Object.hasOwn(CHECKS, name));
  return (row, completion) => {
    const own = Object.fromEntries(taskColumns.map(([name, column]) => [name, column(row)]));
    const prompt = read.get("prompt")?.(row) as Prompt | undefined;
    return createRollout(createTask(own, prompt), readCompletion(completion, read, row));
  };
}

/** The rows of each group; without `groups`, every completion is a group of its own. */
function groupRows(groups: readonly GroupId[] | undefined, count: number): readonly (readonly number[])[] {
  return groups ? rowsByGroup(groups) : Array.from({ length: count }, (_, row) => [row]);
}

/** Turns the columns of a request into rollouts. */
export function toBatch({ completions, ...columns }: WireBatch): Batch {
  const count = completions.length;
  const read = rolloutReader(columns, count);
  return {
    rollouts: completions.map((input, row) => read(row, input)),
    groups: groupRows(columns.groups, count),
  };
}

function readCompletion(
  input: string | readonly Message[],
  read: ReadonlyMap<string, Column>,
  row: number,
): Completion {
  const tokenCount = read.get("n_tokens")?.(row) as number | undefined;
  const tokenIds = read.get("token_ids")?.(row) as readonly number[] | undefined;
  const truncated = read.get("truncated")?.(row) as boolean | undefined;
  return {
    text: completionText(input),
    ...(typeof input !== "string" && { messages: input }),
    ...(tokenCount !== undefined && { tokenCount }),
    ...(tokenIds !== undefined && { tokenIds }),
    ...(truncated !== undefined && { truncated }),
  };
}
