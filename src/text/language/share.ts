import { words } from "../words.js";
import { isTelling, mostFrequent, rareWords } from "./frequent-words.js";
import { KANA_SHARE, type LanguageCode, LANGUAGES } from "./languages.js";
import { KANA, scriptIndex, scriptOf } from "./scripts.js";

/** How many words a text has, and how many of them are the language's. */
export interface LanguageShare {
  readonly words: number;
  readonly inLanguage: number;
}

/** What one reads before one tells a language: sentences are put together up to here. */
const CHUNK = 12;
const SENTENCE_END = /[\n.!?;:。！？；]+/;
/** Every language has more frequent words than one in sixteen. */
const LEAST_EVIDENCE = 1 / 16;
/** Names and words that two languages share are no sign of another language. */
const STRAY = 1 / 3;
const KANA_INDICES = KANA.map(scriptIndex);

/** Words of one stretch of text that are written in the language's script. */
type Chunk = readonly string[];
type Judge = (chunk: Chunk) => number;

/** How much of a chunk is in the language, by its frequent words and those of languages of the same script. */
function byFrequentWords(code: LanguageCode): Judge {
  return (chunk) => {
    const rare = rareWords(chunk, code);
    const hits = chunk.length - rare.length;
    const others = mostFrequent(rare);
    if (hits < chunk.length * LEAST_EVIDENCE || hits <= others * STRAY) return 0;
    return others <= hits * STRAY ? 1 : hits / (hits + others);
  };
}

function kanaShare(chunk: Chunk): number {
  const kana = chunk.filter((word) => KANA_INDICES.includes(scriptOf(word)));
  return chunk.length === 0 ? 0 : kana.length / chunk.length;
}

function judgeOf(code: LanguageCode): Judge {
  const { words: list, hasKana } = LANGUAGES[code];
  if (list !== undefined) return byFrequentWords(code);
  if (hasKana) return (chunk) => Number(kanaShare(chunk) >= KANA_SHARE);
  return () => 1;
}

/** The words of a sentence that are written in one of the scripts, and how many of the others tell. */
interface Sentence {
  readonly chunk: Chunk;
  readonly foreign: number;
  readonly isJapanese: boolean;
}

function readSentence(sentence: string, scripts: ReadonlySet<number>): Sentence {
  const telling = words(sentence).filter(isTelling);
  const chunk = telling.filter((word) => scripts.has(scriptOf(word)));
  return { chunk, foreign: telling.length - chunk.length, isJapanese: kanaShare(telling) >= KANA_SHARE };
}

/** Puts sentences together until they tell their language; a short end belongs to what stands before it. */
function chunksOf(sentences: readonly Sentence[]): string[][] {
  const chunks: string[][] = [];
  for (const { chunk } of sentences) {
    const last = chunks.at(-1);
    if (last && last.length < CHUNK) last.push(...chunk);
    else if (chunk.length > 0) chunks.push([...chunk]);
  }
  const end = chunks.at(-1) ?? [];
  if (chunks.length > 1 && end.length < CHUNK) {
    chunks.pop();
    chunks.at(-1)?.push(...end);
  }
  return chunks;
}

/**
 * How many words of a prose text are in a language. A word counts by its script; where other languages have the same
 * script, by the frequent words of some dozen words around it, so that made-up words are in no language. Characters of
 * scripts without spaces count as words; numbers and single Latin letters do not count. Names, loan words and
 * sentences of few words can be misjudged, and so can languages that are not among {@link LANGUAGES}.
 */
export function languageShare(text: string, code: LanguageCode): LanguageShare {
  const language = LANGUAGES[code];
  const scripts = new Set(language.scripts.map(scriptIndex));
  const sentences = text
    .toLowerCase()
    .split(SENTENCE_END)
    .map((sentence) => readSentence(sentence, scripts));
  const total = sentences.reduce((sum, { chunk, foreign }) => sum + chunk.length + foreign, 0);
  // Han characters next to kana are Japanese.
  const judged = language.hasKana === false ? sentences.filter(({ isJapanese }) => !isJapanese) : sentences;
  const judge = judgeOf(code);
  const inLanguage = chunksOf(judged).reduce((sum, chunk) => sum + chunk.length * judge(chunk), 0);
  return { words: total, inLanguage };
}
