import { describe, expect, it } from "vitest";
import {
  graderResult,
  ioiStatus,
  type IoiStatus,
  ioiSubtask,
  type TestResult,
} from "../../../src/code/index.js";
import { ended, half, passed, wrong } from "./results.js";

const scored = (score: number): TestResult => ({ outcome: "ok", score });

describe("ioiSubtask", () => {
  it.each<[string, readonly TestResult[], number, number, IoiStatus]>([
    ["the minimum", [passed, half, scored(0.25)], 0.25, 10, "PA"],
    ["full", [passed, passed], 1, 40, "AC"],
    ["nothing for one that fails", [passed, wrong, passed], 0, 0, "WA"],
    ["rounded to even, in points after the weight", [scored(0.125)], 0.12, 5, "PA"],
    ["rounded by its exact value", [scored(0.015)], 0.01, 0.6, "PA"],
    ["nothing without a run", [ended("skipped"), ended("skipped")], 0, 0, "SKIPPED"],
    ["nothing where later tests were skipped", [ended("timeout"), ended("skipped")], 0, 0, "TLE"],
  ])("is %s", (_what, results, score, weightedScore, status) => {
    expect(ioiSubtask(results, { points: 40 })).toMatchObject({ score, weightedScore, status });
  });

  it.each([
    [0, 0],
    [1, 0.4],
    [3, 0.438],
  ])("rounds to %i decimals", (precision, score) => {
    expect(ioiSubtask([scored(0.4375)], { points: 1, precision })).toMatchObject({
      score,
      weightedScore: score,
    });
  });

  it("is null where tests cannot tell", () => {
    const unknown = { score: null, weightedScore: null };
    expect(ioiSubtask([], { points: 1 })).toMatchObject({ ...unknown, status: "SKIPPED", statuses: [] });
    expect(ioiSubtask([passed, ended("infra_error")], { points: 1 })).toMatchObject({
      ...unknown,
      status: "IE",
      statuses: ["AC", "IE"],
      verdict: { fault: "system" },
    });
  });

  it.each<[readonly TestResult[], IoiStatus]>([
    [[wrong, ended("compile_error")], "CE"],
    [[wrong, ended("runtime_error")], "RE"],
    [[ended("memory_limit"), wrong], "WA"],
    [[ended("timeout"), ended("memory_limit")], "MLE"],
    [[half, ended("timeout")], "TLE"],
    [[passed, half], "PA"],
    [[ended("skipped"), passed], "AC"],
  ])("has the worst status: %j", (results, status) => {
    expect(ioiSubtask(results, { points: 1 }).status).toBe(status);
  });

  it.each([-1, 0.5, 16, Number.NaN])("refuses a precision of %d", (precision) => {
    expect(() => ioiSubtask([passed], { points: 1, precision })).toThrow(
      expect.objectContaining({ code: "bad_options" }),
    );
  });
});

describe("graderResult", () => {
  it.each<[number, string, TestResult, IoiStatus]>([
    [1, "Output is correct", passed, "AC"],
    [0.5, "Time limit exceeded", half, "PA"],
    [0, "Compilation error exit code 1\nTime limit exceeded", ended("compile_error"), "CE"],
    [0, "Memory limit exceeded", ended("memory_limit"), "MLE"],
    [0, "Time limit exceeded", ended("timeout"), "TLE"],
    [0, "Output isn't correct", wrong, "WA"],
    [0, "Unknown error", ended("runtime_error"), "RE"],
    [Number.NaN, "", ended("infra_error"), "IE"],
    [100, "", ended("infra_error"), "IE"],
    [-1, "", ended("infra_error"), "IE"],
  ])("of %d and %j", (score, feedback, expected, status) => {
    const result = graderResult(score, feedback);
    expect(result).toEqual(expected);
    expect(ioiStatus(result)).toBe(status);
  });
});
