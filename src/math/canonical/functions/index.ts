import { ALGEBRAIC_FUNCTIONS } from "./algebraic.js";
import { CIRCULAR_FUNCTIONS } from "./circular.js";
import type { CanonicalFunction } from "./function.js";
import { HYPERBOLIC_FUNCTIONS } from "./hyperbolic.js";
import { INTEGER_FUNCTIONS } from "./integer.js";
import { REAL_FUNCTIONS } from "./real.js";

/** The functions with a canonical form, by their names in the expression tree. */
export const FUNCTIONS: ReadonlyMap<string, CanonicalFunction> = new Map([
  ...Object.entries(CIRCULAR_FUNCTIONS),
  ...Object.entries(HYPERBOLIC_FUNCTIONS),
  ...Object.entries(ALGEBRAIC_FUNCTIONS),
  ...Object.entries(REAL_FUNCTIONS),
  ...Object.entries(INTEGER_FUNCTIONS),
]);
