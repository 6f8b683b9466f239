import type { TestResult } from "./test-result.js";

/** Options of {@link runTests}. */
export interface RunTestsOptions {
  /** How many tests run before it is looked whether further ones are needed; below 1, all of them. @default 0 */
  readonly batchSize?: number;
  /** Whether the results so far settle the score; tests behind them are skipped. By default none do. */
  readonly isSettled?: (results: readonly TestResult[]) => boolean;
}

/**
 * Runs tests in batches, in order, until their results settle the score. Rejects as `run` does: a runner tells the
 * sandbox's failures by the outcome `infra_error`.
 *
 * @param run runs a batch, which begins at an index of the tests
 * @returns one result for each test of the batches that ran, in order
 */
export async function runTests<T, R extends TestResult>(
  tests: readonly T[],
  run: (batch: readonly T[], start: number) => Promise<readonly R[]>,
  { batchSize = 0, isSettled = () => false }: RunTestsOptions = {},
): Promise<R[]> {
  const size = batchSize >= 1 ? batchSize : tests.length;
  const results: R[] = [];
  while (results.length < tests.length && !isSettled(results)) {
    const start = results.length;
    results.push(...(await run(tests.slice(start, start + size), start)));
  }
  return results;
}
