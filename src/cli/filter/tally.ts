import type { Reason } from "./judge-group.js";

/** What was counted of the rows of all inputs. */
export interface FilterTally {
  rows: number;
  rowsKept: number;
  groups: number;
  /** Groups of which something was kept. */
  groupsKept: number;
  /** Groups that came again behind others, and were judged apart. */
  groupsReturned: number;
  completions: number;
  kept: number;
  /** By reason, how many completions were dropped; a row that was not scored counts as one. */
  readonly dropped: Map<Reason, number>;
}

export const emptyTally = (): FilterTally => ({
  rows: 0,
  rowsKept: 0,
  groups: 0,
  groupsKept: 0,
  groupsReturned: 0,
  completions: 0,
  kept: 0,
  dropped: new Map(),
});

function countDropped({ dropped }: FilterTally, reason: Reason): void {
  dropped.set(reason, (dropped.get(reason) ?? 0) + 1);
}

/** Counts what became of the completions of a group. */
export function countGroup(tally: FilterTally, reasons: readonly (Reason | null)[]): void {
  tally.groups++;
  if (reasons.includes(null)) tally.groupsKept++;
  for (const reason of reasons) {
    tally.completions++;
    if (reason === null) tally.kept++;
    else countDropped(tally, reason);
  }
}

/** Counts a row, and as a completion one that was not scored. */
export function countRow(tally: FilterTally, isFailed: boolean, isKept: boolean): void {
  tally.rows++;
  if (isKept) tally.rowsKept++;
  if (!isFailed) return;
  tally.completions++;
  countDropped(tally, "not_scored");
}

const MEANINGS: Readonly<Record<Reason, string>> = {
  not_scored: "the row was not scored, or cannot be read",
  no_reward: "there is no score",
  too_low: "the group's pass rate or mean is below the range",
  too_high: "the group's pass rate or mean is above the range",
  equal_rewards: "all rewards of the group are equal",
  incorrect: "it is not correct",
  low_reward: "its reward is below --min-reward",
  duplicate: "the group has the same completion before",
  not_best: "the group has better ones, or as good and shorter",
};

const number = (value: number): string => value.toLocaleString("en");

const percent = (count: number, total: number): string =>
  `${total === 0 ? "0.0" : ((100 * count) / total).toFixed(1)} %`;

/** The counts as a table, the reasons in the order in which they are looked for. */
export function describeFilter({ dropped, ...tally }: FilterTally): string {
  const reasons = (Object.keys(MEANINGS) as Reason[]).flatMap((reason): [string, number, string][] => {
    const count = dropped.get(reason) ?? 0;
    return count === 0 ? [] : [[reason, count, MEANINGS[reason]]];
  });
  const rows: [string, number, string][] = [["kept", tally.kept, ""], ...reasons];
  const lines = rows.map(([name, count, meaning]) =>
    `${name.padEnd(15)}${number(count).padStart(13)}${percent(count, tally.completions).padStart(9)}  ${meaning}`.trimEnd(),
  );
  const head = `${"completions".padEnd(15)}${number(tally.completions).padStart(13)}`;
  const sum = `${number(tally.rowsKept)} of ${number(tally.rows)} rows and ${number(tally.groupsKept)} of ${number(tally.groups)} groups kept`;
  const hint = `groups that came again behind others, and were judged apart: ${number(tally.groupsReturned)}; sort the rows by group`;
  return [head, ...lines, sum, ...(tally.groupsReturned > 0 ? [hint] : [])].join("\n");
}

/** The counts as JSON. */
export const filterJson = (tally: FilterTally): string =>
  JSON.stringify({ ...tally, dropped: Object.fromEntries(tally.dropped) });
