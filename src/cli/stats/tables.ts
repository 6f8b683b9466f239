import type { Estimate } from "../../advantage/index.js";
import type { AtK, DataSetSummary, LengthSummary, Summary } from "./summary.js";

/** A titled table; the first column holds names, the others figures. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const NONE = "-";

const whole = (value: number): string => Math.round(value).toLocaleString("en");
const percent = (value: number): string => (100 * value).toFixed(1);
const share = (part: number, total: number): string => (total === 0 ? NONE : `${percent(part / total)} %`);
const three = (value: number | null): string => value?.toFixed(3).replace(/^-(?=0\.000$)/, "") ?? NONE;

/** Figures of large or tiny scores keep four digits. */
const figure = (value: number): string => {
  const size = Math.abs(value);
  return size >= 1e-3 && size < 1e5
    ? value.toFixed(size < 100 ? 3 : 1)
    : value === 0
      ? "0"
      : value.toExponential(3);
};

function estimated(estimate: Estimate | null, write: (value: number) => string): string {
  if (estimate === null) return NONE;
  const { value, interval } = estimate;
  return interval === null ? write(value) : `${write(value)} [${interval.map(write).join(", ")}]`;
}

function overview(dataSets: readonly DataSetSummary[]): Table {
  return {
    title: "Data sets",
    head: ["data set", "rows", "not scored", "completions", "no reward", "groups", "degenerate"],
    rows: dataSets.map((each) => [
      each.dataSet,
      whole(each.rows),
      share(each.notScored, each.rows),
      whole(each.completions),
      share(each.noReward, each.completions),
      whole(each.groups),
      share(each.degenerate, each.compared),
    ]),
  };
}

const intervalOf = (estimate: Estimate | null | undefined): string =>
  estimate?.interval?.map(percent).join(" to ") ?? NONE;

/** A row for each data set and k. */
function atKTable(dataSets: readonly DataSetSummary[], title: string): Table {
  const percentOf = (at: AtK | undefined): string => (at?.estimate ? percent(at.estimate.value) : NONE);
  return {
    title,
    head: ["data set", "k", "groups", "pass@k", "interval", "maj@k", "interval"],
    rows: dataSets.flatMap(({ dataSet, passAtK, majorityAtK }) =>
      passAtK.map((pass, at) => [
        dataSet,
        whole(pass.k),
        whole(pass.groups),
        percentOf(pass),
        intervalOf(pass.estimate),
        percentOf(majorityAtK[at]),
        intervalOf(majorityAtK[at]?.estimate),
      ]),
    ),
  };
}

function rewardTable(dataSets: readonly DataSetSummary[], confidence: string): Table {
  return {
    title: `Rewards: mean over groups (${confidence})`,
    head: ["data set", "reward", "mean", "scored", "null"],
    rows: dataSets.flatMap((each) =>
      each.rewards.map(({ reward, mean, scored, nulls }) => [
        each.dataSet,
        reward,
        estimated(mean, figure),
        whole(scored),
        share(nulls, scored + nulls),
      ]),
    ),
  };
}

function lengthTable(dataSets: readonly DataSetSummary[]): Table {
  const cells = (length: LengthSummary | null): string[] =>
    length === null
      ? [NONE, NONE, NONE, NONE]
      : [whole(length.completions), whole(length.mean), whole(length.min), whole(length.max)];
  return {
    title: "Lengths in characters",
    head: ["data set", "of", "completions", "mean", "shortest", "longest"],
    rows: dataSets.flatMap(({ dataSet, lengths }) =>
      (["all", "correct", "incorrect"] as const)
        .filter((kind) => lengths[kind] !== null)
        .map((kind) => [dataSet, kind, ...cells(lengths[kind])]),
    ),
  };
}

function agreementTable({ agreement, threshold }: Summary): Table {
  return {
    title: `Agreement: of which both rewards are ${threshold} or more, or neither`,
    head: ["rewards", "completions", "agree", "kappa", "correlation"],
    rows: agreement.map(({ rewards, completions, agree, kappa, correlation }) => [
      rewards.join(", "),
      whole(completions),
      `${percent(agree)} %`,
      three(kappa),
      three(correlation),
    ]),
  };
}

/** The tables of a summary, those left out that have no row. */
export function tablesOf(summary: Summary): Table[] {
  const { dataSets, correctness, threshold, confidence } = summary;
  const intervals = `${Number((100 * confidence).toFixed(4))} % intervals`;
  const correct = `correct is ${correctness} of ${threshold} or more`;
  const tables = [
    overview(dataSets),
    ...(correctness === null ? [] : [atKTable(dataSets, `In percent; ${correct} (${intervals})`)]),
    rewardTable(dataSets, intervals),
    lengthTable(dataSets),
    agreementTable(summary),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}
