import type { VerifierPolicy } from "../policy.js";
import type { IsolatedVerifier, Outcome } from "./target.js";

/** L15: the verifier, of which scores outside of the range are none. */
export const inRange = (verifier: IsolatedVerifier, range: VerifierPolicy["range"]): IsolatedVerifier => ({
  ...verifier,
  judge: async (questions) => {
    const judged = await verifier.judge(questions);
    return judged.map((outcomes) => outcomes.map((outcome) => held(outcome, range)));
  },
});

function held(outcome: Outcome, [min, max]: VerifierPolicy["range"]): Outcome {
  if (outcome.type !== "score" || outcome.score === null) return outcome;
  return outcome.score >= min && outcome.score <= max
    ? outcome
    : { type: "invalid", message: `the score ${outcome.score}, which is not from ${min} to ${max}` };
}
