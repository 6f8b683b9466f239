import { compareCanonical } from "../canonical/index.js";
import { unlessRounded } from "../rules/rounding.js";
import type { ExpressionTier } from "./tier.js";

/**
 * Equal exact canonical forms prove equality; forms that differ in independent quantities prove the opposite. What
 * takes algebra more than half of the budget may be easy to evaluate.
 */
export const canonicalForm: ExpressionTier = {
  name: "canonical_form",
  decide: (reference, candidate, { arithmetic }) => {
    const options = { ...arithmetic, budget: arithmetic.budget.half() };
    return unlessRounded(compareCanonical(reference, candidate, options), reference, candidate);
  },
};
