import { type Input, isParquet, unpacked } from "./input.js";
import { loadFormat } from "./load-format.js";

/** What lines are made by, of another format. */
type Convert = (input: Input, onRead: (bytes: number) => void) => AsyncIterable<Uint8Array>;

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of chunks) {
    onRead(chunk.length);
    yield chunk;
  }
}

const fromJsonLines: Convert = ({ open }, onRead) => unpacked(counted(open(), onRead));

const fromCsv: Convert = async function* (input, onRead) {
  const { csvToJsonLines } = await loadFormat("read CSV", "csv-parse", () => import("./csv.js"));
  yield* csvToJsonLines(fromJsonLines(input, onRead), /\.tsv(?:\.gz)?$/i.test(input.name) ? "\t" : ",");
};

const fromParquet: Convert = async function* ({ path, size }, onRead) {
  const packages = "hyparquet hyparquet-compressors";
  const { parquetToJsonLines } = await loadFormat("read Parquet", packages, () => import("./parquet.js"));
  yield* parquetToJsonLines(path ?? "", (share) => onRead(share * (size ?? 0)));
};

/** Whether an input of that name is a table of texts. */
export const isCsvName = (name: string): boolean => /\.[ct]sv(?:\.gz)?$/i.test(name);

/**
 * The rows of an input as lines of JSON, whatever its format: Parquet, which its first bytes tell; CSV, which its name
 * tells; or lines of JSON.
 *
 * @param onRead is told how many bytes of the input were read
 */
export function jsonLines(input: Input, onRead: (bytes: number) => void): AsyncIterable<Uint8Array> {
  if (isParquet(input)) return fromParquet(input, onRead);
  return (isCsvName(input.name) ? fromCsv : fromJsonLines)(input, onRead);
}
