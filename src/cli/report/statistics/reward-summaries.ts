import { emptySummary, type RewardSummary } from "./reward-summary.js";

/** The summaries of all rewards that there is room for. */
export interface Summaries {
  /** The reward's own, made when its name first comes up; `null` if there is no room. */
  readonly of: (name: string) => RewardSummary | null;
  readonly known: ReadonlyMap<string, RewardSummary>;
  /** Names for which there was no room, as far as they are counted. */
  readonly leftOut: ReadonlySet<string>;
}

/** People score with a handful of rewards; a file may name any number. */
const MAX_REWARDS = 16;
const MAX_COUNTED = 1000;

/** No summaries yet. */
export function createSummaries(): Summaries {
  const known = new Map<string, RewardSummary>();
  const leftOut = new Set<string>();
  const of = (name: string): RewardSummary | null => {
    const found = known.get(name);
    if (found) return found;
    if (known.size === MAX_REWARDS) {
      if (leftOut.size < MAX_COUNTED) leftOut.add(name);
      return null;
    }
    const made = emptySummary(name);
    known.set(name, made);
    return made;
  };
  return { of, known, leftOut };
}
