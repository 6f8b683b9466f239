import type { Answer } from "../../../../src/math/tiers/index.js";

/** An answer as the tiers see it. */
export const answer = (normalized: string, variable: string | null = null): Answer => ({
  normalized,
  variable,
});
