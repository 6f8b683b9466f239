import { RewardError, ROLLOUT_COLUMN_NAMES } from "../../core/index.js";
import { findReward } from "../../rewards/registry.js";
import { leavesOfSpec } from "../../spec/index.js";
import type { Row } from "../rows/parse-row.js";
import { completionField } from "../rows/completion-field.js";
import { fieldOf } from "../rows/field-of.js";
import { REFERENCE_COLUMN } from "./read-sample.js";
import type { FieldMap, ScoreSettings } from "./settings.js";
import { type GuessedShape, guessShape } from "../rows/shapes.js";
import type { WhatToScore } from "./what-to-score.js";

/** What the command line says of the fields. */
export interface FieldFlags {
  readonly completionField?: string;
  readonly promptField?: string;
  readonly referenceField?: string;
  readonly groupField?: string;
  readonly columns: Readonly<Record<string, string>>;
}

/** How rows are read, and what of it was guessed, in words. */
export interface ChosenFields extends Pick<ScoreSettings, "fields" | "groupField"> {
  readonly guesses: string | null;
}

/** Some column of the task, whatever its name. */
const ANY = "*";

interface Needs {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** What compares completions with each other, if anything. */
  readonly comparing: string | null;
}

function needsOf({ registry, specs, advantages }: WhatToScore): Needs {
  const infos = leavesOfSpec(specs).map(({ name }) => findReward(registry, name).info);
  return {
    required: [...new Set(infos.flatMap(({ columns }) => columns))],
    optional: [...new Set(infos.flatMap(({ optionalColumns }) => optionalColumns))],
    comparing: infos.find(({ kind }) => kind === "group")?.name ?? (advantages && "advantages"),
  };
}

/** The field of each column: by flag, by the shape if it is the reference, else the one of its name. */
function columnFields(
  row: Row,
  guess: GuessedShape,
  { required, optional }: Needs,
  flags: FieldFlags,
): FieldMap["columns"] {
  const any = optional.includes(ANY) ? Object.keys(row) : [];
  const known = new Set<string>(ROLLOUT_COLUMN_NAMES);
  // What is known of a completion is known of all, or left out.
  const names = [...required, ...optional.filter((name) => name !== ANY), ...any].filter(
    (name) =>
      name !== "prompt" && (required.includes(name) || !known.has(name) || fieldOf(row, name) !== undefined),
  );
  const own = names.map((name) => [name, name] as const);
  const reference = flags.referenceField ?? guess.reference;
  return {
    ...Object.fromEntries(own),
    ...(reference !== null && names.includes(REFERENCE_COLUMN) && { [REFERENCE_COLUMN]: reference }),
    ...flags.columns,
  };
}

/** One line: which fields were guessed to hold what. */
function describeGuesses(
  { fields, groupField }: Pick<ScoreSettings, "fields" | "groupField">,
  flags: FieldFlags,
): string | null {
  const reference = fields.columns[REFERENCE_COLUMN];
  const isGiven = flags.referenceField !== undefined || Object.hasOwn(flags.columns, REFERENCE_COLUMN);
  const mark = fields.referenceMark === null ? "" : ` (behind ${fields.referenceMark})`;
  const guessed: [string, string | null | undefined][] = [
    ["completion", flags.completionField === undefined ? fields.completion : null],
    ["prompt", flags.promptField === undefined ? fields.prompt : null],
    ["reference", isGiven || reference === undefined ? null : reference + mark],
    ["groups", flags.groupField === undefined ? groupField : null],
  ];
  const told = guessed.flatMap(([what, field]) => (typeof field === "string" ? [`${what} = ${field}`] : []));
  return told.length === 0 ? null : `fields by the first row: ${told.join(", ")}`;
}

/** Whether a row holds several completions, which are a group. */
function holdsList(row: Row, { completion }: FieldMap): boolean {
  const value = fieldOf(row, completion);
  return Array.isArray(value) && value.every((each) => typeof each === "string" || Array.isArray(each));
}

/** The field that tells groups: the prompt, if completions are to be compared and nothing else is said. */
function groupFieldOf(row: Row, fields: FieldMap, { comparing }: Needs, flags: FieldFlags): string | null {
  if (flags.groupField !== undefined) return flags.groupField;
  if (comparing === null || holdsList(row, fields)) return null;
  if (fields.prompt !== null) return fields.prompt;
  throw new RewardError(
    "bad_input",
    `"${comparing}" compares the completions of a prompt: give --group-field, whose value consecutive rows of a prompt share.`,
  );
}

/**
 * Chooses the fields of all rows by flags, and by the first row where these do not say it.
 *
 * @throws {RewardError} if no field can be told to be the completion, or groups are needed and cannot be told
 */
export function chooseFields(row: Row, what: WhatToScore, flags: FieldFlags): ChosenFields {
  const needs = needsOf(what);
  const guess = guessShape(row, flags.completionField !== undefined);
  const completion = completionField(row, flags.completionField, guess.completion);
  const columns = columnFields(row, guess, needs, flags);
  const fields: FieldMap = {
    completion,
    prompt: flags.promptField ?? guess.prompt,
    columns,
    required: needs.required.filter((name) => name !== "prompt"),
    referenceMark: columns[REFERENCE_COLUMN] === guess.reference ? guess.referenceMark : null,
  };
  const groupField = groupFieldOf(row, fields, needs, flags);
  return { fields, groupField, guesses: describeGuesses({ fields, groupField }, flags) };
}
