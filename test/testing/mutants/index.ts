import { COMPARISONS } from "./comparisons.js";
import { CONTRACTS } from "./contracts.js";
import { CONVERSIONS } from "./conversions.js";
import { EXTRACTIONS } from "./extractions.js";
import type { Mutant } from "./mutant.js";
import { NORMALISERS } from "./normalisers.js";
import { READERS } from "./readers.js";
import { SHORTCUTS } from "./shortcuts.js";

/** Verifiers with one fault each: the kit has to find every one. */
export const MUTANTS: readonly Mutant[] = [
  ...COMPARISONS,
  ...EXTRACTIONS,
  ...READERS,
  ...CONVERSIONS,
  ...NORMALISERS,
  ...SHORTCUTS,
  ...CONTRACTS,
];
