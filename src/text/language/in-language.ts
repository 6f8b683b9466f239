import { words } from "../words.js";
import { isTelling, languageBit, languagesOf, mostOfOne } from "./frequent-words.js";
import { KANA_SHARE, type LanguageCode, LANGUAGES } from "./languages.js";
import { KANA, letterShare, scriptOf } from "./scripts.js";

/** A formula, a name or a line of code is in no language, but most of the text is. */
const LEAST_SHARE = 0.8;

/** Fewer words may all be rare ones. */
const TELLING_LENGTH = 8;
const LEAST_WORD_SHARE = 0.05;

/** Whether the frequent words in the text are those of the language, rather than of another in the same script. */
function hasItsWords(text: string, code: LanguageCode): boolean {
  const found = words(text.toLowerCase()).filter((word) => scriptOf(word) >= 0);
  const languages = found.filter(isTelling).map(languagesOf);
  const hits = languages.filter((each) => (each & languageBit(code)) !== 0).length;
  const isEnough = found.length < TELLING_LENGTH || hits >= found.length * LEAST_WORD_SHARE;
  return isEnough && hits === mostOfOne(languages);
}

/**
 * Whether a whole text is in a language: four fifths of its letters are of the script, and its frequent words are those
 * of no other language in that script. No statistics of letters as in langdetect: a short text without frequent words
 * counts as any language of its script, and a foreign sentence within a long text in the same script is not seen. A text
 * without letters is in no language.
 */
export function isInLanguage(text: string, code: LanguageCode): boolean {
  const { scripts, words: list, lacks, hasKana } = LANGUAGES[code];
  if (letterShare(text, scripts) < LEAST_SHARE || lacks?.test(text)) return false;
  if (hasKana !== undefined && hasKana !== letterShare(text, KANA) >= KANA_SHARE) return false;
  return list === undefined || hasItsWords(text, code);
}
