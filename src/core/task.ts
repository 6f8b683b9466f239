import type { Completion, Prompt } from "./completion.js";

/** A prompt and the columns of its data-set row, by name: reference answers, test cases, anything a reward reads. */
export interface Task<C extends object = object> {
  readonly prompt?: Prompt;
  readonly columns: C;
}

/** One completion of one task. */
export interface Rollout<C extends object = object> {
  readonly task: Task<C>;
  readonly completion: Completion;
}

/** All the completions that were sampled for one task; GRPO compares each to the others. */
export interface Group<C extends object = object> {
  readonly task: Task<C>;
  readonly completions: readonly Completion[];
}

/**
 * A task whose columns no reward can replace, so that what one reward does to its input no other one sees. The values
 * of the columns are not copied: an object in a column is shared.
 */
export function createTask<C extends object>(columns: C, prompt?: Prompt): Task<C> {
  const own = Object.freeze({ ...columns });
  return Object.freeze({ columns: own, ...(prompt !== undefined && { prompt }) });
}

/** A rollout that no reward can change; see {@link createTask}. A completion that is frozen is taken as it is. */
export function createRollout<C extends object>(task: Task<C>, completion: Completion): Rollout<C> {
  const own = Object.isFrozen(completion) ? completion : Object.freeze({ ...completion });
  return Object.freeze({ task, completion: own });
}

/** A task whose reference answer stands in the column `solution`, the name that TRL and open-r1 use. */
export interface SolutionColumns {
  readonly solution: string | number | null;
}

/** Names of columns that are not the task's: the prompt, and what is known of the completion. */
export const ROLLOUT_COLUMN_NAMES = ["prompt", "n_tokens", "token_ids", "truncated"] as const;

/** A column that is not one of the task's. */
export type RolloutColumn = (typeof ROLLOUT_COLUMN_NAMES)[number];

const ROLLOUT_COLUMNS: Readonly<Record<RolloutColumn, (rollout: Rollout) => unknown>> = {
  prompt: ({ task }) => task.prompt,
  n_tokens: ({ completion }) => completion.tokenCount ?? completion.tokenIds?.length,
  token_ids: ({ completion }) => completion.tokenIds,
  truncated: ({ completion }) => completion.truncated,
};

/** The value of a declared column for one rollout; `undefined` if the rollout has no such column. */
export function columnValue(rollout: Rollout, column: string): unknown {
  return Object.hasOwn(ROLLOUT_COLUMNS, column)
    ? ROLLOUT_COLUMNS[column as RolloutColumn](rollout)
    : (rollout.task.columns as Readonly<Record<string, unknown>>)[column];
}
