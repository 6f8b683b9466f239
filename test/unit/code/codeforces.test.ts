import { describe, expect, it } from "vitest";
import { codeforcesScore, type CodeforcesMode, type TestResult } from "../../../src/code/index.js";
import { ended, half, passed, wrong } from "./results.js";

const CODE = "int main() {}";

describe("codeforcesScore", () => {
  it.each<[CodeforcesMode, readonly TestResult[], number]>([
    ["pass_fail", [passed, passed], 1],
    ["pass_fail", [passed, wrong], 0],
    ["pass_fail", [passed, ended("skipped")], 0],
    ["partial", [passed, passed], 1],
    ["partial", [passed, wrong], 0.5],
    ["partial", [passed, half], 0.5],
    ["weighted_sum", [passed, passed], 1.1],
    ["weighted_sum", [passed, wrong], 0.05],
    ["weighted_sum", [wrong, ended("timeout")], 0],
  ])("%s of %j is %j", (mode, results, expected) => {
    expect(codeforcesScore(CODE, results, { mode }).score).toBeCloseTo(expected, 12);
  });

  it("is a weighted sum by default", () => {
    expect(codeforcesScore(CODE, [passed]).score).toBe(1.1);
  });

  it.each<[string, string | null, readonly TestResult[], number | null, object]>([
    ["no code", null, [passed], -1, { fault: "candidate", reason: "no_code" }],
    ["blank code", " \n", [passed], -1, { fault: "candidate", reason: "no_code" }],
    ["no tests", CODE, [], null, { fault: "reference", reason: "no_tests" }],
    ["neither code nor tests", null, [], null, { fault: "reference", reason: "no_tests" }],
    ["a sandbox that failed", CODE, [passed, ended("infra_error")], null, { fault: "system" }],
    [
      "code that does not compile",
      CODE,
      [passed, ended("compile_error"), ended("infra_error")],
      -0.1,
      { status: "incorrect", by: "compile_error" },
    ],
  ])("of %s", (_what, code, results, score, verdict) => {
    expect(codeforcesScore(code, results)).toMatchObject({ score, verdict });
  });

  it("takes other penalties", () => {
    const options = { compileError: -0.5, noSubmission: -2 };
    expect(codeforcesScore(CODE, [ended("compile_error")], options).score).toBe(-0.5);
    expect(codeforcesScore("", [passed], options).score).toBe(-2);
  });

  it("refuses a mode that does not exist", () => {
    const mode = "toString" as CodeforcesMode;
    expect(() => codeforcesScore(CODE, [passed], { mode })).toThrow(
      expect.objectContaining({ code: "bad_options" }),
    );
  });
});
