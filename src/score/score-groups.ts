import { type AdvantageOptions, checkAdvantageOptions } from "../advantage/index.js";
import {
  checkList,
  checkObject,
  type CompletionInput,
  createRollout,
  createTask,
  type ExtraValue,
  type Prompt,
  type RewardLike,
  type RewardResult,
  type Rollout,
  type Score,
  toCompletion,
  type Verdict,
} from "../core/index.js";
import { batchAdvantages } from "./batch-advantages.js";
import { scoreBatch, type ScoreOptions } from "./score-batch.js";

/** A prompt, the columns of its row, and the completions that were sampled for it. */
export type GroupInput<C extends object = object> = {
  readonly prompt?: Prompt;
  readonly completions: readonly CompletionInput[];
} & (object extends C ? { readonly columns?: C } : { readonly columns: C });

/** Options of {@link scoreGroups}. */
export interface ScoreGroupsOptions extends ScoreOptions {
  /** The estimator of the advantages, with its options. @default { estimator: "grpo", preset: "trl" } */
  readonly advantages?: AdvantageOptions;
}

/** One value per completion: a list per group, in the order of the input. */
export type PerGroup<T> = readonly (readonly T[])[];

/** Results of {@link scoreGroups}; every table has one list per group. */
export interface GroupScores {
  /** The score of each reward by its name; `null` where it has no opinion. */
  readonly scores: Readonly<Record<string, PerGroup<Score>>>;
  /** What each reward decided or why it could not, by its name; `null` where a reward gives no verdict. */
  readonly verdicts: Readonly<Record<string, PerGroup<Verdict | null>>>;
  /** Values that rewards declare for logging, by `"<reward>.<name>"`. */
  readonly extra: Readonly<Record<string, PerGroup<ExtraValue>>>;
  /** The reward of each completion: the score of a single reward, or the composition's. */
  readonly rewards: PerGroup<Score>;
  /** The advantages of `rewards`. */
  readonly advantages: PerGroup<number>;
}

interface GroupedRollouts<C extends object> {
  readonly rollouts: Rollout<C>[];
  readonly groups: number[][];
}

const GROUP = '{ prompt: "6 × 7?", columns: { solution: "42" }, completions: ["42", "41"] }';

/** Whoever has no type checker hears what is missing. */
function checkInputs(inputs: unknown): void {
  checkList("The groups", inputs, `a list such as [${GROUP}]`);
  for (const [index, input] of (inputs as readonly unknown[]).entries()) {
    const place = `Group ${index}`;
    checkObject(place, input, `an object such as ${GROUP}`);
    const { prompt = "", columns = {}, completions } = input as Partial<Record<string, unknown>>;
    checkList(`${place}: completions`, completions, "the list of all that were sampled for the prompt");
    checkObject(`${place}: columns`, columns, 'an object of the row\'s columns, such as { solution: "42" }');
    if (typeof prompt !== "string") checkList(`${place}: prompt`, prompt, "a text or a list of messages");
  }
}

function toRollouts<C extends object>(inputs: readonly GroupInput<C>[]): GroupedRollouts<C> {
  const rollouts: Rollout<C>[] = [];
  const groups = inputs.map(({ prompt, columns, completions }) => {
    const task = createTask(columns ?? ({} as C), prompt);
    return completions.map((input) => rollouts.push(createRollout(task, toCompletion(input))) - 1);
  });
  return { rollouts, groups };
}

/**
 * Scores groups of completions with one reward, or with several that `weightedSum` or another composition joins,
 * and computes their advantages.
 *
 * @throws {RewardError} for a caller's mistake: a missing column, two rewards of one name, an advantage option without
 * meaning
 * @example
 * const { rewards, advantages } = await scoreGroups(
 *   [{ prompt: "6 × 7?", columns: { solution: "42" }, completions: ["It is \\boxed{42}.", "41"] }],
 *   weightedSum([accuracy(), 1], [thinkFormat(), 0.2]),
 * );
 */
export async function scoreGroups<C extends object>(
  inputs: readonly GroupInput<C>[],
  reward: RewardLike<C>,
  options: ScoreGroupsOptions = {},
): Promise<GroupScores> {
  checkInputs(inputs);
  checkObject("The options of scoreGroups", options, "an object such as { deadlineMs: 10_000 }");
  const { advantages = {}, ...limits } = options;
  checkAdvantageOptions(advantages);
  const batch = toRollouts(inputs);
  const { results, extra, rewards } = await scoreBatch(batch, reward, limits);
  const scores = Object.fromEntries(
    [...results].map(([name, column]) => [name, column.map(({ score }) => score)]),
  );
  const perGroup = <T>(values: readonly T[]): T[][] =>
    batch.groups.map((rows) => rows.map((row) => values[row] as T));
  const tables = <T>(read: (result: RewardResult) => T): Record<string, T[][]> =>
    Object.fromEntries([...results].map(([name, column]) => [name, perGroup(column.map(read))]));
  return {
    scores: tables(({ score }) => score),
    verdicts: tables(({ verdict }) => verdict ?? null),
    extra: Object.fromEntries([...extra].map(([key, values]) => [key, perGroup(values)])),
    rewards: perGroup(rewards),
    advantages: perGroup(batchAdvantages(batch, rewards, advantages, { scores })),
  };
}
