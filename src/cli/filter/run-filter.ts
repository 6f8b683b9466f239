import { pipeline } from "node:stream/promises";
import { isClosedPipe } from "../file-arguments.js";
import { type Progress, startProgress } from "../progress.js";
import { type Input, toInput, totalSize } from "../rows/input.js";
import { openOutput } from "../rows/output/open-output.js";
import type { ScoredFieldFlags } from "../scored/choose-scored-fields.js";
import { groupRows } from "../scored/group-rows.js";
import type { ScoredSample } from "../scored/scored-row.js";
import { scoredRowsOf } from "../scored/scored-rows.js";
import { checkCriteria, type Criteria, type CriteriaFlags, toCriteria } from "./criteria.js";
import { filterRow } from "./filter-row.js";
import { judgeGroup, type Reason } from "./judge-group.js";
import { type LineFile, openLineFile } from "./line-file.js";
import { lookAhead, type RowGroup } from "./look-ahead.js";
import { parallelFields } from "./parallel-lists.js";
import { returningGroups } from "./returning-groups.js";
import { countGroup, countRow, emptyTally, type FilterTally } from "./tally.js";

/** From where to where, and what stays. */
export interface FilterRun {
  /** Paths; `null` is standard input. */
  readonly inputs: readonly (string | null)[];
  /** A path; `null` is standard output. */
  readonly output: string | null;
  /** Where the rest goes; `null` for nowhere. */
  readonly rejected: string | null;
  readonly criteria: CriteriaFlags;
  readonly fields: ScoredFieldFlags;
  /** The fields that have a value for each completion of a list; `null` to tell them by their lengths. */
  readonly parallel: readonly string[] | null;
}

/** What a run has at hand. */
interface FilterState {
  readonly run: FilterRun;
  /** Those of the first completion, which shows what rewards there are. */
  readonly criteriaOf: (first: ScoredSample) => Criteria;
  readonly tally: FilterTally;
  readonly rejected: LineFile | null;
  readonly progress: Progress;
}

function criteriaOnce(flags: CriteriaFlags): FilterState["criteriaOf"] {
  let criteria: Criteria | null = null;
  return (first) => (criteria ??= toCriteria(flags, first));
}

function judge(group: RowGroup, { criteriaOf }: FilterState): readonly (Reason | null)[] {
  const samples = group.flatMap((row) => row.samples);
  const [first] = samples;
  return first ? judgeGroup(samples, criteriaOf(first)) : [];
}

/** The lines of the rows of a group that stay; the others go where the rejected ones go. */
async function filterGroup(
  group: RowGroup,
  parallel: readonly string[],
  { tally, rejected }: FilterState,
  reasons: readonly (Reason | null)[],
): Promise<string> {
  countGroup(tally, reasons);
  let lines = "";
  let from = 0;
  for (const row of group) {
    const to = from + row.samples.length;
    const filtered = filterRow(row, reasons.slice(from, to), parallel);
    from = to;
    countRow(tally, row.error !== null, filtered.kept !== null);
    if (filtered.kept !== null) lines += `${filtered.kept}\n`;
    if (filtered.rejected !== null) await rejected?.write(filtered.rejected);
  }
  return lines;
}

function tellParallel(parallel: readonly string[], name: string): void {
  if (parallel.length > 0) console.error(`${name}: lists of completions are also in ${parallel.join(", ")}`);
}

/** What stays of an input, as lines. */
async function* filterInput(
  input: Input,
  state: FilterState,
  onRead: (bytes: number) => void,
): AsyncGenerator<string> {
  const { fields, parallel: given } = state.run;
  const { seen, all } = await lookAhead(groupRows(scoredRowsOf(input, fields, onRead)));
  const isReturning = returningGroups();
  const parallel = given ?? parallelFields(seen.flat());
  if (given === null) tellParallel(parallel, input.name);
  for await (const group of all) {
    const key = group.find(({ error }) => error === null)?.group ?? null;
    if (key !== null && isReturning(key)) state.tally.groupsReturned++;
    const lines = await filterGroup(group, parallel, state, judge(group, state));
    if (lines !== "") yield lines;
  }
}

async function* filterInputs(inputs: readonly Input[], state: FilterState): AsyncGenerator<string> {
  let bytesRead = 0;
  for (const input of inputs) {
    const onRead = (bytes: number): void => {
      bytesRead += bytes;
      state.progress.update(state.tally.rows, bytesRead);
    };
    yield* filterInput(input, state, onRead);
  }
}

/**
 * Writes the completions that meet the criteria, in order and with bounded memory.
 *
 * @returns `null` if whoever reads the output stopped reading, which ends the run
 * @throws {RewardError} for a file without scores, or criteria that it cannot answer
 * @throws what the file system says if an input cannot be read or an output not be written
 */
export async function runFilter(run: FilterRun): Promise<FilterTally | null> {
  checkCriteria(run.criteria);
  const inputs = run.inputs.map(toInput);
  const { output } = run;
  const state: FilterState = {
    run,
    criteriaOf: criteriaOnce(run.criteria),
    tally: emptyTally(),
    rejected: run.rejected === null ? null : await openLineFile(run.rejected),
    progress: await startProgress("rows", totalSize(inputs), output === null && process.stdout.isTTY),
  };
  const target = openOutput(output);
  try {
    await pipeline(filterInputs(inputs, state), target, { end: output !== null });
  } catch (error) {
    if (!isClosedPipe(error)) throw error;
    return null;
  } finally {
    state.progress.stop();
    await state.rejected?.close();
  }
  return state.tally;
}
