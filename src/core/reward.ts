import type { Group, Rollout } from "./task.js";
import type { Verdict } from "./verdict.js";

/** One reward function's value for one completion. `null` means no opinion, never zero. */
export type Score = number | null;

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
  /** Columns without which the reward cannot run. */
  readonly columns: readonly string[];
  /** Names that the results' `extra` may carry. */
  readonly extra: readonly string[];
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
}

/** Anything that can be scored. `C` is the set of task columns that it reads. */
export type RewardFunction<C extends object = object> =
  RolloutReward<C> | GroupReward<C> | CompositeReward<C>;

/** Any reward, whatever columns it reads. */
export type AnyReward = RewardFunction<never>;

/** The columns that a reward reads. */
export type ColumnsOf<R> = R extends RewardFunction<infer C> ? C : never;
