import { expect, it } from "vitest";
import { fixedCase } from "../../../src/testing/verifier/case.js";
import { judgeCases } from "../../../src/testing/verifier/judge-cases.js";
import { cell } from "../../../src/testing/verifier/suite.js";
import type { Outcome } from "../../../src/testing/verifier/target.js";

const slow = { ...fixedCase([], ([outcome]) => (isSlow(outcome) ? SLOW : undefined)), measured: true };
const SLOW = { type: "contract", expected: "soon", actual: "late" } as const;
const isSlow = (outcome: Outcome | undefined): boolean => outcome?.type === "score" && outcome.ms === 90;

/** How the case fails of a verifier that takes so many milliseconds each time. */
async function failure(times: readonly number[]): Promise<unknown> {
  const left = times.values();
  const verifier = {
    lanes: 1,
    listLength: 1,
    judge: () =>
      Promise.resolve([[{ type: "score" as const, score: 1, ms: left.next().value ?? 0 } satisfies Outcome]]),
  };
  const planned = { cell: cell("L17", "time", "harness", () => slow), one: slow };
  for await (const { one, outcomes } of judgeCases([planned].values(), verifier)) return one.judge(outcomes);
  return undefined;
}

it("counts what is measured as a failure if it shows each time", async () => {
  expect(await failure([90, 90, 90])).toEqual(SLOW);
  expect(await failure([90, 10])).toBeUndefined();
  expect(await failure([90, 90, 10])).toBeUndefined();
  expect(await failure([10, 90])).toBeUndefined();
});
