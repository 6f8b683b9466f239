import { pythonSplit } from "../text/index.js";

/** Python's `string.punctuation`. */
const PUNCTUATION = /[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]+/g;
/** As Python's `\b(a|an|the)\b`: a letter, a digit or an underscore beside it makes it part of a word. */
const ARTICLE = /(?<![\p{L}\p{N}_])(?:a|an|the)(?![\p{L}\p{N}_])/gu;
const NOT_ALPHANUMERIC = /[^\p{L}\p{N}]+/gu;

const spaced = (text: string): string => pythonSplit(text).join(" ");

/** SQuAD's normal form: lower case, without ASCII punctuation and English articles, with single spaces. */
export function squadForm(text: string): string {
  return spaced(text.toLowerCase().replace(PUNCTUATION, "").replace(ARTICLE, " "));
}

/**
 * What two answers may differ in. `none`: the white space around them. `case`: case, and how much white space stands
 * between words. `squad`: also English articles and ASCII punctuation, minus signs and decimal points among it.
 * `alphanumeric`: everything but letters and digits.
 */
export type Normalization = "none" | "case" | "squad" | "alphanumeric";

/** The normal forms by name. */
export const NORMAL_FORMS: Readonly<Record<Normalization, (text: string) => string>> = {
  none: (text) => text,
  case: (text) => spaced(text.toLowerCase()),
  squad: squadForm,
  alphanumeric: (text) => text.replace(NOT_ALPHANUMERIC, "").toLowerCase(),
};
