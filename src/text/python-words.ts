/** A character that `\w` matches: a letter, a number of any kind, or an underscore; no combining mark. */
const WORD_CHARACTER = /[\p{L}\p{N}_]/u;
const WORDS = /[\p{L}\p{N}_]+/gu;

/** `re.findall(r"\w+", text)`. */
export function pythonWords(text: string): readonly string[] {
  return text.match(WORDS) ?? [];
}

/** Whether `text` has anything that `\w` matches. */
export function hasWord(text: string): boolean {
  return WORD_CHARACTER.test(text);
}

/** Whether a word of the text would run on past `index`: there is no `\b` between the two characters around it. */
function joinsWords(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 2), index);
  const behind = String.fromCodePoint(text.codePointAt(index) ?? 0x20);
  return /[\p{L}\p{N}_]$/u.test(before) && WORD_CHARACTER.test(behind);
}

/** Whether `word` stands in `text` by itself, and not within a longer word. */
export function includesWord(text: string, word: string): boolean {
  for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
    if (!joinsWords(text, i) && !joinsWords(text, i + word.length)) return true;
  }
  return false;
}

/** `text.isupper()`: there is an upper-case letter, and no letter of another case. */
export function isUpper(text: string): boolean {
  return /\p{Uppercase}/u.test(text) && !/[\p{Lowercase}\p{Lt}]/u.test(text);
}

/** `text.islower()`: there is a lower-case letter, and no letter of another case. */
export function isLower(text: string): boolean {
  return /\p{Lowercase}/u.test(text) && !/[\p{Uppercase}\p{Lt}]/u.test(text);
}
