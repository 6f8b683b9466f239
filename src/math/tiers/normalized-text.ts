import type { TextTier } from "./tier.js";

/** Equal spelling is equality; different spelling decides nothing. */
export const normalizedText: TextTier = {
  name: "normalized_text",
  decide: (reference, candidate) => (reference.normalized === candidate.normalized ? true : null),
};
