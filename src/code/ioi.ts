import { RewardError, type RewardResult, type Score } from "../core/index.js";
import { decided, undecided } from "./decision.js";
import { roundHalfEven } from "./round-half-even.js";
import type { RunOutcome, TestResult } from "./test-result.js";

/**
 * What became of a test, in the judges' letters: internal, compile and runtime error, wrong answer, memory and time limit
 * exceeded, partially accepted, accepted.
 */
export type IoiStatus = "IE" | "CE" | "RE" | "WA" | "MLE" | "TLE" | "PA" | "AC" | "SKIPPED";

/** From the worst to the best: a subtask has the first that one of its tests has. */
const WORST_FIRST: readonly IoiStatus[] = ["IE", "CE", "RE", "WA", "MLE", "TLE", "PA", "AC"];

const STATUS_OF_FAILURE: Readonly<Record<TestResult["outcome"], IoiStatus>> = {
  ok: "WA",
  runtime_error: "RE",
  output_limit: "RE",
  timeout: "TLE",
  memory_limit: "MLE",
  compile_error: "CE",
  infra_error: "IE",
  skipped: "SKIPPED",
};

/** What became of one test. */
export function ioiStatus({ outcome, score }: TestResult): IoiStatus {
  if (outcome !== "ok" || score === 0) return STATUS_OF_FAILURE[outcome];
  return score === 1 ? "AC" : "PA";
}

/** What graders of the IOI say of a test that earned nothing, the first that applies. */
const FEEDBACK: readonly (readonly [string, RunOutcome])[] = [
  ["Compilation error", "compile_error"],
  ["Memory limit exceeded", "memory_limit"],
  ["Time limit exceeded", "timeout"],
  ["Output isn't correct", "ok"],
];

/**
 * The result of a test that a grader of the IOI has judged, by its score and its feedback. A score that is not within 0
 * to 1 is the grader's own failure.
 */
export function graderResult(score: number, feedback: string): TestResult {
  if (!(score >= 0 && score <= 1)) return { outcome: "infra_error", score: 0 };
  if (score > 0) return { outcome: "ok", score };
  const [, outcome] = FEEDBACK.find(([text]) => feedback.includes(text)) ?? ["", "runtime_error"];
  return { outcome, score: 0 };
}

/** What is known of a subtask. */
export interface IoiSubtask {
  /** What the subtask is worth; 100 for a whole problem. */
  readonly points: number;
  /** Decimals of the problem's scores, 0 to 15. @default 2 */
  readonly precision?: number;
}

/** The score of a subtask: the share of it that was earned, 0 to 1, with its reasons. */
export interface IoiSubtaskResult extends RewardResult {
  /** The score in points. */
  readonly weightedScore: Score;
  /** The worst status of its tests; skipped ones count if there are no others. */
  readonly status: IoiStatus;
  /** One per test. */
  readonly statuses: readonly IoiStatus[];
}

/** Whether the results so far settle the score: no test can better a subtask that has failed one. */
export function ioiSettles(results: readonly TestResult[]): boolean {
  return results.some(({ score }) => score === 0);
}

const MAX_PRECISION = 15;

/**
 * The score of a subtask: its worst test's, rounded half to even at the problem's precision, as the `ioi_code` reward of
 * open-r1. A subtask whose tests were skipped, as for want of code, has 0; without tests, and where the sandbox failed, the
 * scores are `null`.
 *
 * @param results one per test; skipped where an earlier test has failed
 * @throws {RewardError} `bad_options` if the precision is not a whole number of 0 to 15
 */
export function ioiSubtask(
  results: readonly TestResult[],
  { points, precision = 2 }: IoiSubtask,
): IoiSubtaskResult {
  if (!Number.isInteger(precision) || precision < 0 || precision > MAX_PRECISION) {
    throw new RewardError(
      "bad_options",
      `The precision is a whole number of 0 to ${MAX_PRECISION}, not ${precision}.`,
    );
  }
  const statuses = results.map(ioiStatus);
  const status = WORST_FIRST.find((each) => statuses.includes(each)) ?? "SKIPPED";
  const unknown = undecided(results);
  if (unknown) return { ...unknown, weightedScore: null, status, statuses };
  const worst = results.reduce((least, { score }) => Math.min(least, score), 1);
  const weightedScore = roundHalfEven(worst * points, precision);
  return { ...decided(roundHalfEven(worst, precision), results), weightedScore, status, statuses };
}
