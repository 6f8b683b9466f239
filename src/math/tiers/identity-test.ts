import { testIdentity } from "../numeric/index.js";
import { unlessRounded } from "../rules/rounding.js";
import type { ExpressionTier } from "./tier.js";

/**
 * Both expressions are evaluated with error bounds: constants to as many digits as their magnitude asks for, others at
 * structured points. A difference beyond the bounds refutes; agreement confirms only under the rules that
 * `testIdentity` states.
 */
export const identityTest: ExpressionTier = {
  name: "identity_test",
  decide: (reference, candidate, { arithmetic }) =>
    unlessRounded(testIdentity(reference, candidate, arithmetic), reference, candidate),
};
