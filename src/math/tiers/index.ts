import { exactValue } from "./exact-value.js";
import { normalizedText } from "./normalized-text.js";
import type { Tier } from "./tier.js";
import { variable } from "./variable.js";

/** The decision tiers in order; the first that decides wins. */
export const tiers: readonly Tier[] = [variable, normalizedText, exactValue];

export type { Answer, Tier } from "./tier.js";
