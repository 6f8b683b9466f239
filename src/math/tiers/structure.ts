import { withClosedSums } from "../rules/binomial-theorem.js";
import { structuralKey } from "../structure.js";
import type { ExpressionTier } from "./tier.js";

/**
 * The same expression, up to the order of terms and factors and the binomial theorem, is equal to itself, however large
 * its value.
 */
export const structure: ExpressionTier = {
  name: "structure",
  decide: (reference, candidate) => {
    const same = structuralKey(withClosedSums(reference)) === structuralKey(withClosedSums(candidate));
    return same ? true : null;
  },
};
