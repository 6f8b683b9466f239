import { type Language, LANGUAGES, SCRIPTS } from "./languages.js";

/** A formula, a name or a line of code is in no language, but most of the answer is. */
const LEAST_SHARE = 0.8;

/** Fewer words may all be rare ones. */
const TELLING_LENGTH = 8;
const LEAST_WORD_SHARE = 0.05;

const LETTER = /\p{L}/gu;
const WORD = /[\p{L}\p{M}]+/gu;

const countMatches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** How many of the words are frequent ones of each language that shares the script. */
function hitsByLanguage(words: readonly string[], { script }: Language): Map<Language, number> {
  const sharing = [...LANGUAGES.values()].filter((other) => other.script === script);
  return new Map(
    sharing.map((other) => [other, words.filter((word) => other.words?.has(word) === true).length]),
  );
}

/** Whether the frequent words in the text are those of the language, rather than of another in the same script. */
function hasItsWords(text: string, language: Language): boolean {
  const words = text.toLowerCase().match(WORD) ?? [];
  const hits = hitsByLanguage(words, language);
  const own = hits.get(language) ?? 0;
  const isTelling = words.length < TELLING_LENGTH || own >= words.length * LEAST_WORD_SHARE;
  return isTelling && own === Math.max(...hits.values());
}

/** Whether {@link isInLanguage} knows the language. */
export function isKnownLanguage(code: string): boolean {
  return LANGUAGES.has(code);
}

/**
 * Whether a text is in a language, given by its ISO 639-1 code: four fifths of its letters are of the script, and its
 * frequent words are those of no other language in that script. No statistics of letters as in langdetect: a short
 * text without frequent words counts as any language of its script, and a foreign sentence within a long text in the
 * same script is not seen. A text without letters is in no language.
 */
export function isInLanguage(text: string, code: string): boolean {
  const language = LANGUAGES.get(code);
  const letters = countMatches(text, LETTER);
  if (language === undefined || letters === 0) return false;
  const { script, words, has, lacks } = language;
  if (countMatches(text.normalize("NFC"), SCRIPTS[script]) < letters * LEAST_SHARE) return false;
  if (has?.test(text) === false || lacks?.test(text) === true) return false;
  return words === undefined || hasItsWords(text, language);
}
