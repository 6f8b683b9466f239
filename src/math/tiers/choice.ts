import type { Answer } from "../answer.js";
import { compareWords, parseChoice } from "../words/index.js";
import type { TextTier } from "./tier.js";

/** Longer texts are prose: no choice is. */
const MAX_LENGTH = 300;

function readChoice({ text }: Answer): ReturnType<typeof parseChoice> {
  return text.length > MAX_LENGTH ? null : parseChoice(text);
}

function sorted(letters: string): string {
  return letters.length < 2 ? letters : Array.from(letters).sort().join("");
}

/** Multiple choice: the same letters, or the text of the option that the reference names. See `policy.letters`. */
export const choice: TextTier = {
  name: "choice",
  decide: (reference, candidate, { letters }) => {
    const expected = readChoice(reference);
    if (expected === null) return null;
    const actual = readChoice(candidate);
    if (actual === null)
      return expected.rest !== "" && compareWords(expected.rest, candidate.text) === true ? true : null;
    if (letters === "bare" && actual.rest !== "") return null;
    return sorted(expected.letters) === sorted(actual.letters);
  },
};
