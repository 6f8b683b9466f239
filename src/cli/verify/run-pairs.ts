import { createReadStream, statSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createJudge, type JudgeSettings } from "./judge.js";
import type { JudgedBatch } from "./judge-lines.js";
import { lineBatches } from "../rows/line-batches.js";
import { openOutput } from "../rows/output/open-output.js";
import { isClosedPipe } from "../file-arguments.js";
import { startProgress } from "../progress.js";
import { addTally, emptyTally, type Tally } from "./tally.js";

/** From where to where, and by how many threads. */
export interface PairsRun {
  /** A path; `null` is standard input. */
  readonly input: string | null;
  /** A path; `null` is standard output. */
  readonly output: string | null;
  readonly workers: number;
}

/** Batches that wait for a thread or for their turn in the output, for each thread. */
const WAITING_PER_WORKER = 2;

/**
 * Judges every line of the input, in order and with bounded memory.
 *
 * @returns `null` if whoever reads the output stopped reading, which ends the run
 * @throws what the file system says if the input cannot be read or the output not be written
 */
export async function runPairs(
  { input, output, workers }: PairsRun,
  settings: JudgeSettings,
): Promise<Tally | null> {
  const size = input === null ? null : statSync(input).size;
  const target = openOutput(output);
  const judge = createJudge(settings, workers);
  const total = emptyTally();
  const progress = await startProgress("pairs", size, output === null && process.stdout.isTTY);
  let bytesRead = 0;

  async function* counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      bytesRead += chunk.length;
      yield chunk;
    }
  }

  async function* collected(judged: AsyncIterable<JudgedBatch>): AsyncGenerator<string> {
    for await (const { output: lines, tally } of judged) {
      addTally(total, tally);
      progress.update(total.lines, bytesRead);
      yield lines;
    }
  }

  const source = input === null ? process.stdin : createReadStream(input);
  const judged = Readable.from(lineBatches(counted(source))).map(judge.judge, {
    concurrency: workers * WAITING_PER_WORKER,
  });
  try {
    await pipeline(judged, collected, target, { end: output !== null });
  } catch (error) {
    if (!isClosedPipe(error)) throw error;
    return null;
  } finally {
    progress.stop();
    await judge.close();
  }
  return total;
}
