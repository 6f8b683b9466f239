import { createBudget } from "../../../../src/math/budget.js";
import type { CanonicalOptions } from "../../../../src/math/canonical/index.js";

/** Options with a budget of its own, as one verdict has. */
export function options(overrides: Partial<CanonicalOptions> = {}): CanonicalOptions {
  return { budget: createBudget(20_000), logBase: "e", positive: false, ...overrides };
}
