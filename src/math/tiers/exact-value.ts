import type { Answer } from "../answer.js";
import { type Numeral, parseDecimalComma } from "../numeral.js";
import { equals } from "../rational.js";
import type { TextTier } from "./tier.js";

/** The same decimal, once with a point and once with a comma. */
function isDecimalComma(decimal: Numeral | null, { normalized }: Answer): boolean {
  if (decimal?.decimals == null) return false;
  const other = parseDecimalComma(normalized);
  return other !== null && equals(decimal.value, other.value);
}

/** Without leading zeros an integer has one spelling. */
const PLAIN_INTEGER = /^[1-9]\d{0,59}$/;

/** Two plain numerals are compared by exact value. Unequal decimals may still be one value, rounded: see the later tiers. */
export const exactValue: TextTier = {
  name: "exact_value",
  decide: (reference, candidate) => {
    if (PLAIN_INTEGER.test(reference.normalized) && PLAIN_INTEGER.test(candidate.normalized)) {
      return reference.normalized === candidate.normalized;
    }
    const [expected, actual] = [reference.numeral(), candidate.numeral()];
    if (expected === null || actual === null) {
      return isDecimalComma(expected, candidate) || isDecimalComma(actual, reference) ? true : null;
    }
    if (equals(expected.value, actual.value)) return true;
    return expected.decimals === null && actual.decimals === null ? false : null;
  },
};
