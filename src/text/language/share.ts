import { addPieces, clearPieces, createPieces, pieceCount, type Pieces } from "../pieces.js";
import { behind, codePointAt } from "../utf8.js";
import { splitWords } from "../words.js";
import { languageBit, languagesOfPiece, mostOfOne, saysLanguage } from "./frequent-words.js";
import { KANA_SHARE, type Language, type LanguageCode, LANGUAGES } from "./languages.js";
import { KANA, scriptIndex, scriptOfCode } from "./scripts.js";

/** How many words a text has, and how many of them are the language's. */
export interface LanguageShare {
  readonly words: number;
  readonly inLanguage: number;
}

/** What one reads before one tells a language: sentences are put together up to here. */
const CHUNK = 12;
const SENTENCE_ENDS = "\n.!?;:。！？；";
/** By ASCII character, whether it ends a sentence: this is asked of all that stands between words. */
const ASCII_ENDS = Array.from({ length: 0x80 }, (_, code) =>
  SENTENCE_ENDS.includes(String.fromCharCode(code)),
);
/** Every language has more frequent words than one in sixteen. */
const LEAST_EVIDENCE = 1 / 16;
/** Names and words that two languages share are no sign of another language. */
const STRAY = 1 / 3;
const KANA_INDICES = KANA.map(scriptIndex);

/** The words of one stretch of text: the script of each, and the languages that have it among their frequent words. */
interface Chunk {
  readonly scripts: number[];
  readonly languages: number[];
}

/** How much of a chunk is in a language. */
type Judge = (chunk: Chunk) => number;

/** By the language's frequent words and those of languages of the same script. */
function byFrequentWords(code: LanguageCode): Judge {
  const bit = languageBit(code);
  return ({ languages }) => {
    let hits = 0;
    for (const each of languages) if ((each & bit) !== 0) hits++;
    const others = mostOfOne(languages, bit);
    if (hits < languages.length * LEAST_EVIDENCE || hits <= others * STRAY) return 0;
    return others <= hits * STRAY ? 1 : hits / (hits + others);
  };
}

function kanaShare({ scripts }: Chunk): number {
  const kana = scripts.filter((script) => KANA_INDICES.includes(script));
  return scripts.length === 0 ? 0 : kana.length / scripts.length;
}

function judgeOf(code: LanguageCode): Judge {
  const { words: list, hasKana } = LANGUAGES[code];
  if (list !== undefined) return byFrequentWords(code);
  if (hasKana) return (chunk) => Number(kanaShare(chunk) >= KANA_SHARE);
  return () => 1;
}

function endsBetween(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i = behind(bytes, i)) {
    const code = codePointAt(bytes, i);
    if (ASCII_ENDS[code] ?? SENTENCE_ENDS.includes(String.fromCodePoint(code))) return true;
  }
  return false;
}

/** The script of the first letter; -1 if there is none. */
function scriptBetween(bytes: Uint8Array, start: number, end: number): number {
  for (let i = start; i < end; i = behind(bytes, i)) {
    const script = scriptOfCode(codePointAt(bytes, i));
    if (script >= 0) return script;
  }
  return -1;
}

/** Whether a word is one unit of UTF-16, which takes three bytes at most. */
const isOneUnit = (bytes: Uint8Array, start: number, end: number): boolean =>
  end - start <= 3 && behind(bytes, start) === end;

let pieces: Pieces | undefined;

/** The words that tell of each sentence of a text, in lower case. */
function readSentences(text: string): readonly Chunk[] {
  pieces ??= createPieces();
  clearPieces(pieces);
  addPieces(pieces, text, splitWords);
  const { bytes } = pieces.texts;
  const edges = pieces.bounds.values;
  const sentences: Chunk[] = [];
  let sentence: Chunk = { scripts: [], languages: [] };
  let last = 0;
  for (let piece = 0; piece < pieceCount(pieces); piece++) {
    const start = edges[2 * piece] as number;
    const end = edges[2 * piece + 1] as number;
    if (endsBetween(bytes, last, start)) {
      sentences.push(sentence);
      sentence = { scripts: [], languages: [] };
    }
    const script = scriptBetween(bytes, start, end);
    if (script >= 0 && saysLanguage(script, isOneUnit(bytes, start, end))) {
      sentence.scripts.push(script);
      sentence.languages.push(languagesOfPiece(pieces, piece));
    }
    // No word with a letter ends a sentence, but a piece of a long run of signs may.
    last = script >= 0 ? end : start;
  }
  sentences.push(sentence);
  return sentences;
}

function append(chunk: Chunk, { scripts, languages }: Chunk): void {
  for (const script of scripts) chunk.scripts.push(script);
  for (const each of languages) chunk.languages.push(each);
}

/** The words of a sentence that are written in some scripts. */
function writtenIn(scripts: readonly number[], sentence: Chunk): Chunk {
  if (sentence.scripts.every((script) => scripts.includes(script))) return sentence;
  const isWritten = (_: number, i: number): boolean => scripts.includes(sentence.scripts[i] as number);
  return { scripts: sentence.scripts.filter(isWritten), languages: sentence.languages.filter(isWritten) };
}

/** Puts sentences together until they tell their language; a short end belongs to what stands before it. */
function chunksOf(sentences: readonly Chunk[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (const sentence of sentences) {
    const last = chunks.at(-1);
    if (last && last.scripts.length < CHUNK) append(last, sentence);
    else if (sentence.scripts.length > 0) chunks.push(sentence);
  }
  const end = chunks.at(-1);
  if (chunks.length > 1 && end && end.scripts.length < CHUNK) {
    chunks.pop();
    append(chunks.at(-1) as Chunk, end);
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
  const language: Language = LANGUAGES[code];
  const scripts = language.scripts.map(scriptIndex);
  const sentences = readSentences(text);
  const total = sentences.reduce((sum, sentence) => sum + sentence.scripts.length, 0);
  // Han characters next to kana are Japanese.
  const judged =
    language.hasKana === false ? sentences.filter((said) => kanaShare(said) < KANA_SHARE) : sentences;
  const written = judged.map((sentence) => writtenIn(scripts, sentence));
  const judge = judgeOf(code);
  const inLanguage = chunksOf(written).reduce((sum, chunk) => sum + chunk.scripts.length * judge(chunk), 0);
  return { words: total, inLanguage };
}
