import { RewardError } from "../../core/index.js";
import { startProgress } from "../progress.js";
import { fieldOf } from "../rows/field-of.js";
import { type Input, toInput, totalSize } from "../rows/input.js";
import { checkRewardName, guessCorrectness } from "../scored/choose-reward.js";
import type { ScoredFieldFlags } from "../scored/choose-scored-fields.js";
import type { ScoredRow, ScoredSample } from "../scored/scored-row.js";
import { scoredRowsOf } from "../scored/scored-rows.js";
import { countAgreement } from "./agreement.js";
import { type AreEqual, mathematicalEquality } from "./answer-classes.js";
import { addRow, type DataSet, newDataSet } from "./data-set.js";
import type { Measures } from "./group-counts.js";
import { rememberedMajority } from "./majority.js";
import { type Summary, summarize } from "./summary.js";

/** From where, and what is counted how. */
export interface StatsRun {
  /** Paths; `null` is standard input. */
  readonly inputs: readonly (string | null)[];
  readonly fields: ScoredFieldFlags;
  /** The field whose values part data sets; `null` for the files. */
  readonly by: string | null;
  /** The reward that says what is correct; `null` to guess it. */
  readonly reward: string | null;
  readonly threshold: number;
  readonly ks: readonly number[] | null;
  readonly confidence: number;
  readonly equality: "math" | "exact";
}

/** What was counted, and what it says. */
export interface Stats {
  readonly summary: Summary;
  readonly dataSets: readonly DataSet[];
}

/** More data sets than this are none: the field tells rows apart. */
const MAX_DATA_SETS = 1000;

const WITHOUT_NAME = "(none)";

const exactEquality: AreEqual = () => false;

function nameOf(row: ScoredRow, by: string): string {
  const value = row.row === null ? undefined : fieldOf(row.row, by);
  if (value === undefined) return WITHOUT_NAME;
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The names of the inputs, or their paths where two have the same. */
function labelsOf(inputs: readonly Input[]): string[] {
  const names = inputs.map(({ name }) => name);
  return inputs.map(({ name, path }) =>
    names.indexOf(name) === names.lastIndexOf(name) ? name : (path ?? name),
  );
}

function dataSetOf(dataSets: Map<string, DataSet>, name: string): DataSet {
  const known = dataSets.get(name);
  if (known) return known;
  if (dataSets.size === MAX_DATA_SETS) {
    throw new RewardError(
      "bad_options",
      `--by has more than ${MAX_DATA_SETS} values: name a field that parts data sets.`,
    );
  }
  const dataSet = newDataSet(name);
  dataSets.set(name, dataSet);
  return dataSet;
}

function measuresOf({ reward, threshold, equality }: StatsRun, first: ScoredSample): Measures {
  if (reward !== null) checkRewardName(reward, first);
  return {
    correctness: reward ?? guessCorrectness(first),
    threshold,
    areEqual: equality === "exact" ? exactEquality : mathematicalEquality(),
  };
}

/**
 * Counts what `score` wrote, with memory that grows with the number of groups alone.
 *
 * @throws {RewardError} for a file without scores, or a reward or data sets that it does not have
 * @throws what the file system says if a file cannot be read
 */
export async function runStats(run: StatsRun): Promise<Stats> {
  const { inputs, fields, by, threshold, ks, confidence } = run;
  const sources = inputs.map(toInput);
  const progress = await startProgress("rows", totalSize(sources), false);
  const dataSets = new Map<string, DataSet>();
  const agreement = countAgreement(threshold);
  const known: { measures?: Measures } = {};
  let [rows, bytesRead] = [0, 0];

  function count(row: ScoredRow, label: string): void {
    const [first] = row.samples;
    if (first) known.measures ??= measuresOf(run, first);
    const name = by === null ? label : nameOf(row, by);
    addRow(dataSetOf(dataSets, name), { ...row, source: label }, known.measures);
    for (const { scores } of row.samples) agreement.add(scores);
  }

  try {
    for (const [at, label] of labelsOf(sources).entries()) {
      const source = sources[at] as Input;
      for await (const row of scoredRowsOf(source, fields, (bytes) => (bytesRead += bytes))) {
        count(row, label);
        progress.update(++rows, bytesRead);
      }
    }
  } finally {
    progress.stop();
  }
  const sets = [...dataSets.values()];
  const options = { ks, confidence, majorityOf: rememberedMajority() };
  const summary: Summary = {
    correctness: known.measures?.correctness ?? null,
    threshold,
    confidence,
    dataSets: sets.map((each) => summarize(each, options)),
    agreement: agreement.results(),
  };
  return { summary, dataSets: sets };
}
