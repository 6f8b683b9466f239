import { COMPARISONS } from "./comparisons.js";
import { CONVERSIONS } from "./conversions.js";
import { EXTRACTIONS } from "./extractions.js";
import type { Mutant } from "./mutant.js";
import { READERS } from "./readers.js";

/** Verifiers with one fault each: the kit has to find every one. */
export const MUTANTS: readonly Mutant[] = [...COMPARISONS, ...EXTRACTIONS, ...READERS, ...CONVERSIONS];
