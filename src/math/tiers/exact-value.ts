import { equalRationals, parseRational } from "../rational.js";
import type { Tier } from "./tier.js";

/** Two rational numbers are compared by exact value. */
export const exactValue: Tier = {
  name: "exact_value",
  equal: (reference, candidate) => {
    const expected = parseRational(reference.normalized);
    const actual = expected && parseRational(candidate.normalized);
    return expected && actual && equalRationals(expected, actual);
  },
};
