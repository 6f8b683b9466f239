import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verifyAnswer } from "../../src/math/index.js";
import { differentPair, equalPair, SETTINGS } from "../soundness/pairs.js";

/** `npm run test:soundness` draws 100,000. */
const PAIRS = Number(process.env.SOUNDNESS_PAIRS ?? 5000);

/** What is equal may stay unproven, so seldom; what is different must never pass. */
const LEAST_PROVEN = 0.99;

const setting = fc.constantFrom(...Object.keys(SETTINGS));
const put = (name: string, item: string): string => SETTINGS[name]?.(item) ?? item;

describe("over generated pairs that an independent oracle has judged", { timeout: 1_800_000 }, () => {
  it("no two different answers are equal", () => {
    fc.assert(
      fc.property(differentPair, setting, ({ reference, answer }, name) => {
        const { verdict } = verifyAnswer({ reference: put(name, reference), answer: put(name, answer) });
        expect(verdict.status).toBe("incorrect");
      }),
      { numRuns: PAIRS },
    );
  });

  it("no two equal answers are refuted, and nearly all are proven", () => {
    let [proven, total] = [0, 0];
    fc.assert(
      fc.property(equalPair, setting, ({ reference, answer }, name) => {
        const { verdict } = verifyAnswer({ reference: put(name, reference), answer: put(name, answer) });
        total++;
        if (verdict.status === "correct") proven++;
        else expect(verdict).toEqual({ status: "incorrect", by: "unproven" });
      }),
      { numRuns: PAIRS },
    );
    expect(proven / total).toBeGreaterThan(LEAST_PROVEN);
  });

  it("the order of the sides does not matter", () => {
    fc.assert(
      fc.property(fc.oneof(equalPair, differentPair), ({ reference, answer }) => {
        const forth = verifyAnswer({ reference, answer }).verdict.status;
        expect(verifyAnswer({ reference: answer, answer: reference }).verdict.status).toBe(forth);
      }),
      { numRuns: Math.ceil(PAIRS / 5) },
    );
  });
});
