import type { TestResult } from "./test-result.js";

/** Options of {@link runTests}. */
export interface RunTestsOptions {
  /** How many tests run at a time; below 1, all of them. @default 1 */
  readonly batchSize?: number;
  /** Whether no further batch is run once a test has this result. By default all tests are run. */
  readonly stopsAt?: (result: TestResult) => boolean;
}

/**
 * Runs tests in batches, in order, until one has a result that settles the score; the tests behind that batch are
 * skipped. Rejects as `run` does: a runner tells the sandbox's failures by the outcome `infra_error`.
 *
 * @returns one result per test, in order
 */
export async function runTests<T>(
  tests: readonly T[],
  run: (test: T) => Promise<TestResult>,
  { batchSize = 1, stopsAt = () => false }: RunTestsOptions = {},
): Promise<TestResult[]> {
  const size = batchSize >= 1 ? batchSize : tests.length;
  const results: TestResult[] = [];
  while (results.length < tests.length) {
    const batch = tests.slice(results.length, results.length + size);
    const ran = await Promise.all(batch.map(run));
    results.push(...ran);
    if (ran.some(stopsAt)) break;
  }
  return tests.map((_, index) => results[index] ?? { outcome: "skipped", score: 0 });
}
