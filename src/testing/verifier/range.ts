import { FINITE, type Need } from "../../core/index.js";
import type { IsolatedVerifier, Outcome } from "./target.js";

/** The least and the greatest score; `null` where there is no bound. */
export type RewardRange = readonly [min: number | null, max: number | null];

export const RANGE: Need = {
  words: "a list of the least and the greatest score",
  fits: (value) =>
    Array.isArray(value) && value.length === 2 && value.every((each) => each === null || FINITE.fits(each)),
};

/**
 * L15, R1: the verifier, of which scores outside of the range are none.
 *
 * @param rounding what sums of weights may be off by
 */
export const inRange = (verifier: IsolatedVerifier, range: RewardRange, rounding = 0): IsolatedVerifier => ({
  ...verifier,
  judge: async (questions) => {
    const judged = await verifier.judge(questions);
    return judged.map((outcomes) => outcomes.map((outcome) => held(outcome, range, rounding)));
  },
});

function held(outcome: Outcome, [min, max]: RewardRange, rounding: number): Outcome {
  if (outcome.type !== "score" || outcome.score === null) return outcome;
  const { score } = outcome;
  if (score >= (min ?? -Infinity) - rounding && score <= (max ?? Infinity) + rounding) return outcome;
  const bounds = `from ${min ?? "−∞"} to ${max ?? "∞"}`;
  return { type: "invalid", message: `the score ${score}, which is not ${bounds}` };
}
