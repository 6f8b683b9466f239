import { testIdentity } from "../numeric/index.js";
import { isRounded } from "../rules/rounding.js";
import type { ExpressionTier } from "./tier.js";

/**
 * Both expressions are evaluated with error bounds at structured points. A difference beyond the bounds refutes;
 * agreement confirms only under the rules that `testIdentity` states.
 */
export const identityTest: ExpressionTier = {
  name: "identity_test",
  decide: (reference, candidate, { arithmetic }) => {
    if (isRounded(reference) || isRounded(candidate)) return null;
    return testIdentity(reference, candidate, arithmetic);
  },
};
