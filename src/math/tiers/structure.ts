import { structuralKey } from "../structure.js";
import type { ExpressionTier } from "./tier.js";

/** The same expression, up to the order of terms and factors, is equal to itself, however large its value. */
export const structure: ExpressionTier = {
  name: "structure",
  decide: (reference, candidate) => (structuralKey(reference) === structuralKey(candidate) ? true : null),
};
