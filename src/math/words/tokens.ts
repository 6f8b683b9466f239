import { lazy } from "../lazy.js";
import { plainText } from "./plain-text.js";

/** Longer texts are no answers in words. */
const MAX_LENGTH = 2000;

const WORD = lazy(() => /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/uy);
const NUMBER = lazy(() => /\d+(?:st|nd|rd|th)?(?!\p{L}|[.,:]?\d)/uy);
const LETTERS_BEFORE = lazy(() => /\p{L}{1,2}$/u);
const LETTERS_AFTER = lazy(() => /^\p{L}{1,2}/u);
const SPACE = /\s+/y;
/** Stops that end or divide sentences without changing what the words say. */
const PUNCTUATION = /[.?;:…"“”‘’'`。？；：!！]/y;
const LIST_MARK = /[,，、]/y;
const HYPHEN = /[-‐‑–—]/y;
/** The letters of `\p{Script=Greek}`. */
const GREEK =
  /^[\u0370-\u03e1\u03f0-\u03ff\u1d26-\u1d2a\u1d5d-\u1d61\u1d66-\u1d6a\u1dbf\u1f00-\u1fff\uab65]$/;

/** Two-letter words that mean the same in capitals; other pairs of capitals, such as "AB", are names in math. */
const SHORT_WORDS: ReadonlySet<string> = new Set(
  "no an or is of to in it on at by be do so if as we he up go my me us".split(" "),
);

/** What words a text is made of. `,` stands for a comma. */
interface Tokens {
  readonly words: readonly string[];
  /** Whether there is a word that is more than a letter and a digit. */
  readonly verbal: boolean;
}

/** A million of a unit, of which small letters mean a thousandth: `Mm` and `mm`. */
const MEGA_UNIT = /^M(?:[mgWNVJAsb]|Hz|Pa|eV)$/;

/** Single letters keep their case, because they name things in math. */
function foldCase(word: string): string {
  if (word.length === 1) return word;
  const lower = word.toLowerCase();
  if (MEGA_UNIT.test(word)) return word;
  return word.length === 2 && word === word.toUpperCase() && !SHORT_WORDS.has(lower) ? word : lower;
}

/** Contractions are written out so that "doesn't" is "does not"; other apostrophes are dropped. */
function expand(word: string): readonly string[] {
  const plain = foldCase(word).replaceAll("’", "'");
  if (plain === "cannot" || plain === "can't") return ["can", "not"];
  if (plain.endsWith("n't")) return [plain.slice(0, -3), "not"];
  return [plain.replaceAll("'", "")];
}

/** Where `pattern` ends if it matches at `index`, else -1. */
function matchEnd(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** A hyphen joins words if a letter stands on both sides and one of the sides is more than that letter. */
function joinsWords(text: string, index: number): boolean {
  const before = LETTERS_BEFORE().exec(text.slice(Math.max(0, index - 4), index))?.[0] ?? "";
  const after = LETTERS_AFTER().exec(text.slice(index + 1, index + 5))?.[0] ?? "";
  return before !== "" && after !== "" && before.length + after.length > 2;
}

/** Parentheses in prose stand apart from the word before them; in `f(x)` they do not. */
function isProseBracket(text: string, index: number): boolean {
  return text[index] === ")" || index === 0 || /[\s("“]/.test(text.charAt(index - 1));
}

/** Where the sign at `index` ends if it may stand in prose, else -1. */
function signEnd(text: string, index: number): number {
  const unit = text[index];
  if (unit === "(" || unit === ")") return isProseBracket(text, index) ? index + 1 : -1;
  if (matchEnd(HYPHEN, text, index) > 0) return joinsWords(text, index) ? index + 1 : -1;
  return matchEnd(PUNCTUATION, text, index);
}

/** A factorial or a derivative: `5!`, `n!`, `f'`. */
const MARKED_SYMBOL = lazy(() => /\d[!'’]|(?:^|[^\p{L}\p{M}])\p{L}[!'’]/u);

interface Scan {
  readonly words: string[];
  digits: boolean;
  separators: boolean;
}

/** Reads the token at `index`; gives where it ends, or -1 if it is no word, number or sign of prose. */
function scanToken(text: string, index: number, scan: Scan): number {
  const space = matchEnd(SPACE, text, index);
  if (space > 0) return space;
  const word = matchEnd(WORD(), text, index);
  if (word > 0) {
    scan.words.push(...expand(text.slice(index, word)));
    return word;
  }
  const number = matchEnd(NUMBER(), text, index);
  if (number > 0 && !LETTERS_BEFORE().test(text.charAt(index - 1))) {
    scan.words.push(text.slice(index, number));
    scan.digits = true;
    return number;
  }
  const comma = matchEnd(LIST_MARK, text, index);
  if (comma > 0) {
    scan.words.push(",");
    scan.separators = true;
    return comma;
  }
  if (text[index] === "∅") {
    scan.words.push("∅");
    return index + 1;
  }
  if (/[();:]/.test(text.charAt(index))) scan.separators = true;
  return signEnd(text, index);
}

/** `15^{\text{th}}`, `15\text{th}`: the ending of an ordinal, raised or in another style. */
const STYLED_ENDING =
  /(\d)\s?(?:(?:\^|\\textsuperscript\s?(?=\{))\s?\{?\s?)?(?:\\(?:text|textrm|mathrm|rm)\s?\{)?\s?(st|nd|rd|th)\s?\}{0,2}(?![a-z])/g;

/** The ending that goes with the last digits of a number: `11th`, `21st`. */
function endingOf(digit: string, before: string): string {
  if (before === "1") return "th";
  return { "1": "st", "2": "nd", "3": "rd" }[digit] ?? "th";
}

/** A text with the endings of its ordinals beside the numbers; `2^{th}` is a power. */
function withEndingsBeside(text: string): string {
  return text.replace(STYLED_ENDING, (styled, digit: string, ending: string, at: number) =>
    endingOf(digit, text.charAt(at - 1)) === ending ? digit + ending : styled,
  );
}

/**
 * The words of a text, lower-case except for the names of math, without LaTeX styles and punctuation.
 *
 * @returns `null` if the text holds math, or is too long to be an answer in words: operators, decimals, signs,
 * commands, digits that are separated by commas
 */
export function tokenize(text: string): Tokens | null {
  if (text.length > MAX_LENGTH) return null;
  const plain = plainText(withEndingsBeside(text))?.normalize("NFC").trim() ?? null;
  if (plain === null || MARKED_SYMBOL().test(plain)) return null;
  const scan: Scan = { words: [], digits: false, separators: false };
  for (let i = 0; i < plain.length;) {
    const end = scanToken(plain, i, scan);
    if (end < 0 || (scan.digits && scan.separators)) return null;
    i = end;
  }
  if (scan.words.some((word) => GREEK.test(word))) return null;
  const verbal = scan.words.some((word) => word === "∅" || (word.length > 1 && LETTERS_AFTER().test(word)));
  return { words: scan.words, verbal: verbal || scan.words.some((word) => /[\u4e00-\u9fff]/.test(word)) };
}
