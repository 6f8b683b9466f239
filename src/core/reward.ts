import { shown } from "./caller-input.js";
import { RewardError } from "./errors.js";
import type { Group, Rollout } from "./task.js";
import type { Verdict } from "./verdict.js";

/** One reward function's value for one completion. `null` means no opinion, never zero. */
export type Score = number | null;

/** The least and the greatest score of a reward; `null` where there is no bound. */
export type ScoreRange = readonly [min: number | null, max: number | null];

/** A value that can be logged beside the scores. */
export type ExtraValue = string | number | boolean | null;

/**
 * A score with its reasons. `extra` may carry only names that the reward declares; a text in it is cut after 10,000
 * UTF-16 units, and a number that is not finite is `null`.
 */
export interface RewardResult {
  readonly score: Score;
  readonly verdict?: Verdict;
  readonly extra?: Readonly<Record<string, ExtraValue>>;
}

/** What a reward may return for one completion. */
export type RewardOutcome = Score | RewardResult;

/** What the scorer offers to a running reward. */
export interface RewardContext {
  /** Aborted when the request is cancelled or its deadline passes; hand it to `fetch` and the like. */
  readonly signal: AbortSignal;
}

type MaybePromise<T> = T | Promise<T>;

interface LeafReward {
  /** The key of this reward's scores; unique within one scoring call. */
  readonly name: string;
  /** What it declares of its scores. */
  readonly range?: ScoreRange;
  /** Columns without which the reward cannot run. */
  readonly columns: readonly string[];
  /** Names that the results' `extra` may carry. */
  readonly extra: readonly string[];
  /** Whether it ends its own work in time, what waits for its turn included: it then has no time limit by default. */
  readonly boundsItself?: boolean;
}

/** Scores each completion by itself. */
export interface RolloutReward<C extends object = object> extends LeafReward {
  readonly kind: "rollout";
  readonly score: (rollout: Rollout<C>, context: RewardContext) => MaybePromise<RewardOutcome>;
}

/** Scores the completions of one prompt together; returns one outcome per completion, in order. */
export interface GroupReward<C extends object = object> extends LeafReward {
  readonly kind: "group";
  readonly score: (group: Group<C>, context: RewardContext) => MaybePromise<readonly RewardOutcome[]>;
}

/** Combines the scores of its parts, completion by completion; made by the functions of `compose/`. */
export interface CompositeReward<C extends object = object> {
  readonly kind: "composite";
  readonly name: string;
  readonly parts: readonly RewardFunction<C>[];
  /** Takes one score per part, in order. */
  readonly combine: (scores: readonly Score[]) => Score;
  /**
   * Whether a part is scored for a completion, given the scores of the parts before it; parts are then scored one
   * after the other. Without it all parts are scored, at once.
   */
  readonly needs?: (part: number, earlier: readonly Score[]) => boolean;
  /** Whether its `null` makes a weighted sum `null`, instead of being left out. */
  readonly isRequired?: boolean;
}

/** Anything that can be scored. `C` is the set of task columns that it reads. */
export type RewardFunction<C extends object = object> =
  RolloutReward<C> | GroupReward<C> | CompositeReward<C>;

/** A reward as a plain function of a rollout; its name is the key of its scores. */
export type PlainReward<C extends object = object> = (
  rollout: Rollout<C>,
  context: RewardContext,
) => MaybePromise<RewardOutcome>;

/** What is accepted as a reward. */
export type RewardLike<C extends object = object> = RewardFunction<C> | PlainReward<C>;

/** Any reward, whatever columns it reads. */
export type AnyReward = RewardLike<never>;

/** The columns that a reward reads. */
export type ColumnsOf<R> =
  R extends RewardFunction<infer C>
    ? C
    : R extends (rollout: infer Read, ...rest: never[]) => unknown
      ? Read extends Rollout<infer C>
        ? C
        : object
      : never;

/** The columns that any of several rewards reads. */
export type ColumnsOfAll<R> = (R extends unknown ? (columns: ColumnsOf<R>) => void : never) extends (
  columns: infer C extends object,
) => void
  ? C
  : never;

/**
 * The reward that is meant: itself, or a plain function as a rollout reward of the function's name.
 *
 * @throws {RewardError} `bad_input` for anything else, such as a factory that was not called
 */
export function toReward<C extends object>(reward: RewardLike<C>): RewardFunction<C> {
  if (isReward(reward)) return reward;
  if (typeof reward !== "function" || "info" in reward) {
    throw new RewardError("bad_input", `This is no reward: ${describe(reward)}`);
  }
  const { name } = reward;
  return { kind: "rollout", name: name === "" ? "custom" : name, columns: [], extra: [], score: reward };
}

/** By kind, what a reward of it cannot do without. */
const WORK: Readonly<Record<string, string>> = { rollout: "score", group: "score", composite: "combine" };

function isReward<C extends object>(value: RewardLike<C>): value is RewardFunction<C> {
  if (typeof value !== "object" || (value as object | null) === null || !("kind" in value)) return false;
  const work = WORK[value.kind];
  return work !== undefined && typeof (value as unknown as Record<string, unknown>)[work] === "function";
}

/** Callers without a type checker pass a factory, or a list. */
function describe(value: unknown): string {
  if (typeof value === "function") return `a function that makes one. Call it: ${factoryName(value)}().`;
  if (Array.isArray(value)) return "a list. Join rewards with weightedSum.";
  if (typeof value === "string") return `a name. Call its factory, or rewardFromSpec(${shown(value)}).`;
  return `${shown(value)}.`;
}

/** A factory knows its reward's name in snake case. */
function factoryName(factory: object): string {
  const { name } = (factory as { readonly info?: { readonly name?: string } }).info ?? {};
  return (name ?? "accuracy").replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
