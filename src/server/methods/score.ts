import { type AdvantageOptions, checkAdvantageOptions } from "../../advantage/index.js";
import {
  type ExtraValue,
  RewardError,
  type RewardFunction,
  type RewardResult,
  type Score,
  type Verdict,
  verdictStatus,
} from "../../core/index.js";
import {
  type AdvantageColumns,
  batchAdvantages,
  type BatchResult,
  NOT_ASKED,
  scoreBatch,
  type ScoreOptions,
} from "../../score/index.js";
import type { RewardSpec } from "../../spec/index.js";
import { toBatch, type WireBatch } from "../columns.js";
import { checkVariables } from "../named-variables.js";
import { requestedRewards, weightOf } from "../requested-rewards.js";
import { offloadTo, type ThreadOffload } from "../threads/offload.js";
import type { FrameTexts, MethodContext } from "./method.js";
import { createPartialScores, type PartialScores } from "./partial-scores.js";

/** What a request to score says. */
export interface ScoreParams extends WireBatch {
  readonly rewards: readonly RewardSpec[];
  readonly advantages?: AdvantageOptions & AdvantageColumns;
  readonly itemTimeoutMs?: number;
  readonly deadlineMs?: number;
  readonly partial?: boolean;
  readonly detail?: "scores" | "summary" | "full";
}

/** What comes of a request to score. */
export interface ScoreResult {
  readonly scores: Readonly<Record<string, readonly Score[]>>;
  readonly rewards?: readonly Score[];
  readonly advantages?: readonly number[];
  readonly status?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly extra?: Readonly<Record<string, readonly ExtraValue[]>>;
  readonly verdicts?: Readonly<Record<string, readonly (Verdict | null)[]>>;
  readonly metrics: Readonly<Record<string, number>>;
  /** Milliseconds: reading the request and waiting for its turn; scoring. */
  readonly timing: { readonly queueMs: number; readonly workMs: number };
}

function leafOfGroups(reward: RewardFunction): string | undefined {
  if (reward.kind === "composite") return reward.parts.map(leafOfGroups).find((name) => name !== undefined);
  return reward.kind === "group" ? reward.name : undefined;
}

function checkGroups(rewards: readonly RewardFunction[], params: ScoreParams): void {
  if (params.groups) return;
  const comparing = rewards.map(leafOfGroups).find((name) => name !== undefined);
  const needy = params.advantages ? "advantages" : comparing;
  if (needy === undefined) return;
  throw new RewardError(
    "bad_input",
    `"${needy}" compares the completions of a prompt: send "groups", one id per completion.`,
  );
}

/** Each reward's column of results, turned to another table. */
function table<T>({ results }: BatchResult, read: (column: readonly RewardResult[]) => T): Record<string, T> {
  return Object.fromEntries([...results].map(([name, column]) => [name, read(column)]));
}

