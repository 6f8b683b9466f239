import { words } from "../words.js";
import { type LanguageCode, LANGUAGE_CODES, LANGUAGES } from "./languages.js";
import { scriptIndex, scriptOf } from "./scripts.js";

const LATIN = scriptIndex("Latin");

/** Whether a word says anything of a language: no number does, and single Latin letters are names of variables. */
export function isTelling(word: string): boolean {
  const script = scriptOf(word);
  return script >= 0 && !(script === LATIN && word.length === 1);
}

/** By word, one bit for each language that has it among its frequent words. */
let frequent: ReadonlyMap<string, number> | undefined;

function frequentWords(): ReadonlyMap<string, number> {
  if (frequent) return frequent;
  const found = new Map<string, number>();
  LANGUAGE_CODES.forEach((code, bit) => {
    const { words: list = "" } = LANGUAGES[code];
    for (const word of words(list)) found.set(word, (found.get(word) ?? 0) | (1 << bit));
  });
  frequent = found;
  return found;
}

/** Those of some words, in small letters, that are no frequent words of a language. */
export function rareWords(list: readonly string[], code: LanguageCode): readonly string[] {
  const index = frequentWords();
  const language = 1 << LANGUAGE_CODES.indexOf(code);
  return list.filter((word) => ((index.get(word) ?? 0) & language) === 0);
}

/** How many of some words, in small letters, are frequent ones of the language that has most of them. */
export function mostFrequent(list: readonly string[]): number {
  const index = frequentWords();
  const hits = new Int32Array(LANGUAGE_CODES.length);
  for (const word of list) {
    for (let rest = index.get(word) ?? 0; rest !== 0; rest &= rest - 1) {
      const language = 31 - Math.clz32(rest & -rest);
      hits[language] = (hits[language] ?? 0) + 1;
    }
  }
  let most = 0;
  for (const each of hits) if (each > most) most = each;
  return most;
}
