import { type GroupId, rowsByGroup } from "../advantage/index.js";
import {
  type Completion,
  createRollout,
  createTask,
  type Prompt,
  RewardError,
  type Rollout,
  ROLLOUT_COLUMN_NAMES,
  type RolloutColumn,
} from "../core/index.js";
import type { Batch } from "../score/index.js";
import {
  checkTextNumbers,
  completionReader,
  type Known,
  toCompletion,
  type WireCompletions,
} from "./completions.js";
import { deepFreeze } from "./deep-freeze.js";
import { lateCompletions } from "./late-completions.js";

/** A column as it travels: one value per completion, or the distinct values and each completion's index. */
type WireColumn =
  readonly unknown[] | { readonly values: readonly unknown[]; readonly index: readonly number[] };

/** The part of a `score` request that says what is scored. */
export interface WireBatch extends WireCompletions {
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

/** A value that is not what it should be, in words that go to logs: what it says is not in them. */
function describe(value: unknown): string {
  if (typeof value === "string") return `a text of ${value.length} characters`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === "object" && value !== null ? "an object" : String(value);
}

function checkColumn(name: RolloutColumn, read: Column, count: number): void {
  const { holds, accepts } = CHECKS[name];
  for (let row = 0; row < count; row++) {
    if (accepts(read(row))) continue;
    const value = describe(read(row));
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
  for (const [name, column] of Object.entries(columns)) freezeColumn(name, column);
  return read;
}

/** Several rewards read the same values: what one of them could change, the others would see. */
function freezeColumn(name: string, column: WireColumn): void {
  const values = isPlain(column) ? column : column.values;
  // Tokens are numbers, and many.
  const freeze = name === "token_ids" ? Object.freeze : deepFreeze;
  for (const value of values) if (typeof value === "object") freeze(value);
}

/** What a request says of its completions, but for the completions themselves. */
export type WireColumns = Omit<WireBatch, keyof WireCompletions>;

/** By what name a completion has what a column knows of it. */
const KNOWN: readonly (readonly [column: RolloutColumn, name: keyof Known])[] = [
  ["n_tokens", "tokenCount"],
  ["token_ids", "tokenIds"],
  ["truncated", "truncated"],
];

/** Reads what is known of the completion of a row. */
function knownReader(read: ReadonlyMap<string, Column>): (row: number) => Known {
  const there = KNOWN.flatMap(([column, name]) => {
    const values = read.get(column);
    return values ? [[name, values] as const] : [];
  });
  return (row) => {
    const known: Partial<Record<keyof Known, unknown>> = {};
    for (const [name, values] of there) known[name] = values(row);
    return known as Known;
  };
}

/** The columns of some rows. Of values that rows share, only those that they have. */
export function columnsOfRows({ columns, groups }: WireColumns, rows: readonly number[]): WireColumns {
  const pick = (column: WireColumn): WireColumn => {
    if (isPlain(column)) return rows.map((row) => column[row]);
    const { values, index } = column;
    const used = [...new Set(rows.map((row) => index[row] ?? 0))];
    const place = new Map(used.map((at, i) => [at, i]));
    return {
      values: used.map((at) => values[at]),
      index: rows.map((row) => place.get(index[row] ?? 0) ?? 0),
    };
  };
  const picked = Object.entries(columns ?? {}).map(([name, column]) => [name, pick(column)] as const);
  return {
    ...(columns && { columns: Object.fromEntries(picked) }),
    ...(groups && { groups: rows.map((row) => groups[row] ?? row) }),
  };
}

/**
 * Reads the columns of a request of `count` completions.
 *
 * @returns makes the rollout of a row with its completion
 * @throws {RewardError} `bad_input` for a column of another length, or of the wrong kind
 */
export function rolloutReader(
  { columns = {}, groups }: WireColumns,
  count: number,
): (row: number, completionOf: (known: Known) => Completion) => Rollout {
  if (groups && groups.length !== count) throw wrongLength('"groups"', groups.length, count);
  const read = readColumns(columns, count);
  const [promptOf, knownOf] = [read.get("prompt"), knownReader(read)];
  const taskColumns = [...read].filter(([name]) => !Object.hasOwn(CHECKS, name));
  return (row, completionOf) => {
    const own = Object.fromEntries(taskColumns.map(([name, column]) => [name, column(row)]));
    const prompt = promptOf?.(row) as Prompt | undefined;
    return createRollout(createTask(own, prompt), completionOf(knownOf(row)));
  };
}

/** The rows of each group; without `groups`, every completion is a group of its own. */
function groupRows(groups: readonly GroupId[] | undefined, count: number): readonly (readonly number[])[] {
  return groups ? rowsByGroup(groups) : Array.from({ length: count }, (_, row) => [row]);
}

/**
 * Turns the columns of a request into rollouts.
 *
 * @throws {RewardError} `bad_input` for a column that does not fit, or a completion that names a text that is not there
 */
export function toBatch({ completions, texts, ...columns }: WireBatch): Batch {
  const count = completions.length;
  const given = { completions, ...(texts && { texts }) };
  checkTextNumbers(given);
  const rolloutOf = rolloutReader(columns, count);
  const read = completionReader(given);
  const completionOf = texts
    ? lateCompletions(given)
    : (row: number, known: Known): Completion => toCompletion(read(row), known);
  return {
    rollouts: completions.map((_, row) => rolloutOf(row, (known) => completionOf(row, known))),
    groups: groupRows(columns.groups, count),
  };
}
