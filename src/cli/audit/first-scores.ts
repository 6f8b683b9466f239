import type { IsolatedVerifier, VerifierItem } from "../../testing/index.js";
import { TargetFailure } from "./target-failure.js";

/** Right answers in the places where verifiers look for them. */
const RIGHT: readonly VerifierItem[] = ["1", "A"].flatMap((gold) =>
  [gold, `\\boxed{${gold}}`, `<answer>${gold}</answer>`, `#### ${gold}`].map((completion) => ({
    completion,
    gold,
    prompt: "",
  })),
);

/**
 * Asks a verifier for its first scores: one that has none for any right answer is called wrongly, or is none, and would
 * fail at each case for the same reason.
 *
 * @throws {TargetFailure} that says what came instead
 */
export async function refuseWithoutScores({ judge }: IsolatedVerifier): Promise<void> {
  const outcomes = (await judge(RIGHT.map((item) => ({ items: [item] })))).flat();
  const messages = outcomes.flatMap((outcome) => ("message" in outcome ? [outcome.message] : []));
  if (messages.length < outcomes.length) return;
  const [first] = RIGHT;
  throw new TargetFailure(
    `it has no score for any right answer; for the completion ${JSON.stringify(first?.completion)} and the reference ` +
      `${JSON.stringify(first?.gold)} there was: ${messages[0]}`,
  );
}
