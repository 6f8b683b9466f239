import { compareConstants } from "../numeric/index.js";
import { isRounded } from "../rules/rounding.js";
import type { ExpressionTier } from "./tier.js";

/** Two constants are compared to as many digits as their magnitude asks for. */
export const highPrecision: ExpressionTier = {
  name: "high_precision",
  decide: (reference, candidate, { arithmetic }) => {
    if (isRounded(reference) || isRounded(candidate)) return null;
    return compareConstants(reference, candidate, arithmetic);
  },
};
