import { describe, expect, it } from "vitest";
import { hasPassed, runTests, type TestResult } from "../../../src/code/index.js";
import { ended, passed, wrong } from "./results.js";

const skipped = ended("skipped");
const stopsAt = (result: TestResult): boolean => !hasPassed(result);
const given = [passed, wrong, passed, passed];
const run = (result: TestResult): Promise<TestResult> => Promise.resolve(result);

describe("runTests", () => {
  it.each<[string, object, readonly TestResult[]]>([
    ["all, one at a time", {}, given],
    ["one at a time until one fails", { stopsAt }, [passed, wrong, skipped, skipped]],
    [
      "to the end of the batch in which one fails",
      { stopsAt, batchSize: 3 },
      [passed, wrong, passed, skipped],
    ],
    ["all at once", { stopsAt, batchSize: -1 }, given],
    ["all in one batch that is too large", { stopsAt, batchSize: 9 }, given],
  ])("runs %s", async (_what, options, expected) => {
    expect(await runTests(given, run, options)).toEqual(expected);
  });

  it.each([-1, 1, 2])("runs no tests in batches of %i", async (batchSize) => {
    expect(await runTests([], run, { batchSize })).toEqual([]);
  });

  it.each([
    [1, 1],
    [3, 3],
    [-1, 4],
  ])("with batches of %i runs at most %i at a time", async (batchSize, most) => {
    let running = 0;
    let seen = 0;
    const slow = async (result: TestResult): Promise<TestResult> => {
      seen = Math.max(seen, ++running);
      await Promise.resolve();
      running--;
      return result;
    };
    await runTests(given, slow, { batchSize });
    expect(seen).toBe(most);
  });

  it("rejects as a runner does", async () => {
    await expect(runTests([1], () => Promise.reject(new Error("no sandbox")))).rejects.toThrow("no sandbox");
  });
});
