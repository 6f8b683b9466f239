import { expect, it } from "vitest";
import { code } from "../../dist/index.js";
import { checkReward } from "../../dist/testing/index.js";
import { reportOf } from "../bridge/run-audit.js";

it("code pays no cheat in JavaScript, and each right program", async () => {
  const { findings, verdict } = await checkReward(code(), {
    kind: "code",
    code: { language: "javascript" },
    abstains: true,
    runsPerCell: 1,
  });
  expect(findings).toEqual([]);
  expect(verdict).toBe("pass");
});

/** Hundreds of programs, some of which run until they are stopped. */
const AUDIT_MS = 300_000;

it.each(["binary_code", "cf_code", "code", "ioi_code"])(
  "an audit finds nothing in %s",
  (name) => {
    expect(reportOf(name)).toMatchObject({ code: 0, kind: "code", verdict: "pass", findings: [] });
  },
  AUDIT_MS,
);
