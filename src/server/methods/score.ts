import { weightedSum } from "../../compose/index.js";
import {
  type ExtraValue,
  RewardError,
  type RewardFunction,
  type RewardResult,
  type Score,
  type Verdict,
  verdictStatus,
} from "../../core/index.js";
import { findReward, type Registry } from "../../rewards/registry.js";
import { type BatchResult, scoreBatch } from "../../score/index.js";
import { toBatch, type WireBatch } from "../columns.js";
import { estimate, type EstimatorSpec } from "../estimators.js";
import type { Method } from "./method.js";

interface RewardSpec {
  readonly name: string;
  readonly key?: string;
  readonly options?: object;
  readonly weight?: number;
}

interface ScoreParams extends WireBatch {
  readonly rewards: readonly RewardSpec[];
  readonly advantages?: EstimatorSpec;
  readonly itemTimeoutMs?: number;
  readonly deadlineMs?: number;
  readonly detail?: "scores" | "summary" | "full";
}

interface ScoreResult {
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

/** What columns the reward reads is known here by name only; `scoreBatch` checks that they are there. */
function makeReward(registry: Registry, { name, key = name, options }: RewardSpec): RewardFunction {
  const reward = findReward(registry, name)(options as never) as RewardFunction;
  return { ...reward, name: key };
}

function checkGroups(rewards: readonly RewardFunction[], params: ScoreParams): void {
  if (params.groups) return;
  const needy = params.advantages ? "advantages" : rewards.find(({ kind }) => kind === "group")?.name;
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

/** The same keys for every batch of the same rewards: ranks that log different keys deadlock. */
function metrics({ results }: BatchResult): Record<string, number> {
  const counts = [...results].flatMap(([name, column]) => [
    [`${name}.nulls`, column.filter(({ score }) => score === null).length] as const,
    [
      `${name}.timeouts`,
      column.filter(({ verdict }) => verdictStatus(verdict) === "system:timeout").length,
    ] as const,
  ]);
  return Object.fromEntries(counts);
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

/** A duration to the microsecond. */
const milliseconds = (from: number, to: number): number => Math.round((to - from) * 1000) / 1000;

/** Scores a batch; items that fail are `null` with a status, never an error of the request. */
export const score: Method<ScoreParams, ScoreResult> = async (params, { registry, signal, receivedAt }) => {
  const start = performance.now();
  const { rewards: specs, detail = "summary", itemTimeoutMs, deadlineMs } = params;
  const rewards = specs.map((spec) => makeReward(registry, spec));
  checkGroups(rewards, params);
  const sum = weightedSum(...rewards.map((reward, i) => [reward, specs[i]?.weight ?? 1] as const));
  const limits = { ...(itemTimeoutMs && { itemTimeoutMs }), ...(deadlineMs && { deadlineMs }) };
  const result = await scoreBatch(toBatch(params), sum, { signal, ...limits });
  const wantsRewards = params.advantages !== undefined || specs.some(({ weight }) => weight !== undefined);
  return {
    scores: table(result, (column) => column.map((item) => item.score)),
    ...(wantsRewards && { rewards: result.rewards }),
    ...(params.advantages && {
      advantages: estimate(result.rewards, params.groups ?? [], params.advantages),
    }),
    ...detailOf(result, detail),
    metrics: metrics(result),
    timing: { queueMs: milliseconds(receivedAt, start), workMs: milliseconds(start, performance.now()) },
  };
};
