/** The scripts that are told apart, by their names in Unicode. */
const SCRIPTS = [
  "Latin",
  "Cyrillic",
  "Greek",
  "Arabic",
  "Hebrew",
  "Devanagari",
  "Bengali",
  "Tamil",
  "Telugu",
  "Kannada",
  "Gujarati",
  "Gurmukhi",
  "Malayalam",
  "Thai",
  "Hangul",
  "Georgian",
  "Armenian",
  "Han",
  "Hiragana",
  "Katakana",
] as const;

/** A script that is told from the others. */
export type Script = (typeof SCRIPTS)[number];

/** The scripts of Japanese alone. */
export const KANA: readonly Script[] = ["Hiragana", "Katakana"];

/** Index of a script in {@link SCRIPTS}. */
export const scriptIndex = (script: Script): number => SCRIPTS.indexOf(script);

const UNKNOWN = 0;
/** What is no letter, one less than the first script. */
const NONE = 1;
const FIRST = 2;

let tests: readonly RegExp[] | undefined;

/** The scripts of the first 65,536 code points, filled in as texts need them. */
const known = new Uint8Array(0x10000);

function lookUp(character: string): number {
  if (!/\p{L}/u.test(character)) return NONE;
  tests ??= SCRIPTS.map((script) => new RegExp(`\\p{scx=${script}}`, "u"));
  const found = tests.findIndex((test) => test.test(character));
  return found < 0 ? FIRST + SCRIPTS.length : FIRST + found;
}

/**
 * Index in {@link SCRIPTS} of the script of a letter, `SCRIPTS.length` for any other script, or -1 of a code point that
 * is no letter.
 */
export function scriptOfCode(code: number): number {
  const found = known[code] ?? UNKNOWN;
  if (found !== UNKNOWN) return found - FIRST;
  const script = lookUp(String.fromCodePoint(code));
  if (code < known.length) known[code] = script;
  return script - FIRST;
}

const scriptAt = (text: string, index: number): number => scriptOfCode(text.codePointAt(index) as number);

/** The script of the first letter of a word, as {@link scriptOfCode} has it; -1 if the word holds no letter. */
export function scriptOf(word: string): number {
  for (let i = 0; i < word.length; i++) {
    const script = scriptAt(word, i);
    if (script >= 0) return script;
  }
  return -1;
}

/** Which part of a text's letters is in one of the scripts; 0 of a text without letters. */
export function letterShare(text: string, scripts: readonly Script[]): number {
  const wanted = new Set(scripts.map(scriptIndex));
  let letters = 0;
  let found = 0;
  for (let i = 0; i < text.length; i++) {
    const script = scriptAt(text, i);
    if (script < 0) continue;
    letters++;
    if (wanted.has(script)) found++;
  }
  return letters === 0 ? 0 : found / letters;
}
