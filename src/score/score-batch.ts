import {
  type AnyReward,
  columnValue,
  type CompositeReward,
  type ExtraValue,
  RewardError,
  type RewardFunction,
  type RewardLike,
  type RewardResult,
  type Rollout,
  type Score,
  toReward,
} from "../core/index.js";
import { type Batch, type LeafReward, type LeafRun, leafRun, type Offload } from "./leaf-run.js";
import { type ItemLimits, toResult } from "./run-item.js";

/** Limits of one scoring call. */
export interface ScoreOptions {
  /**
   * How long an asynchronous item may take. What takes longer is `null` with the status `system:timeout`. By default
   * 5000, and any time for rewards that bound themselves, such as `llm_judge`.
   */
  readonly itemTimeoutMs?: number;
  /** How long the call may take. Items not done by then are `null` with the status `system:deadline`. */
  readonly deadlineMs?: number;
  /** Cancels the call: it rejects with a {@link RewardError} `cancelled`. */
  readonly signal?: AbortSignal;
  /** Scores some of the rewards elsewhere. */
  readonly offload?: Offload;
  /** Hears of each reward's results as soon as they are there: of one row, or of a group's. */
  readonly onScored?: (reward: string, rows: readonly number[], results: readonly RewardResult[]) => void;
}

/** The results of a batch: one per leaf reward and row, and the combined reward of each row. */
export interface BatchResult {
  /** Results by reward name, in row order. */
  readonly results: ReadonlyMap<string, readonly RewardResult[]>;
  /** By reward name, the milliseconds of each row's call, a group's at its first row; `null` where none is known. */
  readonly timings: ReadonlyMap<string, readonly (number | null)[]>;
  /** Values for logging by `"<reward>.<name>"`, in row order: every name that a reward declares is there. */
  readonly extra: ReadonlyMap<string, readonly ExtraValue[]>;
  /** The reward of each row: the score of a single reward, or what a composition makes of its parts. */
  readonly rewards: readonly Score[];
  /** The scores of any part of the composition, in row order; `null` where it was not asked for. */
  readonly scores: ReadonlyMap<AnyReward, readonly Score[]>;
}

/** The rewards that are run, in order of appearance. */
export function leavesOf<C extends object>(reward: RewardFunction<C>): LeafReward<C>[] {
  const leaves = reward.kind === "composite" ? reward.parts.flatMap(leavesOf) : [reward];
  // One object in several places is run once. What a group reward says depends on where it stands.
  return leaves.filter((leaf, at) => leaf.kind === "group" || leaves.indexOf(leaf) === at);
}

function checkNames(leaves: readonly { readonly name: string }[]): void {
  const names = new Set<string>();
  for (const { name } of leaves) {
    if (names.has(name)) {
      throw new RewardError(
        "bad_input",
        `Two rewards have the key "${name}"; give one another: { ...reward, name: "${name}_2" }, or "key" over the bridge.`,
      );
    }
    names.add(name);
  }
}

function checkColumns(leaves: readonly LeafReward<never>[], rollouts: readonly Rollout[]): void {
  for (const { name, columns } of leaves) {
    for (const column of columns) {
      const row = rollouts.findIndex((rollout) => columnValue(rollout, column) === undefined);
      if (row < 0) continue;
      throw new RewardError(
        "missing_column",
        `The reward ${name} needs the column "${column}"; row ${row} has none.`,
      );
    }
  }
}

function extraOf(
  leaves: readonly LeafReward<never>[],
  results: ReadonlyMap<string, readonly RewardResult[]>,
): Map<string, ExtraValue[]> {
  const columns = leaves.flatMap(({ name, extra }) =>
    extra.map((key): [string, ExtraValue[]] => {
      const values = (results.get(name) ?? []).map((result) => result.extra?.[key] ?? null);
      return [`${name}.${key}`, values];
    }),
  );
  return new Map(columns);
}

const DEFAULT_ITEM_TIMEOUT_MS = 5000;

/** The limits of a leaf's items, given those that the call asks for. */
function limitsOf(
  { boundsItself }: LeafReward<never>,
  { signal, itemTimeoutMs }: { readonly signal: AbortSignal; readonly itemTimeoutMs: number | undefined },
): ItemLimits {
  return { signal, itemTimeoutMs: itemTimeoutMs ?? (boundsItself ? null : DEFAULT_ITEM_TIMEOUT_MS) };
}

/** Made once: one for each call takes as long as scoring several items, and keeps that call's memory by its stack. */
const OVER: DOMException = new DOMException("The scoring call is over.", "AbortError");

/** What bounds a call, and what is to be done at its end. */
interface CallBounds {
  readonly signal: AbortSignal;
  readonly end: () => void;
}

