import type { Tier } from "./tier.js";

/** `x = 5` is 5, but it is not `y = 5`. */
export const variable: Tier = {
  name: "variable",
  equal: (reference, candidate) => {
    const differ = reference.variable !== null && candidate.variable !== null;
    return differ && reference.variable !== candidate.variable ? false : null;
  },
};
