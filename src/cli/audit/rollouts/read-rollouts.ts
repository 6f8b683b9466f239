import { messageText, type Prompt, toCompletion } from "../../../core/index.js";
import type { LoggedRollout } from "../../../testing/index.js";
import { behindMark } from "../../rows/behind-mark.js";
import { completionField } from "../../rows/completion-field.js";
import { fieldOf } from "../../rows/field-of.js";
import { toInput } from "../../rows/input.js";
import { jsonLines } from "../../rows/json-lines.js";
import { lineBatches, linesOf, LONG_LINE } from "../../rows/line-batches.js";
import { numberedBatches } from "../../rows/numbered-batches.js";
import { parseRow, type Row } from "../../rows/parse-row.js";
import { peekRow } from "../../rows/peek-row.js";
import { readCompletions } from "../../rows/read-completions.js";
import { readPrompt } from "../../rows/read-prompt.js";
import { guessShape } from "../../rows/shapes.js";
import { goldColumns } from "../isolation/gold-columns.js";
import type { RolloutFlags } from "./flags.js";

/** Which fields of a row hold what; `null` for none. */
interface RolloutFields {
  readonly completion: string;
  readonly prompt: string | null;
  readonly reference: string | null;
  readonly referenceMark: string | null;
  readonly score: string | null;
}

export interface ReadOptions {
  readonly flags: RolloutFlags;
  /** What the target is called: a score of that name is its own. */
  readonly name: string;
  /** Whether the target reads the columns of a row, and not a reference. */
  readonly readsColumns: boolean;
  /** The column of the reference; `null` for all usual ones. */
  readonly goldColumn: string | null;
  /** Hears which fields were chosen, and of each row that cannot be read. */
  readonly onNote: (note: string) => void;
}

function chooseFields(row: Row, { flags, name }: ReadOptions): RolloutFields {
  const guess = guessShape(row, flags.completionField !== undefined);
  const reference = flags.referenceField ?? guess.reference;
  const named = [`scores.${name}`, name].find((field) => fieldOf(row, field) !== undefined);
  return {
    completion: completionField(row, flags.completionField, guess.completion),
    prompt: flags.promptField ?? guess.prompt,
    reference,
    referenceMark: reference === guess.reference ? guess.referenceMark : null,
    score: flags.scoreField ?? named ?? null,
  };
}

const describeFields = ({ completion, prompt, reference, score }: RolloutFields): string =>
  "fields: " +
  Object.entries({ completion, prompt, reference, score })
    .map(([what, field]) => `${what} = ${field ?? "none"}`)
    .join(", ");

const textOf = (prompt: Prompt): string =>
  typeof prompt === "string" ? prompt : prompt.map(messageText).join("\n");

function referenceOf(row: Row, { reference, referenceMark }: RolloutFields): string | null {
  const value = reference === null ? null : behindMark(fieldOf(row, reference), referenceMark);
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The score of each completion, where the row has one; or what is wrong with it, in words. */
function scoresOf(row: Row, field: string | null, isList: boolean): readonly (number | null)[] | string {
  const value = field === null ? undefined : fieldOf(row, field);
  if (value === undefined) return [];
  const scores: readonly unknown[] = isList && Array.isArray(value) ? value : [value];
  const read = scores.map((score) => (typeof score === "boolean" ? Number(score) : score));
  const isScored = read.every((score): score is number | null => score === null || Number.isFinite(score));
  return isScored ? read : `the field ${JSON.stringify(field)} holds no score`;
}

/** The row without its completion, and with its reference where rewards look for it. */
const columnsOf = (
  row: Row,
  completion: string,
  reference: string | null,
  { goldColumn }: ReadOptions,
): Row => ({
  ...(reference !== null && goldColumns(reference, goldColumn)),
  ...Object.fromEntries(Object.entries(row).filter(([name]) => name !== completion)),
});

/** The rollouts of a row: one for each of its completions. What cannot be read says why. */
function rolloutsOf(
  row: Row,
  fields: RolloutFields,
  options: ReadOptions,
): readonly LoggedRollout[] | string {
  const given = readPrompt(row, fields.prompt);
  if (typeof given === "string") return given;
  const sampling = readCompletions(fieldOf(row, fields.completion), given.prompt !== null);
  if (typeof sampling === "string") return `the field ${JSON.stringify(fields.completion)} ${sampling}`;
  const scores = scoresOf(row, fields.score, sampling.isList);
  if (typeof scores === "string") return scores;
  const reference = referenceOf(row, fields);
  const columns = columnsOf(row, fields.completion, reference, options);
  return sampling.completions.map((completion, at) => {
    const score = scores[at];
    return {
      completion: toCompletion(completion).text,
      prompt: textOf(given.prompt ?? sampling.prompt ?? ""),
      ...(reference !== null && { reference }),
      ...(score !== undefined && { score }),
      ...(options.readsColumns && { columns }),
    };
  });
}

/**
 * The rollouts of a log: lines of JSON, CSV or Parquet, also packed by gzip. Its fields are chosen by flags, and by the
 * first row. Rows that cannot be read are left out, and told of.
 *
 * @throws {RewardError} if no field can be told to be the completion
 * @throws what the file system says if the file cannot be read
 */
export async function* readRollouts(
  path: string,
  options: ReadOptions,
): AsyncGenerator<LoggedRollout, void, undefined> {
  const input = toInput(path);
  const lines = jsonLines(input, () => undefined);
  const { row: first, all } = await peekRow(numberedBatches(lineBatches(lines), input.name));
  if (Object.keys(first).length === 0) return;
  const fields = chooseFields(first, options);
  options.onNote(describeFields(fields));
  for await (const batch of all) {
    for (const [at, line] of linesOf(batch).entries()) {
      if (line?.trim() === "") continue;
      const row = line === null ? LONG_LINE : parseRow(line.trim());
      const read = typeof row === "string" ? row : rolloutsOf(row, fields, options);
      if (typeof read !== "string") yield* read;
      else options.onNote(`line ${batch.firstLine + at} of ${input.name} is left out: ${read}`);
    }
  }
}
