import {
  codeforcesScore,
  codeforcesSettles,
  type CodeforcesMode,
  comparators,
  extractCode,
  graderResult,
  ioiSettles,
  ioiStatus,
  ioiSubtask,
  judgeOutput,
  passesTests,
  passFraction,
  runTests,
  type RunOutcome,
  skippedTests,
  type TestResult,
} from "../../src/code/index.js";
import type { Adapter, Vector } from "./vector.js";

/** One run of a program that a vector assumes. */
interface AssumedRun {
  readonly stdout: string;
  readonly expected_output: string;
  readonly returncode: number;
  readonly timeout?: boolean;
}

function outcomeOfRun({ returncode, timeout = false }: AssumedRun): RunOutcome {
  if (timeout) return "timeout";
  return returncode === 0 ? "ok" : "runtime_error";
}

function judged({ inputs }: Vector): TestResult[] {
  return (inputs.test_results as readonly AssumedRun[]).map((run) =>
    judgeOutput(
      { outcome: outcomeOfRun(run), stdout: run.stdout },
      run.expected_output,
      comparators.stripped_lines,
    ),
  );
}

/** The results that vectors of Codeforces name. */
const CODEFORCES_RESULTS: Readonly<Record<string, TestResult>> = {
  ok: { outcome: "ok", score: 1 },
  partial: { outcome: "ok", score: 0.5 },
  zero: { outcome: "ok", score: 0 },
  re: { outcome: "runtime_error", score: 0 },
  ce: { outcome: "compile_error", score: 0 },
  error: { outcome: "infra_error", score: 0 },
};

function codeforcesResult(name: string): Promise<TestResult> {
  const result = CODEFORCES_RESULTS[name];
  return result ? Promise.resolve(result) : Promise.reject(new Error(`There is no result "${name}".`));
}

/** What running the tests of a vector gives, in its batches; nothing runs without a submission. */
async function results<T>(
  { params, inputs }: Vector,
  tests: readonly T[],
  run: (test: T) => Promise<TestResult>,
  isSettled: (results: readonly TestResult[]) => boolean,
): Promise<TestResult[]> {
  if (inputs.submission === "") return skippedTests(tests.length);
  const batchSize = params.test_batch_size as number;
  const ran = await runTests(tests, (batch) => Promise.all(batch.map(run)), { batchSize, isSettled });
  return [...ran, ...skippedTests(tests.length - ran.length)];
}

/** The originals that judge code, by what running it is assumed to give. */
export const codeAdapters: Readonly<Record<string, Adapter>> = {
  "open_r1.extract_code": {
    run: ({ params, inputs }) =>
      extractCode(inputs.completion as string, params.language as string | null, {
        fences: "exact",
        thinking: "none",
      }) ?? "",
  },
  "open_r1.code": { run: (vector) => [passFraction(judged(vector), { timeoutFails: "all" }).score] },
  "open_r1.binary_code": {
    run: (vector) => {
      const threshold = vector.params.threshold as number;
      return [passesTests(judged(vector), { threshold, timeoutFails: "all" }).score];
    },
  },
  "open_r1.cf_code": {
    run: async (vector) => {
      const { scoring_mode, no_compile_reward = -0.1, no_submission_reward = -1 } = vector.params;
      const { test_results, submission = "int main() {}" } = vector.inputs;
      const mode = scoring_mode as CodeforcesMode;
      const options = {
        mode,
        compileError: no_compile_reward as number,
        noSubmission: no_submission_reward as number,
      };
      const ran = await results(vector, test_results as readonly string[], codeforcesResult, (each) =>
        codeforcesSettles(each, mode),
      );
      return [codeforcesScore(submission as string, ran, options).score];
    },
  },
  "open_r1.ioi_subtask": {
    run: async (vector) => {
      const { points, score_precision } = vector.params as { points: number; score_precision: number };
      const ran = await results(
        vector,
        vector.inputs.test_scores as readonly number[],
        (score) => Promise.resolve(graderResult(score, "")),
        ioiSettles,
      );
      const subtask = ioiSubtask(ran, { points, precision: score_precision });
      const { score, weightedScore: weighted_score, status, statuses } = subtask;
      return { score, weighted_score, status, statuses };
    },
  },
  "open_r1.ioi_status": {
    run: ({ inputs }) => ioiStatus(graderResult(inputs.score as number, inputs.feedback as string)),
  },
};
