import type { Score } from "../../core/index.js";
import type { SampleResult } from "./score-samples.js";

/** A line that was not scored. */
export interface Problem {
  readonly source: string;
  readonly line: number;
  readonly problem: string;
}

/** The scores of a reward. */
interface RewardTally {
  sum: number;
  scored: number;
  nulls: number;
}

/** What was counted over some rows. */
export interface Tally {
  rows: number;
  completions: number;
  notScored: number;
  /** The first {@link MAX_LISTED}. */
  readonly problems: Problem[];
  readonly rewards: Map<string, RewardTally>;
}

/** How many lines that were not scored are listed. */
const MAX_LISTED = 20;

export function emptyTally(): Tally {
  return { rows: 0, completions: 0, notScored: 0, problems: [], rewards: new Map() };
}

function rewardTally({ rewards }: Tally, name: string): RewardTally {
  const known = rewards.get(name) ?? { sum: 0, scored: 0, nulls: 0 };
  rewards.set(name, known);
  return known;
}

export function countResult(tally: Tally, { scores, reward }: SampleResult): void {
  tally.rows++;
  tally.completions += Array.isArray(reward) ? reward.length : 1;
  for (const [name, score] of Object.entries(scores)) {
    const counted = rewardTally(tally, name);
    for (const each of Array.isArray(score) ? (score as readonly Score[]) : [score as Score]) {
      if (each === null) counted.nulls++;
      else counted.scored++;
      counted.sum += each ?? 0;
    }
  }
}

export function countProblem(tally: Tally, problem: Problem): void {
  tally.rows++;
  tally.notScored++;
  if (tally.problems.length < MAX_LISTED) tally.problems.push(problem);
}

/** Adds the tally of the rows that follow those of `total`. */
export function addTally(total: Tally, part: Tally): void {
  for (const key of ["rows", "completions", "notScored"] as const) total[key] += part[key];
  total.problems.push(...part.problems.slice(0, MAX_LISTED - total.problems.length));
  for (const [name, { sum, scored, nulls }] of part.rewards) {
    const counted = rewardTally(total, name);
    counted.sum += sum;
    counted.scored += scored;
    counted.nulls += nulls;
  }
}

function describeReward([name, { sum, scored, nulls }]: readonly [string, RewardTally]): string {
  const mean = scored === 0 ? "no score" : Number((sum / scored).toFixed(4));
  return `${name} ${mean}${nulls > 0 ? ` (${nulls.toLocaleString("en")} null)` : ""}`;
}

/** One line: rows, rows a second, the mean of each reward, nulls. */
export function describeTally({ rows, notScored, rewards }: Tally, ms: number): string {
  const rate = Math.round(rows / Math.max(0.001, ms / 1000)).toLocaleString("en");
  const bad = notScored > 0 ? `, ${notScored.toLocaleString("en")} not scored` : "";
  const means = [...rewards].map(describeReward).join(", ");
  return `${rows.toLocaleString("en")} rows${bad}, ${rate} rows/s${means && `; mean: ${means}`}`;
}

/** The lines that were not scored, the first of them with their number. */
export function describeProblems({ notScored, problems }: Tally): string[] {
  const listed = problems.map(({ source, line, problem }) => `${source}:${line}: not scored: ${problem}`);
  return notScored > problems.length ? [...listed, `and ${notScored - problems.length} more`] : listed;
}
