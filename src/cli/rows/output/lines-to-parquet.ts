import { rm } from "node:fs/promises";
import { fileWriter, ParquetWriter } from "hyparquet-writer";
import { RewardError } from "../../../core/index.js";
import { toInput } from "../input.js";
import { lineBatches, linesOf, MAX_LINE_BYTES } from "../line-batches.js";
import { parseRow, type Row } from "../parse-row.js";
import { type Kind, settledKind, widenKind } from "./kind.js";
import { cellOf, ownValue, schemaOf } from "./parquet-schema.js";

/** A group of rows is held in memory: it ends with either. */
const GROUP_ROWS = 50_000;
const GROUP_CHARACTERS = 32 * 1024 * 1024;

/** Results are written beside the row that a line holds, and make it longer. */
const MAX_RESULT_BYTES = 4 * MAX_LINE_BYTES;

/** A file has room for each of them in each group of rows. */
const MAX_COLUMNS = 1000;

/** Tables whose fields come and go with the rows. */
const JSON_FIELDS: ReadonlySet<string> = new Set(["verdicts", "extra"]);
/** What is a number in one file has to be one of the same type in the next. */
const DOUBLE_FIELDS: ReadonlySet<string> = new Set(["scores", "reward", "advantage", "timings"]);

type Columns = ReadonlyMap<string, Kind>;

interface RowGroup {
  rows: Row[];
  characters: number;
}

const unwritable = (path: string, problem: string): RewardError =>
  new RewardError("bad_input", `the rows of ${path} cannot be written as Parquet: ${problem}`);

/** The rows of a file of lines, a group at a time. */
async function* rowGroups(path: string): AsyncGenerator<readonly Row[], void, undefined> {
  let group: RowGroup = { rows: [], characters: 0 };
  for await (const batch of lineBatches(toInput(path).open(), MAX_RESULT_BYTES)) {
    for (const line of linesOf(batch)) {
      const row = parseRow(line ?? "");
      if (typeof row === "string") continue;
      group.rows.push(row);
      group.characters += line?.length ?? 0;
      if (group.rows.length < GROUP_ROWS && group.characters < GROUP_CHARACTERS) continue;
      yield group.rows;
      group = { rows: [], characters: 0 };
    }
  }
  if (group.rows.length > 0) yield group.rows;
}

function widenColumns(columns: Map<string, Kind>, row: Row): void {
  for (const [name, value] of Object.entries(row)) {
    const kind = columns.get(name) ?? (JSON_FIELDS.has(name) ? "json" : "none");
    columns.set(name, widenKind(kind, value));
  }
}

/** The columns that hold all rows, in the order in which they come. */
async function columnsOf(path: string): Promise<Columns> {
  const columns = new Map<string, Kind>();
  for await (const rows of rowGroups(path)) {
    for (const row of rows) widenColumns(columns, row);
    if (columns.size <= MAX_COLUMNS) continue;
    throw unwritable(path, `they have more than ${MAX_COLUMNS} different fields`);
  }
  return new Map([...columns].map(([name, kind]) => [name, settledKind(kind, DOUBLE_FIELDS.has(name))]));
}

async function writeGroups(from: string, to: string, columns: Columns): Promise<void> {
  const root = { name: "root", num_children: columns.size };
  const schema = [root, ...[...columns].flatMap(([name, kind]) => schemaOf(name, kind))];
  const writer = new ParquetWriter({ writer: fileWriter(to), schema, createdBy: "grpo-rewards" });
  for await (const rows of rowGroups(from)) {
    const columnData = [...columns].map(([name, kind]) => ({
      name,
      data: rows.map((row) => cellOf(ownValue(row, name), kind)),
      // Those of JSON would hold a whole value.
      statistics: typeof kind === "string" && kind !== "json",
    }));
    await writer.write({ columnData, rowGroupSize: rows.length });
  }
  await writer.finish();
}

/**
 * Writes the rows of a file of lines as Parquet, with one group of rows in memory at a time. The lines are read twice:
 * what a column is depends on all of them.
 *
 * @throws {RewardError} for rows with too many different fields, or values that are nested too deep
 * @throws what the file system says if the file cannot be written, of which nothing is left then
 */
export async function linesToParquet(from: string, to: string): Promise<void> {
  const columns = await columnsOf(from);
  try {
    await writeGroups(from, to, columns);
  } catch (error) {
    await rm(to, { force: true });
    // Values that are nested thousands of levels deep, or too large for one piece of memory.
    throw error instanceof RangeError ? unwritable(from, error.message) : error;
  }
}
