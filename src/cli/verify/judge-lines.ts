import { undetermined, type Verdict, verdictStatus } from "../../core/index.js";
import type { Verification, Verifier } from "../../math/index.js";
import { type LineBatch, linesOf, LONG_LINE } from "../rows/line-batches.js";
import { type BadLine, type Pair, type PairFields, parsePair } from "./pair.js";
import { countBadLine, countPair, emptyTally, type Tally } from "./tally.js";

/** What became of a batch. */
export interface JudgedBatch {
  /** One JSON object per line. */
  readonly output: string;
  /** Its line numbers count from the start of the batch. */
  readonly tally: Tally;
}

type JudgePair = (pair: Pair) => Verification;

function badResult({ id, problem }: BadLine): object {
  return { id, correct: null, by: null, reason: `bad_line: ${problem}`, extracted: null, us: 0 };
}

/** An answer at fault is a wrong one; `null` if the reference or the verifier is at fault. */
function isCorrect(verdict: Verdict): boolean | null {
  if (verdict.status !== "undetermined") return verdict.status === "correct";
  return verdict.fault === "candidate" ? false : null;
}

function pairResult(pair: Pair, judge: JudgePair, tally: Tally): object {
  const start = performance.now();
  const { verdict, extracted } = judge(pair);
  const us = Math.round((performance.now() - start) * 10_000) / 10;
  const correct = isCorrect(verdict);
  const text = extracted?.text ?? null;
  countPair(tally, pair, correct, text);
  const by = verdict.status === "undetermined" ? null : verdict.by;
  return { id: pair.id, correct, by, reason: verdictStatus(verdict), extracted: text, us };
}

function overLines(batch: LineBatch, fields: PairFields, judge: JudgePair): JudgedBatch {
  const tally = emptyTally();
  let output = "";
  for (const line of linesOf(batch)) {
    tally.lines++;
    const parsed = line === null ? { id: undefined, problem: LONG_LINE } : parsePair(line, fields);
    if ("problem" in parsed) countBadLine(tally, parsed.problem);
    const result = "problem" in parsed ? badResult(parsed) : pairResult(parsed, judge, tally);
    output += `${JSON.stringify(result)}\n`;
  }
  return { output, tally };
}

/**
 * Judges each line of a batch. Never throws on what a line holds.
 *
 * @param bare whether the answers are bare, and not completions
 */
export function judgeLines(
  batch: LineBatch,
  fields: PairFields,
  verifier: Verifier,
  bare: boolean,
): JudgedBatch {
  return overLines(batch, fields, ({ reference, answer }) =>
    bare ? verifier.verifyAnswer({ reference, answer }) : verifier.verify({ reference, completion: answer }),
  );
}

/** What becomes of a batch whose judge was lost: no pair of it has a verdict, and `reason` says why. */
export function giveUpLines(batch: LineBatch, fields: PairFields, reason: string): JudgedBatch {
  const lost = { verdict: undetermined("system", reason), extracted: null };
  const judged = overLines(batch, fields, () => lost);
  judged.tally.lost = judged.tally.undecided;
  return judged;
}
