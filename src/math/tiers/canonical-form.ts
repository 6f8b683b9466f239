import { compareCanonical } from "../canonical/index.js";
import { isRounded } from "../rules/rounding.js";
import type { ExpressionTier } from "./tier.js";

/**
 * Equal exact canonical forms prove equality; forms that differ in independent quantities prove the opposite. A
 * rounded decimal is left to the tier that knows the digits.
 */
export const canonicalForm: ExpressionTier = {
  name: "canonical_form",
  decide: (reference, candidate, { arithmetic }) => {
    const equal = compareCanonical(reference, candidate, arithmetic);
    return equal === false && (isRounded(reference) || isRounded(candidate)) ? null : equal;
  },
};
