import type { ScoringContext } from "../../server/methods/score.js";
import { readCells } from "../rows/cells.js";
import { isCsvName } from "../rows/json-lines.js";
import { linesOf, LONG_LINE } from "../rows/line-batches.js";
import { parseRow, type Row } from "../rows/parse-row.js";
import { fieldOf } from "../rows/field-of.js";
import type { NumberedBatch } from "../rows/numbered-batches.js";
import { readSample, type Sample } from "./read-sample.js";
import { type SampleGroup, type SampleResult, scoreSamples } from "./score-samples.js";
import type { ScoreSettings } from "./settings.js";
import { countProblem, countResult, emptyTally, type Tally } from "./tally.js";

/** What became of a batch. */
export interface ScoredLines {
  /** A JSON object for each line, those left out that `skip` says. */
  readonly output: string;
  readonly tally: Tally;
}

/** A line, as far as it could be read. */
interface Item {
  readonly line: string;
  readonly row: Row | null;
  readonly sample: Sample | string;
}

const RESULTS = ["scores", "reward", "verdicts", "extra", "advantage", "timings", "error"];

/** What tells the rows of a group: any value of JSON. */
export const groupKey = (row: Row, field: string): string => JSON.stringify([fieldOf(row, field)]);

function readItem(line: string, settings: ScoreSettings, isCsv: boolean): Item {
  const given = parseRow(line);
  if (typeof given === "string") return { line, row: null, sample: given };
  const row = isCsv ? readCells(given, settings.fields) : given;
  return { line: isCsv ? JSON.stringify(row) : line, row, sample: readSample(row, settings.fields) };
}

function readItems(batch: NumberedBatch, settings: ScoreSettings): Item[] {
  const isCsv = isCsvName(batch.source);
  return linesOf(batch).map((line) =>
    line === null ? { line: "", row: null, sample: LONG_LINE } : readItem(line.trim(), settings, isCsv),
  );
}

/** Consecutive rows of a group; lines that cannot be read part none. */
function groupsOf(items: readonly Item[], groupField: string | null): SampleGroup[] {
  const groups: Sample[][] = [];
  let last: string | null = null;
  for (const { row, sample } of items) {
    if (row === null || typeof sample === "string") continue;
    const key = groupField === null ? null : groupKey(row, groupField);
    if (key === null || key !== last) groups.push([]);
    groups.at(-1)?.push(sample);
    last = key;
  }
  return groups;
}

/** The line of the output: of a row whose fields all stay, the text as it came, which keeps every digit. */
function writeLine({ line, row }: Item, results: object, keep: readonly string[] | null): string {
  const added = JSON.stringify(results);
  if (row === null) return `${added}\n`;
  const isWhole = keep === null && RESULTS.every((name) => !Object.hasOwn(row, name));
  if (isWhole && Object.keys(row).length > 0) return `${line.slice(0, -1)},${added.slice(1)}\n`;
  const kept = keep?.filter((field) => fieldOf(row, field) !== undefined) ?? Object.keys(row);
  const fields = Object.fromEntries(kept.map((field) => [field, fieldOf(row, field)]));
  return `${JSON.stringify({ ...fields, ...results })}\n`;
}

type Outcome = SampleResult | string;

function writeLines(
  items: readonly Item[],
  outcomes: readonly Outcome[],
  batch: NumberedBatch,
  keep: readonly string[] | null,
): ScoredLines {
  const tally = emptyTally();
  const results = outcomes.values();
  let output = "";
  for (const [at, item] of items.entries()) {
    const outcome = typeof item.sample === "string" ? item.sample : (results.next().value ?? "it was lost");
    if (at < batch.skip) continue;
    const line = batch.firstLine + at;
    if (typeof outcome === "string") countProblem(tally, { source: batch.source, line, problem: outcome });
    else countResult(tally, outcome);
    const written = typeof outcome === "string" ? { error: `line ${line}: ${outcome}` } : outcome;
    output += writeLine(item, written, keep);
  }
  return { output, tally };
}

/** Scores each line of a batch. Never throws on what a line holds: a line that cannot be scored says why. */
export async function scoreLines(
  batch: NumberedBatch,
  settings: ScoreSettings,
  context: ScoringContext,
): Promise<ScoredLines> {
  const items = readItems(batch, settings);
  const outcomes = await scoreSamples(groupsOf(items, settings.groupField), settings, context);
  return writeLines(items, outcomes, batch, settings.keep);
}

/** What becomes of a batch whose thread was lost: no line of it is scored, and `reason` says why. */
export function giveUpLines(batch: NumberedBatch, settings: ScoreSettings, reason: string): ScoredLines {
  const items = readItems(batch, settings);
  return writeLines(
    items,
    items.filter(({ sample }) => typeof sample !== "string").map(() => reason),
    batch,
    settings.keep,
  );
}