/**
 * A signal that is aborted with the caller's, at the deadline, and when the call is over, so that what was given up
 * hears of it. One of its own: Node keeps what `AbortSignal.any` makes, and that takes as long as scoring many items.
 */
function boundsOf(signal: AbortSignal | undefined, deadlineMs: number | undefined): CallBounds {
  const controller = new AbortController();
  const cancel = (): void => controller.abort(signal?.reason);
  const expire = (): void => controller.abort(new DOMException("The deadline has passed.", "TimeoutError"));
  const timer = deadlineMs === undefined ? undefined : setTimeout(expire, deadlineMs).unref();
  if (signal?.aborted) cancel();
  signal?.addEventListener("abort", cancel);
  const end = (): void => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", cancel);
    controller.abort(OVER);
  };
  return { signal: controller.signal, end };
}

/** What is being scored: the runs of the leaves, and the scores of every part so far. */
interface Evaluation<C extends object> {
  readonly runs: ReadonlyMap<LeafReward<C>, LeafRun>;
  readonly scores: Map<RewardFunction<C>, Score[]>;
}

/** The scores of the asked-for `rows`; `null` for all others. */
async function evaluate<C extends object>(
  reward: RewardFunction<C>,
  rows: readonly number[],
  evaluation: Evaluation<C>,
): Promise<Score[]> {
  const scores = await (reward.kind === "composite"
    ? evaluateComposite(reward, rows, evaluation)
    : evaluateLeaf(reward, rows, evaluation));
  evaluation.scores.set(reward, scores);
  return scores;
}

async function evaluateLeaf<C extends object>(
  reward: LeafReward<C>,
  rows: readonly number[],
  { runs }: Evaluation<C>,
): Promise<Score[]> {
  const leaf = runs.get(reward);
  await leaf?.run(rows);
  return (leaf?.results ?? []).map(({ score }) => score);
}

async function evaluateComposite<C extends object>(
  reward: CompositeReward<C>,
  rows: readonly number[],
  evaluation: Evaluation<C>,
): Promise<Score[]> {
  const parts = await evaluateParts(reward, rows, evaluation);
  const scores: Score[] = (parts[0] ?? []).map(() => null);
  for (const row of rows) {
    scores[row] = toResult(reward.combine(parts.map((part) => part[row] ?? null))).score;
  }
  return scores;
}

async function evaluateParts<C extends object>(
  { parts, needs }: CompositeReward<C>,
  rows: readonly number[],
  evaluation: Evaluation<C>,
): Promise<Score[][]> {
  if (needs === undefined) return Promise.all(parts.map((part) => evaluate(part, rows, evaluation)));
  const earlier: Score[][] = [];
  for (const [index, part] of parts.entries()) {
    const wanted = rows.filter((row) =>
      needs(
        index,
        earlier.map((scores) => scores[row] ?? null),
      ),
    );
    earlier.push(await evaluate(part, wanted, evaluation));
  }
  return earlier;
}

/**
 * Scores a batch with one reward or a composition of rewards. An item that fails is `null` with a verdict that
 * says why; the call itself rejects only for a caller's mistake.
 *
 * @throws {RewardError} `bad_input` for two rewards of the same name, `missing_column`, or `cancelled`
 */
export async function scoreBatch<C extends object>(
  batch: Batch<C>,
  rewardLike: RewardLike<C>,
  { itemTimeoutMs, deadlineMs, signal, ...hooks }: ScoreOptions = {},
): Promise<BatchResult> {
  const reward = toReward(rewardLike);
  const leaves = leavesOf(reward);
  checkNames(leaves);
  checkColumns(leaves, batch.rollouts);
  const bounds = boundsOf(signal, deadlineMs);
  const limits = { itemTimeoutMs, signal: bounds.signal };
  const runs = new Map(leaves.map((leaf) => [leaf, leafRun(leaf, batch, limitsOf(leaf, limits), hooks)]));
  const rows = batch.rollouts.map((_, row) => row);
  const evaluation: Evaluation<C> = { runs, scores: new Map() };
  const rewards = await evaluate(reward, rows, evaluation).finally(bounds.end);
  if (signal?.aborted) throw new RewardError("cancelled", "The scoring call was cancelled.");
  const results = new Map([...runs].map(([{ name }, { results: column }]) => [name, column]));
  const timings = new Map([...runs].map(([{ name }, { timings: column }]) => [name, column]));
  const scores: ReadonlyMap<AnyReward, readonly Score[]> = evaluation.scores;
  return { results, timings, extra: extraOf(leaves, results), rewards, scores };
}
