import type { Tier } from "./tier.js";

/** Equal spelling is equality; different spelling decides nothing. */
export const normalizedText: Tier = {
  name: "normalized_text",
  equal: (reference, candidate) => (reference.normalized === candidate.normalized ? true : null),
};
