import type { Score } from "../../../core/index.js";
import type { Approves } from "../approval.js";

/** Two rewards, of which the first approves of a completion and the second does not. */
export interface Pair {
  readonly approving: string;
  readonly refusing: string;
}

/** How often rewards disagree. */
export interface Disagreement {
  /** Counts by {@link pairKey}. */
  readonly counts: Map<string, number>;
  /** How many completions both rewards of a pair scored, by {@link pairKey}. */
  readonly both: Map<string, number>;
}

/** A reward's score of a completion. */
export type NamedScore = readonly [reward: string, score: Score];

export const emptyDisagreement = (): Disagreement => ({ counts: new Map(), both: new Map() });

export const pairKey = (approving: string, refusing: string): string => JSON.stringify([approving, refusing]);

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/**
 * Counts a completion.
 *
 * @param scores by reward
 * @returns the pairs that disagree on it
 */
export function addScores(
  { counts, both }: Disagreement,
  scores: readonly NamedScore[],
  approves: Approves,
): Pair[] {
  const scored = scores.filter((entry): entry is readonly [string, number] => entry[1] !== null);
  const pairs: Pair[] = [];
  for (const [first, score] of scored) {
    for (const [second, other] of scored) {
      if (first === second) continue;
      const key = pairKey(first, second);
      increment(both, key);
      if (!approves(first, score) || approves(second, other)) continue;
      increment(counts, key);
      pairs.push({ approving: first, refusing: second });
    }
  }
  return pairs;
}
