import type { Row } from "../rows/parse-row.js";
import { guessShape } from "../rows/shapes.js";

/** What the command line says of the fields of scored rows. */
export interface ScoredFieldFlags {
  readonly completionField?: string;
  readonly promptField?: string;
  readonly referenceField?: string;
  readonly groupField?: string;
}

/** Which fields of a scored row hold what; `null` for none. */
export interface ScoredFields {
  readonly completion: string | null;
  readonly prompt: string | null;
  readonly reference: string | null;
  /** What the reference stands behind in its field, if anything. */
  readonly referenceMark: string | null;
  /** The field that tells groups; `null` for the prompt. */
  readonly group: string | null;
}

/** Chooses the fields by flags, and by a row as `score` does where these do not say it. */
export function chooseScoredFields(row: Row, flags: ScoredFieldFlags): ScoredFields {
  const guessed = guessShape(row, flags.completionField !== undefined);
  // After `score --keep` there may be no completion.
  const guess = guessed.completion === null ? guessShape(row, true) : guessed;
  const reference = flags.referenceField ?? guess.reference;
  return {
    completion: flags.completionField ?? guess.completion,
    prompt: flags.promptField ?? guess.prompt,
    reference,
    referenceMark: reference === guess.reference ? guess.referenceMark : null,
    group: flags.groupField ?? null,
  };
}
