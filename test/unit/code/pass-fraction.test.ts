import { describe, expect, it } from "vitest";
import { passesTests, passFraction, type TestResult } from "../../../src/code/index.js";
import { ended, half, passed, wrong } from "./results.js";

const many = (count: number, result: TestResult): TestResult[] => Array<TestResult>(count).fill(result);

describe("passFraction", () => {
  it.each<[string, readonly TestResult[], number]>([
    ["all", [passed, passed], 1],
    ["none", [wrong, ended("runtime_error")], 0],
    ["some", [passed, wrong, passed, half], 0.5],
    ["those that ran in time", [passed, ended("timeout")], 0.5],
    ["those that ran", [passed, wrong, ended("skipped")], 1 / 3],
  ])("counts the tests that passed: %s", (_what, results, expected) => {
    expect(passFraction(results).score).toBe(expected);
  });

  it("gives nothing after a timeout if told so", () => {
    expect(passFraction([passed, ended("timeout")], { timeoutFails: "all" }).score).toBe(0);
    expect(passFraction([passed, wrong], { timeoutFails: "all" }).score).toBe(0.5);
  });

  it("is null where tests cannot tell, and says who is at fault", () => {
    const noTests = { status: "undetermined", fault: "reference", reason: "no_tests" };
    const noSandbox = { status: "undetermined", fault: "system", reason: "infra_error" };
    expect(passFraction([])).toEqual({ score: null, verdict: noTests });
    expect(passFraction([passed, ended("infra_error")])).toEqual({ score: null, verdict: noSandbox });
  });

  it("says whether the program is correct", () => {
    expect(passFraction([passed]).verdict).toEqual({ status: "correct", by: "tests" });
    expect(passFraction([passed, wrong]).verdict).toEqual({ status: "incorrect", by: "tests" });
  });
});

describe("passesTests", () => {
  it.each<[string, readonly TestResult[], number | null]>([
    ["all", [passed, passed], 1],
    ["99 of 100", [...many(99, passed), wrong], 0],
    ["199 of 200", [...many(199, passed), wrong], 1],
    ["none of none", [], null],
    ["those that the sandbox let run", [passed, ended("infra_error")], null],
  ])("asks for more than 99 %%: %s", (_what, results, expected) => {
    expect(passesTests(results).score).toBe(expected);
  });

  it("takes another threshold", () => {
    expect(passesTests([passed, wrong], { threshold: 0.5 }).score).toBe(0);
    expect(passesTests([passed, wrong], { threshold: 0.4 }).score).toBe(1);
  });

  it("gives nothing after a timeout if told so", () => {
    const results = [...many(199, passed), ended("timeout")];
    expect(passesTests(results).score).toBe(1);
    expect(passesTests(results, { timeoutFails: "all" }).score).toBe(0);
  });
});
