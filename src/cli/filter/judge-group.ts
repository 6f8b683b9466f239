import { type DropReason, filterGroups } from "../../advantage/index.js";
import { completionText, type Score } from "../../core/index.js";
import { codePointLength } from "../../text/length.js";
import type { ScoreReader } from "../scored/choose-reward.js";
import type { ScoredSample } from "../scored/scored-row.js";
import type { Criteria } from "./criteria.js";

/** Why a completion is dropped; those of `DropReason` but `no_reward` concern its whole group. */
export type Reason = DropReason | "not_scored" | "incorrect" | "low_reward" | "duplicate" | "not_best";

/** Why the whole group is dropped; `null` if it is not. */
function groupReason(samples: readonly ScoredSample[], criteria: Criteria): DropReason | null {
  const { value, correctness, threshold, passRate, groupFilter } = criteria;
  if (correctness && passRate) {
    const options = { range: passRate, inclusive: true, correctFrom: threshold };
    const [dropped] = filterGroups([samples.map(correctness)], options).dropped;
    if (dropped) return dropped.reason;
  }
  if (groupFilter === null) return null;
  return filterGroups([samples.map(value)], { preset: groupFilter }).dropped[0]?.reason ?? null;
}

function ownReason(sample: ScoredSample, criteria: Criteria): Reason | null {
  const { value, minReward, correctness, threshold, onlyCorrect } = criteria;
  const isCorrect = (): boolean => (correctness?.(sample) ?? -Infinity) >= threshold;
  if (onlyCorrect && !isCorrect()) return "incorrect";
  return minReward !== null && (value(sample) ?? -Infinity) < minReward ? "low_reward" : null;
}

function hasScores(sample: ScoredSample, { value, correctness }: Criteria): boolean {
  const scores: Score[] = [value(sample), ...(correctness ? [correctness(sample)] : [])];
  return scores.every((score) => score !== null);
}

const textOf = ({ completion }: ScoredSample): string => completionText(completion ?? "");

/** What is the same for the same completion. */
const identity = ({ completion }: ScoredSample): string => JSON.stringify(completion);

/** The numbers of the best, ties to the shortest text and then to the first. */
function bestOf(
  samples: readonly ScoredSample[],
  candidates: readonly number[],
  count: number,
  value: ScoreReader,
): ReadonlySet<number> {
  const ranked = candidates
    .map((at) => {
      const sample = samples[at] as ScoredSample;
      return { at, score: value(sample) ?? -Infinity, length: codePointLength(textOf(sample)) };
    })
    .sort((a, b) => b.score - a.score || a.length - b.length || a.at - b.at);
  return new Set(ranked.slice(0, count).map(({ at }) => at));
}

/**
 * Decides which completions of a group stay: first what has no score goes, then the whole group is judged, then each
 * completion by itself, and at last completions beside each other.
 *
 * @returns for each completion why it is dropped, or `null`
 */
export function judgeGroup(samples: readonly ScoredSample[], criteria: Criteria): readonly (Reason | null)[] {
  const reasons = samples.map((sample): Reason | null => (hasScores(sample, criteria) ? null : "no_reward"));
  const left = (): number[] => reasons.flatMap((reason, at) => (reason === null ? [at] : []));
  const drop = (reasonOf: (at: number) => Reason | null): void =>
    left().forEach((at) => (reasons[at] = reasonOf(at)));

  const scored = left().map((at) => samples[at] as ScoredSample);
  const reason = groupReason(scored, criteria);
  drop((at) => reason ?? ownReason(samples[at] as ScoredSample, criteria));
  if (criteria.unique) {
    const seen = new Set<string>();
    drop((at) => {
      const size = seen.size;
      return seen.add(identity(samples[at] as ScoredSample)).size === size ? "duplicate" : null;
    });
  }
  if (criteria.best !== null) {
    const best = bestOf(samples, left(), criteria.best, criteria.value);
    drop((at) => (best.has(at) ? null : "not_best"));
  }
  return reasons;
}
