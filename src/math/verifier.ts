import { undetermined, type Verdict } from "../core/index.js";
import { type ExtractedAnswer, extractAnswer, extractReference } from "./extract.js";
import { normalizeAnswer } from "./normalize.js";
import { type Answer, tiers } from "./tiers/index.js";

/** What {@link verify} compares. */
export interface VerifyInput {
  /** The right answer: bare (`"1/2"`), or a solution that states it (`"… \\boxed{1/2}"`). */
  readonly reference: string;
  /** The whole text that the model wrote. */
  readonly completion: string;
}

/** A verdict, and the answer that was judged (`null` if the completion states none). */
export interface Verification {
  readonly verdict: Verdict;
  readonly extracted: ExtractedAnswer | null;
}

const ASSIGNMENT = /^([a-z])=(.+)$/s;

function toAnswer(text: string): Answer {
  const normalized = normalizeAnswer(text);
  const [, variable = null, value = normalized] = ASSIGNMENT.exec(normalized) ?? [];
  return { normalized: value, variable };
}

function decide(reference: Answer, candidate: Answer): Verdict {
  for (const tier of tiers) {
    const equal = tier.equal(reference, candidate);
    if (equal !== null) return { status: equal ? "correct" : "incorrect", by: tier.name };
  }
  return { status: "incorrect", by: "no_tier" };
}

/**
 * Decides whether a completion's final answer equals the reference: by normalised text, then by exact rational
 * value. Never throws on text; time is linear in the length of the completion.
 *
 * @returns a verdict; `undetermined` with fault `reference` if the reference is empty, with fault `candidate` if
 * the completion states no answer.
 */
export function verify({ reference, completion }: VerifyInput): Verification {
  const extracted = extractAnswer(completion);
  const expected = toAnswer(extractReference(reference)?.text ?? "");
  if (expected.normalized === "") return { verdict: undetermined("reference", "empty"), extracted };
  const actual = toAnswer(extracted?.text ?? "");
  if (actual.normalized === "") return { verdict: undetermined("candidate", "no_answer"), extracted };
  return { verdict: decide(expected, actual), extracted };
}
