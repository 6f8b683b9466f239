import { addPieces, areEqual, createPieces, type Pieces } from "../pieces.js";
import { splitWords, words } from "../words.js";
import { type LanguageCode, LANGUAGE_CODES, LANGUAGES } from "./languages.js";
import { scriptIndex, scriptOf } from "./scripts.js";

const LATIN = scriptIndex("Latin");

/** Whether a word says anything of a language: no number does, and single Latin letters are names of variables. */
export const saysLanguage = (script: number, isOneUnit: boolean): boolean =>
  script >= 0 && !(script === LATIN && isOneUnit);

/** The same of a word that is cut out. */
export const isTelling = (word: string): boolean => saysLanguage(scriptOf(word), word.length === 1);

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

/** The bit of a language that has frequent words. */
export const languageBit = (code: LanguageCode): number => 1 << LANGUAGE_CODES.indexOf(code);

/** The languages that have some word among their frequent ones, one bit each. */
export const languagesOf = (word: string): number => frequentWords().get(word) ?? 0;

/** The frequent words as pieces, and an open hash table of their numbers; free slots are -1. */
interface Vocabulary {
  readonly pieces: Pieces;
  readonly languages: Int32Array;
  readonly slots: Int32Array;
}

let vocabulary: Vocabulary | undefined;

/** Slots for each word: with few of them taken searches are short. */
const SLOTS_EACH = 4;

function createVocabulary(): Vocabulary {
  const index = frequentWords();
  const pieces = createPieces();
  addPieces(pieces, [...index.keys()].join(" "), splitWords);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(SLOTS_EACH * index.size))).fill(-1);
  for (let word = 0; word < index.size; word++) {
    let slot = (pieces.hashes[word] as number) & (slots.length - 1);
    while (slots[slot] !== -1) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = word;
  }
  return { pieces, languages: Int32Array.from(index.values()), slots };
}

/** The languages that have a piece among their frequent words. */
export function languagesOfPiece(texts: Pieces, piece: number): number {
  vocabulary ??= createVocabulary();
  const { pieces, languages, slots } = vocabulary;
  const hash = texts.hashes[piece] as number;
  for (let slot = hash & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
    const word = slots[slot] as number;
    if (word < 0) return 0;
    if (pieces.hashes[word] === hash && areEqual(pieces, word, texts, piece))
      return languages[word] as number;
  }
}

/** How many of the words at hand each language has among its frequent ones. */
const hits = new Int32Array(32);

/**
 * Of words whose languages are given, how many are frequent ones of the language that has most of them. Words of a
 * language of `except` do not count.
 */
export function mostOfOne(languages: readonly number[], except = 0): number {
  hits.fill(0);
  let most = 0;
  for (const each of languages) {
    if ((each & except) !== 0) continue;
    for (let rest = each; rest !== 0; rest &= rest - 1) {
      const language = 31 - Math.clz32(rest & -rest);
      const count = (hits[language] as number) + 1;
      hits[language] = count;
      if (count > most) most = count;
    }
  }
  return most;
}

/** How many of some words, in small letters, are frequent ones of the language that has most of them. */
export const mostFrequent = (list: readonly string[]): number => mostOfOne(list.map(languagesOf));
