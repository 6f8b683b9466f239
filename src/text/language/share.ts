import { addPieces, clearPieces, createPieceIndex, type PieceIndex } from "../pieces.js";
import { splitWords } from "../words.js";
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
const SENTENCE_ENDS = "\n.!?;:。！？；";
/** By ASCII unit, whether it ends a sentence: this is asked of every unit of a text. */
const ASCII_ENDS = Array.from({ length: 0x80 }, (_, unit) =>
  SENTENCE_ENDS.includes(String.fromCharCode(unit)),
);
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

let pieces: PieceIndex | undefined;

function endsSentence(unit: number): boolean {
  return unit < 0x80 ? (ASCII_ENDS[unit] as boolean) : SENTENCE_ENDS.includes(String.fromCharCode(unit));
}

function endsBetween(values: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (endsSentence(values[i] as number)) return true;
  return false;
}

/** The words that tell of each sentence of a text in lower case. Equal words are cut out once. */
function readSentences(text: string): readonly Chunk[] {
  pieces ??= createPieceIndex();
  clearPieces(pieces);
  addPieces(pieces, text, splitWords);
  const { units, bounds, places } = pieces;
  const telling = new Array<string | null>(places.length);
  const sentences: string[][] = [[]];
  let last = 0;
  for (let place = 0; place < places.length; place++) {
    const start = bounds.values[2 * place] as number;
    const first = places.firsts[place] as number;
    if (first === place) {
      const word = text.slice(start, bounds.values[2 * place + 1]);
      telling[place] = isTelling(word) ? word : null;
    }
    if (endsBetween(units.values, last, start)) sentences.push([]);
    const word = telling[first] as string | null;
    if (word !== null) sentences.at(-1)?.push(word);
    last = start;
  }
  return sentences;
}

/** Puts sentences together until they tell their language; a short end belongs to what stands before it. */
function chunksOf(sentences: readonly Chunk[]): string[][] {
  const chunks: string[][] = [];
  for (const chunk of sentences) {
    const last = chunks.at(-1);
    if (last && last.length < CHUNK) for (const word of chunk) last.push(word);
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
  const sentences = readSentences(text.toLowerCase());
  const total = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  // Han characters next to kana are Japanese.
  const judged =
    language.hasKana === false ? sentences.filter((said) => kanaShare(said) < KANA_SHARE) : sentences;
  const written = judged.map((sentence) => sentence.filter((word) => scripts.has(scriptOf(word))));
  const judge = judgeOf(code);
  const inLanguage = chunksOf(written).reduce((sum, chunk) => sum + chunk.length * judge(chunk), 0);
  return { words: total, inLanguage };
}
