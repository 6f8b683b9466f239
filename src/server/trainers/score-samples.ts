import {
  type ExtraValue,
  type Message,
  type Prompt,
  RewardError,
  type RewardFunction,
  type Score,
  type ScoreRange,
  verdictStatus,
} from "../../core/index.js";
import type { RewardInfo } from "../../rewards/define-reward.js";
import { findReward, type Registry } from "../../rewards/registry.js";
import { scoreBatch } from "../../score/index.js";
import { rewardFromSpec } from "../../spec/index.js";
import { toBatch } from "../columns.js";
import type { Observer } from "../observe/observer.js";
import { offloadTo } from "../threads/offload.js";
import type { Threads } from "../threads/threads-on-demand.js";

/** A completion as a trainer without columns sends it: with one label, in which everything a reward reads must be. */
interface Sample {
  readonly completion: string | readonly Message[];
  readonly prompt?: Prompt;
  readonly label: unknown;
  /** Columns that the trainer sends by name; they go before what the label says. */
  readonly columns?: Readonly<Record<string, unknown>>;
}

/** What a trainer hears of one sample. */
export interface ScoredSample {
  readonly score: Score;
  /** The score within the reward's range, from 0 to 1; `null` where there is no score or the range has no end. */
  readonly fraction: Score;
  /** Why there is no score, or why it is the least one, as `"<fault>:<reason>"`. */
  readonly status: string | null;
  /** What the reward logs, by name. */
  readonly extra: Readonly<Record<string, ExtraValue>>;
}

/** Where the rewards come from, who hears of the scores, and where a user's own rewards are scored. */
interface TrainerScorerOptions {
  readonly registry: Registry;
  readonly observer?: Observer;
  readonly threads?: Threads;
}

/** Scores samples with one reward, unless the signal cancels it. */
export type TrainerScorer = (
  reward: string,
  samples: readonly Sample[],
  signal?: AbortSignal,
) => Promise<ScoredSample[]>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parsed(label: unknown): unknown {
  if (typeof label !== "string" || !label.trimStart().startsWith("{")) return label;
  try {
    return JSON.parse(label);
  } catch {
    return label;
  }
}

/** What a reward reads. */
type Reading = Pick<RewardInfo, "columns" | "optionalColumns">;

/** Of a trainer's fields only those that the reward reads: another one may have the name of something else. */
function readOf(fields: Readonly<Record<string, unknown>>, { columns, optionalColumns }: Reading): object {
  const names = [...columns, ...optionalColumns].filter((name) => Object.hasOwn(fields, name));
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}

/**
 * The columns of a sample. A label that is an object, or its JSON, with all the reward's columns gives them by name;
 * any other label is the value of the reward's only column.
 */
function columnsOf({ label, columns = {} }: Sample, reads: Reading): Readonly<Record<string, unknown>> {
  const own = readOf(columns, reads);
  const missing = reads.columns.filter((column) => !Object.hasOwn(own, column));
  const byName = parsed(label);
  if (isObject(byName) && missing.every((column) => Object.hasOwn(byName, column))) {
    return { ...readOf(byName, reads), ...own };
  }
  const [only, second] = missing;
  if (only === undefined) return { ...own };
  if (second === undefined) return { ...own, [only]: label };
  throw new RewardError(
    "missing_column",
    `The reward reads ${reads.columns.join(", ")}: send a label that is a JSON object with these names.`,
  );
}

function fractionOf(score: Score, [least, greatest]: ScoreRange): Score {
  if (score === null || least === null || greatest === null) return null;
  const width = greatest - least;
  if (!(width > 0 && Number.isFinite(width))) return null;
  return Math.min(1, Math.max(0, (score - least) / width));
}

/**
 * Scores for trainers that know completions and labels, one by one or in small batches.
 *
 * @throws {RewardError} `bad_input` for a reward that compares the completions of a prompt: these trainers send them
 *   one by one; `cancelled` by the signal
 */
export function createTrainerScorer({ registry, observer, threads }: TrainerScorerOptions): TrainerScorer {
  return async (name, samples, signal) => {
    const { info } = findReward(registry, name);
    if (info.kind === "group") {
      throw new RewardError(
        "bad_input",
        `"${name}" compares the completions of a prompt, and this trainer sends no groups; use the method "score".`,
      );
    }
    const reward = rewardFromSpec(name, registry) as RewardFunction;
    const rows = samples.map((sample) => columnsOf(sample, info));
    const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const columns = Object.fromEntries(names.map((column) => [column, rows.map((row) => row[column])]));
    const prompts = samples.map(({ prompt }) => prompt);
    const params = {
      rewards: [name],
      completions: samples.map(({ completion }) => completion),
      columns: prompts.includes(undefined) ? columns : { ...columns, prompt: prompts },
    };
    const offload = threads && offloadTo(threads, { registry, sum: reward, params });
    const start = performance.now();
    const { rewards, results, timings, extra } = await scoreBatch(toBatch(params), reward, {
      ...(signal && { signal }),
      ...(offload && { offload }),
    });
    observer?.scored?.({ results, timings, queueMs: 0, workMs: performance.now() - start });
    return samples.map((_, row): ScoredSample => {
      const score = rewards[row] ?? null;
      const statuses = [...results.values()].map((column) => verdictStatus(column[row]?.verdict));
      const logged = [...extra].map(([key, values]) => [key.replace(`${name}.`, ""), values[row] ?? null]);
      return {
        score,
        fraction: fractionOf(score, info.range ?? [0, 1]),
        status: statuses.find((status) => status !== null) ?? null,
        extra: Object.fromEntries(logged) as Record<string, ExtraValue>,
      };
    });
  };
}
