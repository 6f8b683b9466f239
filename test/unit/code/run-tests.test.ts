import { describe, expect, it } from "vitest";
import { hasPassed, runTests, type TestResult } from "../../../src/code/index.js";
import { passed, wrong } from "./results.js";

const isSettled = (results: readonly TestResult[]): boolean => !results.every(hasPassed);
const given = [passed, wrong, passed, passed];
const run = (batch: readonly TestResult[]): Promise<readonly TestResult[]> => Promise.resolve(batch);

describe("runTests", () => {
  it.each<[string, object, readonly TestResult[]]>([
    ["all in one batch", {}, given],
    ["all, though the first settle it", { isSettled }, given],
    ["all, if none settles it", { batchSize: 1 }, given],
    ["one at a time until one fails", { isSettled, batchSize: 1 }, [passed, wrong]],
    ["to the end of the batch in which one fails", { isSettled, batchSize: 3 }, [passed, wrong, passed]],
    ["all at once", { isSettled, batchSize: -1 }, given],
    ["all in one batch that is too large", { isSettled, batchSize: 9 }, given],
    ["none that are settled before", { isSettled: () => true }, []],
  ])("runs %s", async (_what, options, expected) => {
    expect(await runTests(given, run, options)).toEqual(expected);
  });

  it.each([-1, 1, 2])("runs no tests in batches of %i", async (batchSize) => {
    expect(await runTests([], run, { batchSize })).toEqual([]);
  });

  it.each([
    [1, [0, 1, 2, 3]],
    [3, [0, 3]],
    [0, [0]],
  ])("says where each batch of %i begins", async (batchSize, starts) => {
    const seen: number[] = [];
    const note = (batch: readonly TestResult[], start: number): Promise<readonly TestResult[]> => {
      seen.push(start);
      return run(batch);
    };
    await runTests(given, note, { batchSize });
    expect(seen).toEqual(starts);
  });

  it("rejects as a runner does", async () => {
    await expect(runTests([1], () => Promise.reject(new Error("no sandbox")))).rejects.toThrow("no sandbox");
  });
});
