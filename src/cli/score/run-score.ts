import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type LineBatch, lineBatches } from "../rows/line-batches.js";
import { parseRow } from "../rows/parse-row.js";
import { isClosedPipe } from "../file-arguments.js";
import { startProgress } from "../progress.js";
import { byteGate } from "./byte-gate.js";
import { chooseFields, type FieldFlags } from "./choose-fields.js";
import { groupBatches } from "./group-batches.js";
import { withStructures } from "../rows/cells.js";
import { toInput, totalSize } from "../rows/input.js";
import { isCsvName, jsonLines } from "../rows/json-lines.js";
import { behindDone, type NumberedBatch, numberedBatches } from "../rows/numbered-batches.js";
import { openOutput } from "../rows/output/open-output.js";
import { peekRow } from "../rows/peek-row.js";
import { completeLines } from "./resume.js";
import { groupKey, type ScoredLines } from "./score-lines.js";
import { createScorer } from "./scorer.js";
import type { ScoreSettings } from "./settings.js";
import { addTally, emptyTally, type Tally } from "./tally.js";
import { type RewardFlags, whatToScore } from "./what-to-score.js";

/** From where to where, what, and by how many threads. */
export interface ScoreRun {
  /** Paths; `null` is standard input. */
  readonly inputs: readonly (string | null)[];
  /** A path; `null` is standard output. */
  readonly output: string | null;
  /** Whether the output goes on behind its last complete line. */
  readonly resume: boolean;
  readonly workers: number;
  readonly keep: readonly string[] | null;
  readonly timings: boolean;
  readonly rewards: RewardFlags;
  readonly fields: FieldFlags;
}

/** What was counted, and in how many milliseconds. */
export interface Scored {
  readonly tally: Tally;
  readonly ms: number;
}

function keyOf(field: string): (line: string) => string | null {
  return (line) => {
    const row = parseRow(line.trim());
    return typeof row === "string" ? null : groupKey(row, field);
  };
}

interface Source {
  readonly name: string;
  readonly batches: AsyncGenerator<LineBatch, void, undefined>;
}

/** The lines of all inputs, those of a group together. */
async function* batchesOf(
  sources: readonly Source[],
  groupField: string | null,
): AsyncGenerator<NumberedBatch, void, undefined> {
  for (const { name, batches } of sources) {
    yield* numberedBatches(groupField === null ? batches : groupBatches(batches, keyOf(groupField)), name);
  }
}

/** How the rows are read, which the first of them shows; what was guessed is told on standard error. */
async function readSettings(
  sources: Source[],
  { rewards, fields: flags, keep, timings }: ScoreRun,
): Promise<{ readonly settings: ScoreSettings; readonly what: Awaited<ReturnType<typeof whatToScore>> }> {
  const what = await whatToScore(rewards);
  const [first] = sources;
  if (!first) throw new Error("there is no input");
  const { row, all } = await peekRow(first.batches);
  sources[0] = { ...first, batches: all };
  const hasNoRow = Object.keys(row).length === 0;
  // Without a row there is nothing to guess from, and nothing to score.
  const telling = hasNoRow
    ? { completion: "", prompt: "" }
    : isCsvName(first.name)
      ? withStructures(row)
      : row;
  const chosen = chooseFields(telling, what, flags);
  if (chosen.guesses !== null && !hasNoRow) console.error(chosen.guesses);
  const { specs, modules, advantages } = what;
  const { fields, groupField } = chosen;
  return { what, settings: { specs, modules, advantages, fields, groupField, keep, timings } };
}

/**
 * Scores every row of the inputs, in order and with bounded memory: a line of the output for each line.
 *
 * @returns `null` if whoever reads the output stopped reading, which ends the run
 * @throws {RewardError} for rewards or fields that cannot be meant
 * @throws what the file system says if an input cannot be read or the output not be written
 */
export async function runScore(run: ScoreRun): Promise<Scored | null> {
  const inputs = run.inputs.map(toInput);
  let bytesRead = 0;
  const sources = inputs.map((input) => ({
    name: input.name,
    batches: lineBatches(jsonLines(input, (bytes) => (bytesRead += bytes))),
  }));
  const { settings, what } = await readSettings(sources, run);
  const { output, resume, workers } = run;
  const done = resume && output !== null ? await completeLines(output) : 0;
  const target = openOutput(output, resume ? "a" : "w");
  const scorer = createScorer(settings, what.registry, workers);
  const gate = byteGate();
  const total = emptyTally();
  const start = performance.now();
  const progress = await startProgress("rows", totalSize(inputs), output === null && process.stdout.isTTY);

  async function* collected(scored: AsyncIterable<ScoredLines & { bytes: number }>): AsyncGenerator<string> {
    for await (const { output: lines, tally, bytes } of scored) {
      gate.leave(bytes);
      addTally(total, tally);
      progress.update(total.rows, bytesRead);
      yield lines;
    }
  }

  const batches = gate.enter(behindDone(batchesOf(sources, settings.groupField), done));
  const scored = Readable.from(batches).map(
    async (batch: NumberedBatch) => ({ ...(await scorer.score(batch)), bytes: batch.bytes.length }),
    { concurrency: scorer.concurrency },
  );
  try {
    await pipeline(scored, collected, target, { end: output !== null });
  } catch (error) {
    if (!isClosedPipe(error)) throw error;
    return null;
  } finally {
    progress.stop();
    await scorer.close();
  }
  return { tally: total, ms: performance.now() - start };
}
