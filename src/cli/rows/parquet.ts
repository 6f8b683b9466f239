import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { rowLines } from "./row-lines.js";

/** What the reader says of a file that is damaged, with the code that a damaged input of any format has. */
async function ofFile<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw Object.assign(new Error(`cannot read ${path}: ${String(error)}`), { code: "PARQUET_INVALID" });
  }
}

/**
 * The rows of a file, one group of rows in memory at a time.
 *
 * @param onRead is told the share of the file that each group is
 */
export async function* parquetToJsonLines(
  path: string,
  onRead: (share: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await asyncBufferFromFile(path);
  const metadata = await ofFile(path, () => parquetMetadataAsync(file));
  let rowStart = 0;
  for (const { num_rows: rows } of metadata.row_groups) {
    const rowEnd = rowStart + Number(rows);
    const part = { file, metadata, compressors, rowStart, rowEnd };
    const read = await ofFile(path, () => parquetReadObjects(part));
    onRead(Number(rows) / Number(metadata.num_rows));
    yield* rowLines(read);
    rowStart = rowEnd;
  }
}
