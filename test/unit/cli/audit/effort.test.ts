import { describe, expect, it } from "vitest";
import { effortOn } from "../../../../src/cli/audit/effort.js";
import { parseTarget } from "../../../../src/cli/audit/target.js";

const PYTHON = parseTarget("python:a:b");

describe("the effort of an audit", () => {
  it.each(["accuracy", "./a.mjs"])("tries a verifier that runs in Node on many cases: %s", (argument) =>
    expect(effortOn(parseTarget(argument), "verifier", {})).toEqual({ cases: 2000, shrinkEvaluations: 100 }),
  );

  it.each(["python:a:b", "http://host:1"])("tries each entry once where a call may be slow: %s", (argument) =>
    expect(effortOn(parseTarget(argument), "verifier", {})).toEqual({
      runsPerCell: 1,
      shrinkEvaluations: 40,
    }),
  );

  it("leaves to the kit how often a reward is tried", () =>
    expect(effortOn(PYTHON, "format", {})).toEqual({ shrinkEvaluations: 100 }));

  it("asks about all of a log", () =>
    expect(effortOn(parseTarget("accuracy"), "verifier", { rollouts: "log.jsonl" })).toEqual({
      shrinkEvaluations: 100,
    }));

  it("is what the command line says", () =>
    expect(effortOn(PYTHON, "verifier", { cases: 9, shrink: 7 })).toMatchObject({
      cases: 9,
      shrinkEvaluations: 7,
    }));

  it.each(["verifier", "format"] as const)("goes on until the time is over: %s", (kind) => {
    const { cases, timeMs } = effortOn(PYTHON, kind, { time: 3 });
    expect(cases).toBeGreaterThan(1e6);
    expect(timeMs).toBe(3000);
  });
});
