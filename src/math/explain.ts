import type { Verdict } from "../core/index.js";
import type { Answer } from "./answer.js";
import { createBudget } from "./budget.js";
import { printCanonical } from "./canonical/index.js";
import type { TierOutcome } from "./decide.js";
import type { ExtractedAnswer } from "./extract/index.js";
import { printLatex } from "./latex/index.js";
import { examine, type VerifyOptions } from "./verifier.js";
import type { AnswerInput, VerifyInput } from "./verify-input.js";

/** How one side of a comparison was understood. */
export interface ParsedSide {
  /** The answer as it was cut out. */
  readonly text: string;
  /** The expression that it was parsed to, printed as LaTeX; `null` if it does not parse. */
  readonly latex: string | null;
  /** Its exact canonical form; `null` if it has none, as collections and words. */
  readonly canonical: string | null;
  /** Why it does not parse. */
  readonly failure: string | null;
}

/** Everything that led to a verdict. */
export interface Explanation {
  readonly verdict: Verdict;
  readonly extracted: ExtractedAnswer | null;
  readonly reference: ParsedSide;
  readonly candidate: ParsedSide | null;
  /** The tiers that were asked, in order, and what each said. */
  readonly tiers: readonly TierOutcome[];
}

const PRINT_OPERATIONS = 5000;

function describeSide(answer: Answer): ParsedSide {
  const node = answer.node();
  const options = { budget: createBudget(PRINT_OPERATIONS), logBase: "e", positive: false } as const;
  return {
    text: answer.text,
    latex: node && printLatex(node),
    canonical: node && printCanonical(node, options),
    failure: answer.failure(),
  };
}

/**
 * Judges as `verify` does, and says how: what was extracted, how both sides were parsed, and what each tier said.
 * Slower than `verify`: meant for people, not for training.
 */
export function explainVerdict(input: VerifyInput | AnswerInput, options?: VerifyOptions): Explanation {
  const { verdict, extracted, reference, candidate, tiers } = examine(input, options);
  return {
    verdict,
    extracted,
    reference: describeSide(reference),
    candidate: candidate && describeSide(candidate),
    tiers,
  };
}