/** Only the rows that have a status, by row number. */
function statuses(column: readonly RewardResult[]): Record<string, string> {
  const found = column.map(({ verdict }, row) => [String(row), verdictStatus(verdict)] as const);
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** The keys of the rewards by name that a reward consists of. */
function leafKeys(reward: RewardFunction): readonly string[] {
  return reward.kind === "composite" ? reward.parts.flatMap(leafKeys) : [reward.name];
}

/** How many rows ran out of time in any of these rewards. */
function timeouts({ results }: BatchResult, keys: readonly string[]): number {
  const lateRows = keys.flatMap((key) =>
    (results.get(key) ?? []).flatMap(({ verdict }, row) =>
      verdictStatus(verdict) === "system:timeout" ? [row] : [],
    ),
  );
  return new Set(lateRows).size;
}

/** The same keys for every batch of the same rewards: ranks that log different keys deadlock. */
function metrics(
  rewards: readonly RewardFunction[],
  result: BatchResult,
  scores: Readonly<Record<string, readonly Score[]>>,
): Record<string, number> {
  const leaves = new Map(rewards.map((reward) => [reward.name, leafKeys(reward)]));
  const nulls = Object.entries(scores).map(([key, column]) => {
    const results = result.results.get(key);
    const isNull = (score: Score, row: number): boolean => score === null && results?.[row] !== NOT_ASKED;
    return [`${key}.nulls`, column.filter(isNull).length] as const;
  });
  const late = Object.keys(scores).map(
    (key) => [`${key}.timeouts`, timeouts(result, leaves.get(key) ?? [key])] as const,
  );
  return Object.fromEntries([...nulls, ...late]);
}

/** The scores of every reward of the request, compositions among them, and of the compositions' parts. */
function scoreTable(
  rewards: readonly RewardFunction[],
  result: BatchResult,
): Record<string, readonly Score[]> {
  return {
    ...ownScores(rewards, result),
    ...table(result, (column) => column.map((item) => item.score)),
  };
}

function detailOf(result: BatchResult, detail: "scores" | "summary" | "full"): Partial<ScoreResult> {
  if (detail === "scores") return {};
  const verdicts = (column: readonly RewardResult[]): (Verdict | null)[] =>
    column.map(({ verdict }) => verdict ?? null);
  return {
    status: table(result, statuses),
    extra: Object.fromEntries(result.extra),
    ...(detail === "full" && { verdicts: table(result, verdicts) }),
  };
}

/** The options of the estimator, with the rewards' weights for one that sums the scores itself, and its columns. */
function advantageParams(
  { rewards: specs, advantages = {} }: ScoreParams,
  rewards: readonly RewardFunction[],
): [AdvantageOptions, AdvantageColumns] {
  const { lengths, baselines, ...options } = advantages;
  const columns = { ...(lengths && { lengths }), ...(baselines && { baselines }) };
  if (options.estimator !== "gdpo") return [options, columns];
  const weights = Object.fromEntries(
    specs.map((spec, i) => [rewards[i]?.name ?? "", weightOf(spec) ?? 1] as const),
  );
  return [{ ...options, weights: { ...weights, ...options.weights } }, columns];
}

/** The scores of the request's own rewards, without those of their parts. */
function ownScores(
  rewards: readonly RewardFunction[],
  { scores }: BatchResult,
): Record<string, readonly Score[]> {
  return Object.fromEntries(rewards.map((reward) => [reward.name, scores.get(reward) ?? []]));
}

/** Lets the memory of the texts be used again, unless a reward was not waited for, which may still read its own. */
function recycle(
  { results }: BatchResult,
  memories: readonly (FrameTexts | ThreadOffload | undefined)[],
): void {
  const hasGivenUp = [...results.values()].some((column) =>
    column.some(({ verdict }) => verdict?.status === "undetermined" && verdict.fault === "system"),
  );
  if (!hasGivenUp) for (const memory of memories) memory?.recycle();
}

/** What scoring needs of a server. */
export type ScoringContext = Omit<MethodContext, "version" | "maxFrameBytes" | "monitor">;

const withTexts = (params: ScoreParams, texts: FrameTexts | undefined): ScoreParams =>
  texts ? { ...params, texts: texts.shared } : params;

/** Where scores are sent as they come, if they are wanted and can be. */
const partialScoresOf = (
  { partial = false }: ScoreParams,
  { notify, requestId, signal }: ScoringContext,
): PartialScores | null =>
  partial && notify && requestId !== undefined ? createPartialScores(requestId, notify, signal()) : null;

const limitsOf = ({ itemTimeoutMs, deadlineMs }: ScoreParams): ScoreOptions => ({
  ...(itemTimeoutMs && { itemTimeoutMs }),
  ...(deadlineMs && { deadlineMs }),
});

/** A duration to the microsecond. */
const milliseconds = (from: number, to: number): number => Math.round((to - from) * 1000) / 1000;

/** Scores a batch; items that fail are `null` with a status, never an error of the request. */
export async function score(params: ScoreParams, context: ScoringContext): Promise<ScoreResult> {
  const { registry, signal, receivedAt, observer, threads, texts, allowedVariables } = context;
  const start = performance.now();
  const { rewards: specs, detail = "summary" } = params;
  if (allowedVariables) checkVariables(specs, allowedVariables);
  const { rewards, sum } = requestedRewards(registry, specs);
  checkGroups(rewards, params);
  const weights = specs.map(weightOf);
  const [advantageOptions, advantageColumns] = advantageParams(params, rewards);
  checkAdvantageOptions(advantageOptions);
  const given = withTexts(params, texts);
  const batch = toBatch(given);
  const partials = partialScoresOf(params, context);
  const offload = threads && offloadTo(threads, { registry, sum, params: given });
  const result = await scoreBatch(batch, sum, {
    signal: signal(),
    ...limitsOf(params),
    ...(offload && { offload }),
    ...(partials && { onScored: partials.add }),
  }).finally(partials?.flush);
  const wantsRewards = params.advantages !== undefined || weights.some((weight) => weight !== undefined);
  const timing = { queueMs: milliseconds(receivedAt, start), workMs: milliseconds(start, performance.now()) };
  const { results, timings } = result;
  observer.scored?.({ results, timings, ...timing });
  recycle(result, [texts, offload]);
  const scores = scoreTable(rewards, result);
  return {
    scores,
    ...(wantsRewards && { rewards: result.rewards }),
    ...(params.advantages && {
      advantages: batchAdvantages(batch, result.rewards, advantageOptions, {
        scores: ownScores(rewards, result),
        ...advantageColumns,
      }),
    }),
    ...detailOf(result, detail),
    metrics: metrics(rewards, result, scores),
    timing,
  };
}
