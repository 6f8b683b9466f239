import { type Estimate, normalEstimate, wilsonEstimate } from "../../advantage/evaluation/intervals.js";
import { allMissed } from "../../advantage/evaluation/pass-at-k.js";
import type { Agreement } from "./agreement.js";
import type { DataSet } from "./data-set.js";
import type { GroupCounts, Sum } from "./group-counts.js";
import type { MajorityOf } from "./majority.js";

/** An estimate over the groups that have enough completions; `null` if there are none. */
export interface AtK {
  readonly k: number;
  readonly estimate: Estimate | null;
  readonly groups: number;
}

/** The scores of a reward. */
interface RewardSummary {
  readonly reward: string;
  readonly scored: number;
  readonly nulls: number;
  /** The mean over groups of the mean of each; `null` without a score. */
  readonly mean: Estimate | null;
}

/** Lengths in characters. */
export interface LengthSummary {
  readonly completions: number;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
}

/** What is known of a data set. */
export interface DataSetSummary {
  readonly dataSet: string;
  readonly rows: number;
  readonly notScored: number;
  readonly completions: number;
  /** Completions without a reward. */
  readonly noReward: number;
  readonly groups: number;
  /** Of the groups with two rewards or more, how many have equal ones. */
  readonly compared: number;
  readonly degenerate: number;
  readonly passAtK: readonly AtK[];
  readonly majorityAtK: readonly AtK[];
  readonly rewards: readonly RewardSummary[];
  readonly lengths: Readonly<Record<"all" | "correct" | "incorrect", LengthSummary | null>>;
}

/** What is known of all rows. */
export interface Summary {
  /** The reward that says what is correct; `null` if none does. */
  readonly correctness: string | null;
  /** The score from which on a completion is correct, and passes where rewards are compared. */
  readonly threshold: number;
  readonly confidence: number;
  readonly dataSets: readonly DataSetSummary[];
  /** Over the completions of all data sets. */
  readonly agreement: readonly Agreement[];
}

/** How data sets are summed up. */
export interface SummaryOptions {
  /** `null` for those of the usual ones that some group has enough completions for. */
  readonly ks: readonly number[] | null;
  readonly confidence: number;
  readonly majorityOf: MajorityOf;
}

const USUAL_KS = [1, 4, 8, 16, 32, 64];

function atK(
  groups: readonly GroupCounts[],
  { ks, confidence }: SummaryOptions,
  valueOf: (group: GroupCounts, k: number) => number,
): AtK[] {
  const most = groups.reduce((max, { completions }) => Math.max(max, completions), 0);
  return (ks ?? USUAL_KS.filter((k) => k <= most)).map((k) => {
    const enough = groups.filter(({ completions }) => completions >= k);
    const values = enough.map((group) => valueOf(group, k));
    return {
      k,
      estimate: values.length === 0 ? null : wilsonEstimate(values, { confidence }),
      groups: values.length,
    };
  });
}

function rewardSummary(groups: readonly GroupCounts[], reward: string, confidence: number): RewardSummary {
  const sums = groups.flatMap(({ sums: bySums }) => bySums.get(reward) ?? []);
  const means = sums.filter(({ count }) => count > 0).map(({ sum, count }) => sum / count);
  return {
    reward,
    scored: sums.reduce((total, { count }) => total + count, 0),
    nulls: sums.reduce((total, { nulls }) => total + nulls, 0),
    mean: means.length === 0 ? null : normalEstimate(means, { confidence }),
  };
}

const lengthSummary = ({ count, sum, min, max }: Sum): LengthSummary | null =>
  count === 0 ? null : { completions: count, mean: sum / count, min, max };

/** Sums a data set up. A group of whose completions none is judged has no part in pass@k and maj@k. */
export function summarize(dataSet: DataSet, options: SummaryOptions): DataSetSummary {
  const groups = [...dataSet.groups.values()];
  const judged = groups.filter((group) => group.judged > 0);
  const voting = judged.some(({ classes }) => classes.length > 0) ? judged : [];
  const compared = groups.filter(({ reward }) => reward.count > 1);
  const completions = groups.reduce((total, group) => total + group.completions, 0);
  const names = [...new Set(groups.flatMap(({ sums }) => [...sums.keys()]))];
  const { all, correct, incorrect } = dataSet.lengths;
  return {
    dataSet: dataSet.name,
    rows: dataSet.rows,
    notScored: dataSet.notScored,
    completions,
    noReward: completions - groups.reduce((total, { reward }) => total + reward.count, 0),
    groups: groups.length,
    compared: compared.length,
    degenerate: compared.filter(({ reward }) => reward.min === reward.max).length,
    passAtK: atK(judged, options, (group, k) => 1 - allMissed(group.completions, group.correct, k)),
    majorityAtK: atK(voting, options, ({ classes, completions: n }, k) => options.majorityOf(classes, n, k)),
    rewards: names.map((name) => rewardSummary(groups, name, options.confidence)),
    lengths: {
      all: lengthSummary(all),
      correct: lengthSummary(correct),
      incorrect: lengthSummary(incorrect),
    },
  };
}
