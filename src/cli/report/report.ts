import type { ExtraValue, Score, Verdict } from "../../core/index.js";
import type { Hack } from "../../testing/hacks/index.js";
import type { UniversalText } from "./hacks/universal-texts.js";
import type { Disagreement, Pair } from "./statistics/disagreement.js";
import type { RewardSummary } from "./statistics/reward-summary.js";
import type { GroupSpread } from "./statistics/spread.js";

/** Why a completion is shown. */
export type Reason = "unscored" | "disagreement" | "hack" | "slow" | "random";

/** A completion that may be shown. */
export interface KeptSample {
  /** Its number among all completions of the input, from 1. */
  readonly number: number;
  readonly source: string;
  readonly line: number;
  readonly prompt: string;
  /** `null` where the row has none. */
  readonly completion: string | null;
  /** In code points, of all of it. */
  readonly length: number;
  /** How many UTF-16 units in the middle of the completion are not kept. */
  readonly omitted: number;
  readonly reference: string | null;
  readonly reward: Score;
  readonly scores: Readonly<Record<string, Score>>;
  readonly verdicts: Readonly<Record<string, Verdict | null>>;
  readonly extra: Readonly<Record<string, ExtraValue>>;
  readonly advantage: number | null;
  /** The rewards that approve of it. */
  readonly approving: readonly string[];
  /** Milliseconds by reward. */
  readonly times: Readonly<Record<string, number>>;
  readonly hack: Hack | null;
  readonly pairs: readonly Pair[];
  readonly reasons: Set<Reason>;
}

/** A hack that occurs in the input. */
export interface HackCount {
  readonly hack: Hack;
  found: number;
  /** How often each reward approved of it, with a score above zero. */
  readonly paid: Map<string, number>;
  /** How often any of them did. */
  paidByAny: number;
}

/** An item that took long. */
export interface SlowItem {
  readonly reward: string;
  readonly milliseconds: number;
  readonly sample: KeptSample;
}

/** A line without scores. */
export interface UnscoredLine {
  readonly source: string;
  readonly line: number;
  readonly problem: string;
}

/** All that the page says. */
export interface Report {
  readonly title: string;
  readonly inputs: readonly string[];
  readonly rows: number;
  readonly completions: number;
  /** Of rewards that are not built in, a score above it approves. */
  readonly threshold: number;
  readonly rewards: readonly RewardSummary[];
  /** Names of rewards that the page has no place for. */
  readonly rewardsLeftOut: number;
  /** The combined reward. */
  readonly total: RewardSummary;
  readonly spread: GroupSpread;
  readonly disagreement: Disagreement;
  readonly disagreeing: number;
  readonly hacks: readonly HackCount[];
  readonly universal: readonly UniversalText[];
  readonly slowest: readonly SlowItem[];
  readonly unscoredLines: { readonly count: number; readonly first: readonly UnscoredLine[] };
  /** Those that are shown, in the order of the input. */
  readonly samples: readonly KeptSample[];
  /** By reason, how many completions there are and how many of them are shown. */
  readonly chosen: Readonly<Record<Reason, { readonly found: number; readonly shown: number }>>;
}
