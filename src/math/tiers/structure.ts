import { withClosedSums } from "../rules/binomial-theorem.js";
import { haveSameStructure } from "../structure.js";
import type { ExpressionTier } from "./tier.js";

/**
 * The same expression, up to the order of terms and factors and the binomial theorem, is equal to itself, however large
 * its value.
 */
export const structure: ExpressionTier = {
  name: "structure",
  decide: (reference, candidate) =>
    haveSameStructure(withClosedSums(reference), withClosedSums(candidate)) ? true : null,
};
