import {
  type Group,
  RewardError,
  type GroupReward,
  type RewardContext,
  type RewardOutcome,
  type Rollout,
  type RolloutReward,
} from "../core/index.js";
import { compileSchema, type JsonSchema } from "../schema/index.js";

type MaybePromise<T> = T | Promise<T>;

/** What every definition declares. `C` are the task columns that the reward reads, `O` its options. */
interface Declaration<C extends object, O extends object> {
  /** Wire name, in snake case. For a reward of this library it is the file name. */
  readonly name: string;
  /** One sentence: what earns the score. */
  readonly summary: string;
  /** Least and greatest score with the default options. */
  readonly range: readonly [min: number, max: number];
  /** Columns without which it cannot run: of the task, or `prompt`, `n_tokens`. */
  readonly columns?: readonly ((keyof NoInfer<C> & string) | "prompt" | "n_tokens")[];
  /** Columns that it reads with some options only. */
  readonly optionalColumns?: readonly ((keyof NoInfer<C> & string) | "prompt" | "n_tokens")[];
  /** Names of the values that its results carry in `extra`. */
  readonly extra?: readonly string[];
  /** JSON Schema (draft 2020-12) of each option. */
  readonly options?: Readonly<Record<keyof O & string, JsonSchema>>;
}

/** A reward that scores each completion by itself: `rollout` takes the options and returns the scorer. */
export interface RolloutRewardDefinition<C extends object, O extends object> extends Declaration<C, O> {
  readonly rollout: (
    options: O,
  ) => (rollout: Rollout<C>, context: RewardContext) => MaybePromise<RewardOutcome>;
}

/** A reward that scores the completions of a prompt together: `group` takes the options and returns the scorer. */
export interface GroupRewardDefinition<C extends object, O extends object> extends Declaration<C, O> {
  readonly group: (
    options: O,
  ) => (group: Group<C>, context: RewardContext) => MaybePromise<readonly RewardOutcome[]>;
}

/** What a reward says of itself, as `rewards/list` sends it. */
export interface RewardInfo {
  readonly name: string;
  readonly summary: string;
  readonly kind: "rollout" | "group";
  readonly range: readonly [min: number, max: number];
  readonly columns: readonly string[];
  readonly optionalColumns: readonly string[];
  readonly extra: readonly string[];
  /** JSON Schema of the options object. */
  readonly options: JsonSchema;
}

/** The options of a reward that has none. */
export type NoOptions = Readonly<Record<string, never>>;

/** Makes a reward from its options, and says what it makes. */
export interface RewardFactory<R, O extends object = NoOptions> {
  /** @throws {RewardError} `bad_options` if the options do not fit the declared schema. */
  (options?: O): R;
  readonly info: RewardInfo;
}

/** Any reward factory, whatever columns and options it has. */
export type AnyRewardFactory = RewardFactory<RolloutReward<never> | GroupReward<never>, never>;

function infoOf(definition: Declaration<never, never>, kind: RewardInfo["kind"]): RewardInfo {
  const { name, summary, range, columns = [], optionalColumns = [], extra = [], options = {} } = definition;
  const schema: JsonSchema = { type: "object", properties: options, additionalProperties: false };
  return { name, summary, kind, range, columns, optionalColumns, extra, options: schema };
}

/**
 * Defines a reward. The result is a function from options to a reward, to be used in process, and carries the
 * `info` by which a server lists it. Options are checked against their schema whenever any are given.
 *
 * @example
 * const brevity = defineReward({
 *   name: "brevity",
 *   summary: "1 for at most 200 characters, else 0.",
 *   range: [0, 1],
 *   rollout: () => ({ completion }) => (completion.text.length <= 200 ? 1 : 0),
 * });
 */
export function defineReward<C extends object = object, O extends object = NoOptions>(
  definition: RolloutRewardDefinition<C, O>,
): RewardFactory<RolloutReward<C>, O>;
export function defineReward<C extends object = object, O extends object = NoOptions>(
  definition: GroupRewardDefinition<C, O>,
): RewardFactory<GroupReward<C>, O>;
export function defineReward<C extends object, O extends object>(
  definition: RolloutRewardDefinition<C, O> | GroupRewardDefinition<C, O>,
): RewardFactory<RolloutReward<C> | GroupReward<C>, O> {
  const info = infoOf(definition, "rollout" in definition ? "rollout" : "group");
  const problemWith = compileSchema(info.options);
  const make = (options: O): RolloutReward<C> | GroupReward<C> => {
    const shared = { name: info.name, columns: info.columns, extra: info.extra };
    return "rollout" in definition
      ? { kind: "rollout", ...shared, score: definition.rollout(options) }
      : { kind: "group", ...shared, score: definition.group(options) };
  };
  const factory = (options?: O): RolloutReward<C> | GroupReward<C> => {
    const problem = options === undefined ? null : problemWith(options);
    if (problem !== null) throw new RewardError("bad_options", `Options of ${info.name}: ${problem}.`);
    return make(options ?? ({} as O));
  };
  return Object.assign(factory, { info });
}
