import { RewardError } from "../../core/index.js";
import { type Input, isParquet, unpacked } from "./input.js";

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

/** @throws {RewardError} that says what to install, if the optional package is not there */
async function load<T>(format: string, packages: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new RewardError("bad_options", `To read ${format}, install what does: npm install ${packages}`);
  }
}

const fromJsonLines: Convert = ({ open }, onRead) => unpacked(counted(open(), onRead));

const fromCsv: Convert = async function* (input, onRead) {
  const { csvToJsonLines } = await load("CSV", "csv-parse", () => import("./csv.js"));
  yield* csvToJsonLines(fromJsonLines(input, onRead), /\.tsv(?:\.gz)?$/i.test(input.name) ? "\t" : ",");
};

const fromParquet: Convert = async function* ({ path, size }, onRead) {
  const packages = "hyparquet hyparquet-compressors";
  const { parquetToJsonLines } = await load("Parquet", packages, () => import("./parquet.js"));
  yield* parquetToJsonLines(path ?? "", (share) => onRead(share * (size ?? 0)));
};

/**
 * The rows of an input as lines of JSON, whatever its format: Parquet, which its first bytes tell; CSV, which its name
 * tells; or lines of JSON.
 *
 * @param onRead is told how many bytes of the input were read
 */
export function jsonLines(input: Input, onRead: (bytes: number) => void): AsyncIterable<Uint8Array> {
  if (isParquet(input)) return fromParquet(input, onRead);
  return (/\.[ct]sv(?:\.gz)?$/i.test(input.name) ? fromCsv : fromJsonLines)(input, onRead);
}
