import { pipeline, Readable } from "node:stream";
import { parse } from "csv-parse";
import { MAX_LINE_BYTES } from "./line-batches.js";
import { rowLines } from "./row-lines.js";

/** The rows of a table whose first row has the names of its columns; every value is a text, which `readCells` reads. */
export function csvToJsonLines(
  chunks: AsyncIterable<Uint8Array>,
  delimiter: string,
): AsyncIterable<Uint8Array> {
  const parser = parse({
    bom: true,
    columns: true,
    delimiter,
    max_record_size: MAX_LINE_BYTES,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  // Who reads it hears of its errors.
  pipeline(Readable.from(chunks), parser, () => undefined);
  return rowLines(parser as AsyncIterable<object>);
}
