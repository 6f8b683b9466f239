import type { ExtraValue, Prompt, Score, Verdict } from "../../core/index.js";
import type { ScoredFields } from "./choose-scored-fields.js";
import type { Row } from "../rows/parse-row.js";
import type { Sampled } from "../rows/read-completions.js";

/** One completion, with what `score` found out about it. */
export interface ScoredSample {
  /** `null` where the row has none, as after `score --keep`. */
  readonly completion: Sampled | null;
  /** By reward, and by part of a composition. */
  readonly scores: Readonly<Record<string, Score>>;
  /** The weighted sum of the rewards. */
  readonly reward: Score;
  /** By reward, what it decided; `null` where it gives no verdict. */
  readonly verdicts: Readonly<Record<string, Verdict | null>>;
  /** By `<reward>.<name>`, what rewards logged. */
  readonly extra: Readonly<Record<string, ExtraValue>>;
  /** `null` where none was computed. */
  readonly advantage: number | null;
}

/** A line of what `score` wrote. */
export interface ScoredRow {
  /** The input's name. */
  readonly source: string;
  /** The number of the line, or of the row of a table, from 1. */
  readonly line: number;
  /** The line as it stands in the input. */
  readonly text: string;
  /** The object on the line; `null` if there is none. */
  readonly row: Row | null;
  /** Which of its fields hold what. */
  readonly fields: ScoredFields;
  /** Rows with the same key are completions of one prompt; `null` for a row that stands alone. */
  readonly group: string | null;
  /** `null` where the row has none. */
  readonly prompt: Prompt | null;
  /** The reference answer; `undefined` where the row has none. */
  readonly reference: unknown;
  /** Whether the row holds a list of completions, and not one. */
  readonly isList: boolean;
  /** None where `error` is not `null`. */
  readonly samples: readonly ScoredSample[];
  /** Why the row was not scored, or cannot be read. */
  readonly error: string | null;
}

const ANSWER = ".extracted";

/**
 * The answer that was found in the completion: by a reward, by a part of it, or else by the first that tells its answer;
 * `null` if none was found.
 */
export function answerOf({ extra }: ScoredSample, reward: string | null = null): string | null {
  const keys = Object.keys(extra).filter((key) => key.endsWith(ANSWER));
  const own =
    keys.find((key) => key === `${reward}${ANSWER}`) ?? keys.find((key) => key.startsWith(`${reward}.`));
  const answer = extra[own ?? keys[0] ?? ""] ?? null;
  return answer === null ? null : String(answer);
}
