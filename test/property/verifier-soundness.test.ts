import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verifyAnswer } from "../../src/math/index.js";
import { differentPair, equalPair } from "../soundness/pairs.js";

/** `npm run test:soundness` draws 100,000, and asks more oracles. */
const PAIRS = 5000;

/** What is equal may stay unproven, so seldom; what is different must never pass. */
const LEAST_PROVEN = 0.99;

/** No tier could decide, or none could before the work that a verdict may take was done. */
const UNDECIDED: ReadonlySet<string> = new Set(["unproven", "budget"]);

describe("over generated pairs that an independent oracle has judged", () => {
  it("no two different answers are equal", () => {
    const isIncorrect = fc.property(
      differentPair,
      (pair) => verifyAnswer(pair).verdict.status === "incorrect",
    );
    fc.assert(isIncorrect, { numRuns: PAIRS });
  });

  it("no two equal answers are refuted, and nearly all are proven", () => {
    let [proven, total] = [0, 0];
    const isNotRefuted = fc.property(equalPair, (pair) => {
      const { verdict } = verifyAnswer(pair);
      total++;
      if (verdict.status === "correct") proven++;
      return verdict.status === "correct" || (verdict.status === "incorrect" && UNDECIDED.has(verdict.by));
    });
    fc.assert(isNotRefuted, { numRuns: PAIRS });
    expect(proven / total).toBeGreaterThan(LEAST_PROVEN);
  });

  it("the order of the sides does not matter", () => {
    const isSymmetric = fc.property(fc.oneof(equalPair, differentPair), ({ reference, answer }) => {
      const [forth, back] = [
        { reference, answer },
        { reference: answer, answer: reference },
      ];
      return verifyAnswer(forth).verdict.status === verifyAnswer(back).verdict.status;
    });
    fc.assert(isSymmetric, { numRuns: Math.ceil(PAIRS / 5) });
  });
});
