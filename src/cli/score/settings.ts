import type { AdvantageOptions } from "../../advantage/index.js";
import type { RewardSpec } from "../../spec/index.js";

/** Which fields of a row hold what. A field may be a path, such as `response.body.choices`. */
export interface FieldMap {
  readonly completion: string;
  readonly prompt: string | null;
  /** The field of each column that a reward reads. */
  readonly columns: Readonly<Record<string, string>>;
  /** Columns without which no row can be scored. */
  readonly required: readonly string[];
  /** What the reference stands behind in its field, if anything. */
  readonly referenceMark: string | null;
}

/** How rows are read, scored and written. Plain data: it is sent to other threads. */
export interface ScoreSettings {
  /** The rewards, each with a weight. */
  readonly specs: readonly RewardSpec[];
  /** Files of rewards beside the built-in ones. */
  readonly modules: readonly string[];
  /** `null` for no advantages. */
  readonly advantages: AdvantageOptions | null;
  readonly fields: FieldMap;
  /** Consecutive rows with the same value here form a group; `null` for rows that stand alone. */
  readonly groupField: string | null;
  /** The fields that are written beside the results; `null` for all. */
  readonly keep: readonly string[] | null;
  /** Whether it is written how long each reward took. */
  readonly timings: boolean;
}
