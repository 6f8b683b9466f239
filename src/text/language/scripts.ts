import type { Script } from "./languages.js";

/** In the order of the names, so that a script is a small number. */
export const SCRIPTS: readonly Script[] = [
  "Latin",
  "Cyrillic",
  "Greek",
  "Arabic",
  "Hebrew",
  "Devanagari",
  "Bengali",
  "Tamil",
  "Telugu",
  "Thai",
  "Hangul",
  "Georgian",
  "Armenian",
  "Han",
  "Hiragana",
  "Katakana",
];

const UNKNOWN = 0;
const NONE = 1;
const FIRST = 2;

let tests: readonly RegExp[] | undefined;

/** The scripts of UTF-16 units, filled in as texts need them. */
const known = new Uint8Array(0x10000);

function lookUp(character: string): number {
  if (!/\p{L}/u.test(character)) return NONE;
  tests ??= SCRIPTS.map((script) => new RegExp(`\\p{scx=${script}}`, "u"));
  const found = tests.findIndex((test) => test.test(character));
  return found < 0 ? FIRST + SCRIPTS.length : FIRST + found;
}

/**
 * Index in {@link SCRIPTS} of the script of the first letter of a word, `SCRIPTS.length` for any other script, or -1 if
 * the word holds no letter.
 */
export function scriptOf(word: string): number {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    let script = known[unit] ?? UNKNOWN;
    if (script === UNKNOWN) {
      script = lookUp(String.fromCodePoint(word.codePointAt(i) ?? 0));
      if ((unit & 0xf800) !== 0xd800) known[unit] = script;
    }
    if (script !== NONE) return script - FIRST;
  }
  return -1;
}
