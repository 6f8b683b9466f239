import { rmSync, statSync, writeFileSync } from "node:fs";
import { RewardError } from "../../../core/index.js";
import { loadFormat } from "../load-format.js";
import { isParquetName } from "./parquet-name.js";

/** An empty file of lines beside the output, and none that was there. */
function createLines(output: string): string {
  const lines = `${output}.jsonl`;
  try {
    writeFileSync(lines, "", { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new RewardError(
      "bad_options",
      `${lines} is in the way, where rows wait until they are written as Parquet: move it, or name another output`,
    );
  }
  return lines;
}

/**
 * Has a command write lines of JSON, and makes of them the file that was asked for. Those of a Parquet file wait in a
 * file beside it, so that its columns are of the types that hold all rows, and no row is lost with a run that ends early.
 *
 * @param path `null` is standard output
 * @param write is told where the lines go; `null` is standard output
 * @throws {RewardError} if what writes Parquet is not installed, or the file for the lines is there
 */
export async function withRowOutput<T>(
  path: string | null,
  write: (lines: string | null) => Promise<T>,
): Promise<T> {
  if (!isParquetName(path)) return write(path);
  const load = () => import("./lines-to-parquet.js");
  const { linesToParquet } = await loadFormat("write Parquet", "hyparquet-writer", load);
  const lines = createLines(path);
  try {
    const result = await write(lines);
    await linesToParquet(lines, path);
    rmSync(lines);
    return result;
  } catch (error) {
    if (statSync(lines, { throwIfNoEntry: false })?.size === 0) rmSync(lines);
    throw error;
  }
}
