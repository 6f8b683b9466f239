import { words } from "../words.js";
import { type LanguageCode, LANGUAGE_CODES, LANGUAGES, type Script } from "./languages.js";
import { scriptOf, SCRIPTS } from "./scripts.js";

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
/** Japanese has more kana than this among its characters, Chinese has less. */
const KANA_SHARE = 0.1;

const scriptIndex = (script: Script): number => SCRIPTS.indexOf(script);
const HIRAGANA = scriptIndex("Hiragana");
const KATAKANA = scriptIndex("Katakana");
const LATIN = scriptIndex("Latin");

/** By word, one bit for each language that has it among its frequent words; they are the first 24 of the list. */
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

/** Words of one stretch of text that are written in the language's script. */
type Chunk = readonly string[];
type Judge = (chunk: Chunk) => number;

/** How much of a chunk is in the language, by its frequent words and those of languages of the same script. */
function byFrequentWords(code: LanguageCode): Judge {
  const own = 1 << LANGUAGE_CODES.indexOf(code);
  return (chunk) => {
    const index = frequentWords();
    const others = new Int32Array(LANGUAGE_CODES.length);
    let hits = 0;
    for (const word of chunk) {
      const languages = index.get(word) ?? 0;
      if (languages & own) hits++;
      else for (let rest = languages; rest !== 0; rest &= rest - 1) count(others, rest);
    }
    const most = Math.max(...others);
    if (hits < chunk.length * LEAST_EVIDENCE || hits <= most * STRAY) return 0;
    return most <= hits * STRAY ? 1 : hits / (hits + most);
  };
}

/** Counts the language of the lowest bit. */
function count(others: Int32Array, bits: number): void {
  const language = 31 - Math.clz32(bits & -bits);
  others[language] = (others[language] ?? 0) + 1;
}

function kanaShare(chunk: Chunk): number {
  let kana = 0;
  for (const word of chunk) {
    const script = scriptOf(word);
    if (script === HIRAGANA || script === KATAKANA) kana++;
  }
  return chunk.length === 0 ? 0 : kana / chunk.length;
}

function judgeOf(code: LanguageCode): Judge {
  const { words: list } = LANGUAGES[code];
  if (list !== undefined) return byFrequentWords(code);
  if (code === "ja") return (chunk) => Number(kanaShare(chunk) >= KANA_SHARE);
  return () => 1;
}

/** Whether a word says anything of the language: single Latin letters are names of variables. */
function isTelling(word: string, script: number): boolean {
  return script >= 0 && !(script === LATIN && word.length === 1);
}

/** The words of a sentence that are written in one of the scripts, and how many of the others tell. */
interface Sentence {
  readonly chunk: Chunk;
  readonly foreign: number;
  readonly isJapanese: boolean;
}

function readSentence(sentence: string, scripts: ReadonlySet<number>): Sentence {
  const telling = words(sentence)
    .map((word) => [word, scriptOf(word)] as const)
    .filter(([word, script]) => isTelling(word, script));
  const chunk = telling.filter(([, script]) => scripts.has(script)).map(([word]) => word);
  const all = telling.map(([word]) => word);
  return { chunk, foreign: all.length - chunk.length, isJapanese: kanaShare(all) >= KANA_SHARE };
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
  const scripts = new Set(LANGUAGES[code].scripts.map(scriptIndex));
  const sentences = text
    .toLowerCase()
    .split(SENTENCE_END)
    .map((sentence) => readSentence(sentence, scripts));
  const total = sentences.reduce((sum, { chunk, foreign }) => sum + chunk.length + foreign, 0);
  // Chinese writes no kana: Han characters next to them are Japanese.
  const judged = code === "zh" ? sentences.filter(({ isJapanese }) => !isJapanese) : sentences;
  const judge = judgeOf(code);
  const inLanguage = chunksOf(judged).reduce((sum, chunk) => sum + chunk.length * judge(chunk), 0);
  return { words: total, inLanguage };
}
