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

/** `NONE` if no letter begins at `index`, or `FIRST` and the index of its script. */
function scriptAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  const found = known[unit] ?? UNKNOWN;
  if (found !== UNKNOWN) return found;
  const script = lookUp(String.fromCodePoint(text.codePointAt(index) ?? 0));
  if ((unit & 0xf800) !== 0xd800) known[unit] = script;
  return script;
}

/**
 * Index in {@link SCRIPTS} of the script of the first letter of a word, `SCRIPTS.length` for any other script, or -1 if
 * the word holds no letter.
 */
export function scriptOf(word: string): number {
  for (let i = 0; i < word.length; i++) {
    const script = scriptAt(word, i);
    if (script !== NONE) return script - FIRST;
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
    if (script === NONE) continue;
    letters++;
    if (wanted.has(script - FIRST)) found++;
  }
  return letters === 0 ? 0 : found / letters;
}
