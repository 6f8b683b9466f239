import {
  type Group,
  RewardError,
  type GroupReward,
  type RewardContext,
  type RewardFunction,
  type RewardOutcome,
  type RolloutColumn,
  type Rollout,
  type RolloutReward,
  type ScoreRange,
  shown,
} from "../core/index.js";
import { compileSchema, type JsonSchema } from "../schema/index.js";

type MaybePromise<T> = T | Promise<T>;

/** Holds where the named option has one of these values; the default counts where the option is not given. */
export interface OptionCondition {
  readonly option: string;
  readonly values: readonly unknown[];
}

/** What a reward is listed under. */
export type Family =
  | "math"
  | "format"
  | "length"
  | "text"
  | "structure"
  | "puzzles"
  | "code"
  | "instructions"
  | "judges"
  | "compositions"
  | "other";

/** What every definition declares. `C` are the task columns that the reward reads, `O` its options. */
interface Declaration<C extends object, O extends object> {
  /** Wire name, in snake case. For a reward of this library it is the file name. */
  readonly name: string;
  /** One sentence: what earns the score. */
  readonly summary: string;
  /** What it is listed under. @default "other" */
  readonly family?: Family;
  /**
   * Least and greatest score, or how they follow from the options. It is told to clients and to who reads the list of
   * rewards; scores are not held to it.
   */
  readonly range: ScoreRange | ((options: O) => ScoreRange);
  /** Columns without which it cannot run: of the task, or of the completion, such as `n_tokens`. */
  readonly columns?: readonly ((keyof NoInfer<C> & string) | RolloutColumn)[];
  /** Columns that it reads where they are there, or with some options only; `*` is any column of the task. */
  readonly optionalColumns?: readonly ((keyof NoInfer<C> & string) | RolloutColumn | "*")[];
  /**
   * By optional column, the option and the values of it that make the reward read the column: clients need not send
   * it otherwise.
   */
  readonly readsWhen?: Readonly<Record<string, OptionCondition>>;
  /** Names of the values that its results carry in `extra`. */
  readonly extra?: readonly string[];
  /** Whether it ends its own work in time, as one that calls a server does: it then has no time limit by default. */
  readonly boundsItself?: boolean;
  /** JSON Schema (draft 2020-12) of each option, with a `description` and, where there is one, the `default`. */
  readonly options?: Readonly<Record<Exclude<keyof O & string, "preset">, JsonSchema>>;
  /** Options that have no default. */
  readonly requiredOptions?: readonly (keyof O & string)[];
  /** Options of other systems' variants, by system; the option `preset` takes the name, and the other options win. */
  readonly presets?: Readonly<Record<string, Partial<NoInfer<O>>>>;
  /** The papers and systems that it comes from. */
  readonly source?: string;
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
  readonly family: Family;
  /** Whether it, or a part of the composition that it names, compares the completions of a group. */
  readonly kind: "rollout" | "group";
  /** With the default options; `null` for a composition, whose range its parts decide. */
  readonly range: ScoreRange | null;
  /** The ranges of those presets that have another one. */
  readonly presetRanges: Readonly<Record<string, ScoreRange>>;
  readonly columns: readonly string[];
  readonly optionalColumns: readonly string[];
  /** The condition under which an optional column is read, for those that have one. */
  readonly readsWhen: Readonly<Record<string, OptionCondition>>;
  readonly extra: readonly string[];
  /** JSON Schema of the options object. */
  readonly options: JsonSchema;
  /** The options that each preset stands for. */
  readonly presets: Readonly<Record<string, object>>;
  /** The papers and systems that it comes from; empty if it says none. */
  readonly source: string;
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
export type AnyRewardFactory = RewardFactory<RewardFunction<never>, never>;

/** What a factory that is called without options gets. */
const NONE: NoOptions = {};

/** The schema of the options object, with `preset` among its properties where there are presets. */
function optionsSchema<C extends object, O extends object>({
  options,
  requiredOptions,
  presets,
}: Declaration<C, O>): JsonSchema {
  const preset = presets && {
    preset: { enum: Object.keys(presets), description: "The options of another system's variant." },
  };
  return {
    type: "object",
    properties: { ...preset, ...options },
    ...(requiredOptions && { required: requiredOptions }),
    additionalProperties: false,
  };
}

function infoOf<C extends object, O extends object>(
  definition: Declaration<C, O>,
  kind: RewardInfo["kind"],
): RewardInfo {
  const { name, summary, family = "other", presets = {}, source = "" } = definition;
  const { columns = [], optionalColumns = [], readsWhen = {}, extra = [] } = definition;
  return {
    name,
    summary,
    family,
    kind,
    range: rangeOf(definition, NONE as O),
    presetRanges: presetRanges(definition),
    columns,
    optionalColumns,
    readsWhen,
    extra,
    options: optionsSchema(definition),
    presets,
    source,
  };
}

function rangeOf<C extends object, O extends object>({ range }: Declaration<C, O>, options: O): ScoreRange {
  return typeof range === "function" ? range(options) : range;
}

/** The ranges of the presets that move it. */
function presetRanges<C extends object, O extends object>(
  definition: Declaration<C, O>,
): RewardInfo["presetRanges"] {
  const [min, max] = rangeOf(definition, NONE as O);
  const ranges = Object.entries(definition.presets ?? {}).map(
    ([preset, options]) => [preset, rangeOf(definition, options as O)] as const,
  );
  return Object.fromEntries(ranges.filter(([, [least, greatest]]) => least !== min || greatest !== max));
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
  checkDefinition(definition);
  const info = infoOf<C, O>(definition, "rollout" in definition ? "rollout" : "group");
  const problemWith = compileSchema(info.options);
  const make = (options: O): RolloutReward<C> | GroupReward<C> => {
    const { boundsItself } = definition;
    const { name, columns, extra } = info;
    const range = rangeOf<C, O>(definition, options);
    const shared = { name, range, columns, extra, ...(boundsItself && { boundsItself }) };
    return "rollout" in definition
      ? { kind: "rollout", ...shared, score: scorer(name, "rollout", () => definition.rollout(options)) }
      : { kind: "group", ...shared, score: scorer(name, "group", () => definition.group(options)) };
  };
  const factory = (options: O = NONE as O): RolloutReward<C> | GroupReward<C> => {
    // Compiling the schema takes milliseconds, and no options need no check.
    const isChecked = options !== NONE || definition.requiredOptions !== undefined;
    const problem = isChecked ? problemWith(options) : null;
    if (problem !== null) throw new RewardError("bad_options", `Options of ${info.name}: ${problem}.`);
    return make(withPreset(options, definition.presets));
  };
  return Object.assign(factory, { info });
}

function badModule(problem: string, cause?: unknown): RewardError {
  return new RewardError("bad_reward_module", problem, { cause });
}

/** Users' files are run without a type checker. */
function checkDefinition(definition: object): void {
  const { name, summary, range, rollout, group } = ((definition as object | undefined) ?? {}) as Readonly<
    Record<string, unknown>
  >;
  if (typeof name !== "string") {
    throw badModule('defineReward needs an object such as { name: "brevity", summary, range, rollout }.');
  }
  if (typeof summary !== "string") throw badModule(`The reward "${name}" needs a summary, a sentence.`);
  if (typeof range !== "function" && !(Array.isArray(range) && range.length === 2)) {
    throw badModule(`The reward "${name}" needs a range, its least and its greatest score, such as [0, 1].`);
  }
  if (typeof (rollout ?? group) !== "function") {
    throw badModule(`The reward "${name}" needs rollout or group, ${FUNCTION_OF_OPTIONS}.`);
  }
}

const FUNCTION_OF_OPTIONS =
  "a function of the options that returns the function that scores: (options) => ({ completion }) => 1";

/** What `rollout` or `group` makes of the options; a scorer in its place is a frequent mistake. */
function scorer<F>(name: string, part: string, make: () => F): F {
  let made: F;
  try {
    made = make();
  } catch (error) {
    if (error instanceof RewardError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw badModule(
      `The ${part} of the reward "${name}" threw: ${reason}. It is ${FUNCTION_OF_OPTIONS}.`,
      error,
    );
  }
  if (typeof made === "function") return made;
  throw badModule(
    `The ${part} of the reward "${name}" returned ${shown(made)}; it is ${FUNCTION_OF_OPTIONS}.`,
  );
}

/** The options, over those of the preset that they name. */
function withPreset<O extends object>(options: O, presets: Readonly<Record<string, object>> = {}): O {
  const { preset, ...own } = options as { readonly preset?: string };
  return (preset === undefined ? options : { ...presets[preset], ...own }) as O;
}
