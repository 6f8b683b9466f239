import { type RewardResult, verdictStatus } from "../../core/index.js";
import { NOT_ASKED } from "../../score/index.js";
import { createHistogram, type Histogram, SECONDS } from "./histogram.js";
import type { ScoredBatch } from "./observer.js";
import type { RewardStats, Stats } from "./stats.js";
import { createTally, tally, type Tally } from "./tally.js";

const VALUES = [-1, -0.5, -0.1, 0, 0.1, 0.25, 0.5, 0.75, 0.9, 1, 2];

/** Keys of rewards come from clients: beyond so many they are one. */
const MAX_KEYS = 200;
const OTHER_KEYS = "other";

const PHASES: ReadonlyMap<string, "item" | "request"> = new Map([
  ["system:timeout", "item"],
  ["system:deadline", "request"],
]);

/** Statuses that are told apart from others of the same fault: what was ended, because of its time or by itself. */
const ENDED: ReadonlySet<string> = new Set([...PHASES.keys(), "system:crashed"]);

/** A few values, whatever a reward writes into its verdict: `"scored"`, or who was at fault. */
function statusOf({ score, verdict }: RewardResult): string {
  const status = verdictStatus(verdict);
  if (status !== null && ENDED.has(status)) return status;
  return score === null ? (status?.split(":")[0] ?? "null") : "scored";
}

interface RewardFigures {
  readonly items: Tally;
  readonly itemSeconds: Histogram;
  readonly values: Histogram;
}

function countResult({ items, values }: RewardFigures, result: RewardResult): void {
  tally(items, statusOf(result));
  if (result.score !== null) values.observe(result.score);
}

function readReward({ items, itemSeconds, values }: RewardFigures): RewardStats {
  const phases = Array.from(PHASES, ([status, phase]) => [phase, items.get(status) ?? 0]);
  return {
    items: Object.fromEntries(items),
    timeouts: Object.fromEntries(phases) as RewardStats["timeouts"],
    itemSeconds: itemSeconds.read(),
    values: values.read(),
  };
}

/** Counts what becomes of the items of each reward. */
export interface RewardCounters {
  readonly scored: (batch: Pick<ScoredBatch, "results" | "timings">) => void;
  readonly read: () => Stats["rewards"];
}

export function createRewardCounters(): RewardCounters {
  const known = new Map<string, RewardFigures>();
  const figuresOf = (key: string): RewardFigures => {
    const name = known.has(key) || known.size < MAX_KEYS ? key : OTHER_KEYS;
    const found = known.get(name);
    if (found) return found;
    const [itemSeconds, values] = [createHistogram(SECONDS), createHistogram(VALUES)];
    const fresh = { items: createTally(), itemSeconds, values };
    known.set(name, fresh);
    return fresh;
  };
  return {
    scored: ({ results, timings }) => {
      for (const [key, column] of results) {
        const figures = figuresOf(key);
        for (const result of column) if (result !== NOT_ASKED) countResult(figures, result);
        for (const ms of timings.get(key) ?? []) if (ms !== null) figures.itemSeconds.observe(ms / 1000);
      }
    },
    read: () => Object.fromEntries(Array.from(known, ([key, figures]) => [key, readReward(figures)])),
  };
}
