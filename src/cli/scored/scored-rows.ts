import { RewardError } from "../../core/index.js";
import { type Input, toInput } from "../rows/input.js";
import { jsonLines } from "../rows/json-lines.js";
import { lineBatches, linesOf, LONG_LINE } from "../rows/line-batches.js";
import { numberedBatches } from "../rows/numbered-batches.js";
import type { Row } from "../rows/parse-row.js";
import { peekRow } from "../rows/peek-row.js";
import { chooseScoredFields, type ScoredFieldFlags } from "./choose-scored-fields.js";
import { readScoredRow } from "./read-scored-row.js";
import type { ScoredRow } from "./scored-row.js";

const hasResult = (row: Row): boolean => row.scores !== undefined && row.scores !== null;

/** A row that says what the file is: not one that `score` could not read. */
const isTelling = (row: Row): boolean => hasResult(row) || typeof row.error !== "string";

/**
 * The rows of a file that `score` wrote, in bounded memory. Its fields are guessed by its first row.
 *
 * @param onRead is told how many bytes were read
 * @throws {RewardError} for a file without scores
 * @throws what the file system says if a file cannot be read
 */
export async function* scoredRowsOf(
  input: Input,
  flags: ScoredFieldFlags = {},
  onRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<ScoredRow, void, undefined> {
  const batches = numberedBatches(lineBatches(jsonLines(input, onRead)), input.name);
  const { row, all } = await peekRow(batches, isTelling);
  if (Object.keys(row).length > 0 && !hasResult(row)) {
    throw new RewardError(
      "bad_input",
      `${input.name} has no scores: score it first, with grpo-rewards score --rewards ... ${input.name} -o scored.jsonl`,
    );
  }
  const fields = chooseScoredFields(row, flags);
  for await (const batch of all) {
    for (const [at, line] of linesOf(batch).entries()) {
      const text = line?.trim() ?? "";
      const content = readScoredRow(text, fields);
      const error = line === null ? LONG_LINE : content.error;
      yield { ...content, error, fields, text, source: input.name, line: batch.firstLine + at };
    }
  }
}

/**
 * The rows of files that `score` wrote, one after the other, as {@link scoredRowsOf} reads each.
 *
 * @param paths `null` is standard input
 */
export async function* scoredRows(
  paths: readonly (string | null)[],
  flags?: ScoredFieldFlags,
  onRead?: (bytes: number) => void,
): AsyncGenerator<ScoredRow, void, undefined> {
  for (const input of paths.map(toInput)) yield* scoredRowsOf(input, flags, onRead);
}
