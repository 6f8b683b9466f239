import { describe, expect, it } from "vitest";
import {
  comparators,
  hasPassed,
  judgeOutput,
  type RunOutcome,
  skippedTests,
  type TestResult,
} from "../../../src/code/index.js";
import { ended, half, passed, wrong } from "./results.js";

describe("judgeOutput", () => {
  it.each<[RunOutcome, string, TestResult]>([
    ["ok", "1", passed],
    ["ok", "2", wrong],
    ["runtime_error", "1", ended("runtime_error")],
    ["timeout", "1", ended("timeout")],
    ["infra_error", "1", ended("infra_error")],
  ])("of a run that ended %s and wrote %j", (outcome, stdout, expected) => {
    expect(judgeOutput({ outcome, stdout }, "1", comparators.exact)).toEqual(expected);
  });
});

it.each<[TestResult, boolean]>([
  [passed, true],
  [half, false],
  [wrong, false],
  [{ outcome: "timeout", score: 1 }, false],
])("hasPassed(%j) is %j", (result, expected) => {
  expect(hasPassed(result)).toBe(expected);
});

it("skippedTests ran nothing", () => {
  expect(skippedTests(2)).toEqual([ended("skipped"), ended("skipped")]);
});
