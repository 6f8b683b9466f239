import { type ExtraValue, RewardError, type Score, type Verdict } from "../../core/index.js";
import {
  score,
  type ScoreParams,
  type ScoreResult,
  type ScoringContext,
} from "../../server/methods/score.js";
import type { ScoredBatch } from "../../server/observe/observer.js";
import type { Sample } from "./read-sample.js";
import type { ScoreSettings } from "./settings.js";

/** The results of a row: of one completion, or a list for a list of them. */
type OneOrList<T> = T | readonly T[];

/** What is written beside a row's own fields. */
export interface SampleResult {
  /** By reward, and by part of a composition. */
  readonly scores: Readonly<Record<string, OneOrList<Score>>>;
  /** The weighted sum of the rewards. */
  readonly reward: OneOrList<Score>;
  /** By reward, what it decided; `null` where it gives no verdict. */
  readonly verdicts: Readonly<Record<string, OneOrList<Verdict | null>>>;
  /** By `<reward>.<name>`, what rewards log, such as the answer that was found. */
  readonly extra: Readonly<Record<string, OneOrList<ExtraValue>>>;
  readonly advantage?: OneOrList<number>;
  /** By reward, milliseconds; of one that compares a group, at the first of its completions. */
  readonly timings?: Readonly<Record<string, OneOrList<number | null>>>;
}

/** Rows whose completions are compared with each other. */
export type SampleGroup = readonly Sample[];

/** Columns that say something of the completion: a list of completions may have a list of them. */
const OF_COMPLETIONS: ReadonlySet<string> = new Set(["n_tokens", "token_ids", "truncated"]);

function valueOf(name: string, value: unknown, { isList, completions }: Sample, at: number): unknown {
  const isOwn =
    isList && OF_COMPLETIONS.has(name) && Array.isArray(value) && value.length === completions.length;
  return isOwn ? (value as readonly unknown[])[at] : value;
}

function toParams(groups: readonly SampleGroup[], { specs, advantages, fields }: ScoreSettings): ScoreParams {
  const samples = groups.flat();
  const perCompletion = <T>(read: (sample: Sample, at: number) => T): T[] =>
    samples.flatMap((sample) => sample.completions.map((_, at) => read(sample, at)));
  const columns = Object.keys(fields.columns).map((name): [string, unknown[]] => [
    name,
    perCompletion((sample, at) => valueOf(name, sample.columns[name], sample, at)),
  ]);
  const ids = groups.flatMap((group, id) => group.flatMap(({ completions }) => completions.map(() => id)));
  return {
    rewards: specs,
    completions: samples.flatMap(({ completions }) => completions),
    columns: { ...Object.fromEntries(columns), prompt: perCompletion(({ prompt }) => prompt) },
    groups: ids,
    ...(advantages && { advantages }),
    detail: "full",
  };
}

/** The values of each row, of columns that have one for each completion. */
function rowReader(samples: readonly Sample[]): (row: number) => <T>(column: readonly T[]) => OneOrList<T> {
  let end = 0;
  const ends = samples.map(({ completions }) => (end += completions.length));
  return (row) => {
    const sample = samples[row];
    const [from, to] = [ends[row - 1] ?? 0, ends[row] ?? 0];
    return <T>(column: readonly T[]) => (sample?.isList ? column.slice(from, to) : (column[from] as T));
  };
}

function mapValues<T, U>(table: Readonly<Record<string, T>> = {}, read: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, read(value)]));
}

type Timings = ScoredBatch["timings"];

const toMicroseconds = (ms: number | null): number | null => ms && Math.round(ms * 1000) / 1000;

function perRow(samples: readonly Sample[], result: ScoreResult, timings: Timings | null): SampleResult[] {
  const { scores, rewards = [], verdicts, extra, advantages } = result;
  const reader = rowReader(samples);
  const times = timings && mapValues(Object.fromEntries(timings), (column) => column.map(toMicroseconds));
  return samples.map((_, row) => {
    const read = reader(row);
    return {
      scores: mapValues(scores, read<Score>),
      reward: read(rewards),
      verdicts: mapValues(verdicts, read<Verdict | null>),
      extra: mapValues(extra, read<ExtraValue>),
      ...(advantages && { advantage: read(advantages) }),
      ...(times && { timings: mapValues(times, read<number | null>) }),
    };
  });
}

/**
 * Scores groups of rows. What a row makes impossible concerns its group alone: all others are scored.
 *
 * @returns for each row its results, or why there are none
 */
export async function scoreSamples(
  groups: readonly SampleGroup[],
  settings: ScoreSettings,
  context: ScoringContext,
): Promise<(SampleResult | string)[]> {
  const samples = groups.flat();
  let timings: Timings | null = null;
  const observer = {
    scored: (batch: ScoredBatch): void => {
      if (settings.timings) timings = batch.timings;
    },
  };
  try {
    const result = await score(toParams(groups, settings), { ...context, observer });
    return perRow(samples, result, timings);
  } catch (error) {
    if (!(error instanceof RewardError)) throw error;
    if (groups.length === 1) return samples.map(() => error.message);
  }
  const apart = await Promise.all(groups.map((group) => scoreSamples([group], settings, context)));
  return apart.flat();
}
