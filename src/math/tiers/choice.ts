import { compareWords } from "../words/index.js";
import type { TextTier } from "./tier.js";

function sorted(letters: string): string {
  return letters.length < 2 ? letters : Array.from(letters).sort().join("");
}

/**
 * Multiple choice: the same letters, or the text of the option that the reference names. See `policy.letters`. Where
 * both sides state the option's text beside its letter, the texts must not contradict each other.
 */
export const choice: TextTier = {
  name: "choice",
  decide: (reference, candidate, { letters }, decideTexts) => {
    const expected = reference.choice();
    if (expected === null) return null;
    const actual = candidate.choice();
    if (actual === null)
      return expected.rest !== "" && compareWords(expected.rest, candidate.text) === true ? true : null;
    if (letters === "bare" && actual.rest !== "") return null;
    if (sorted(expected.letters) !== sorted(actual.letters)) return false;
    return expected.rest === "" || actual.rest === "" || decideTexts(expected.rest, actual.rest) !== false;
  },
};
