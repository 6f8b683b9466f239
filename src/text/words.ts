import { grown } from "./first-places.js";
import { isSpace } from "./python-text.js";
import type { Span } from "./span.js";
import { appendText, behind, codePointAt, createTexts, unitLength, type Utf8Texts } from "./utf8.js";

/** What a character is to the scanner. Only {@link LETTER} is odd: that tells words from what is between them. */
const UNKNOWN = 0;
const LETTER = 1;
const GAP = 2;
const SPACE = 4;
/** A character of a script that is written without spaces: a word of its own. */
const IDEOGRAPH = 6;

const IS_SPACE = /\s/;
const IS_LETTER = /[\p{L}\p{N}\p{M}]/u;
const IS_IDEOGRAPH =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/u;

function classify(code: number): number {
  const character = String.fromCodePoint(code);
  if (IS_SPACE.test(character)) return SPACE;
  if (IS_IDEOGRAPH.test(character)) return IDEOGRAPH;
  return IS_LETTER.test(character) ? LETTER : GAP;
}

/** Where the pieces of texts start and end: two entries a piece. */
export interface Bounds {
  values: Int32Array;
  length: number;
}

/** Room for the bounds of no piece yet. */
export function createBounds(): Bounds {
  return { values: new Int32Array(0), length: 0 };
}

/** Makes room for the pieces of a text: it has no more of them than bytes, and one more entry is written and left. */
function reserveBounds(bounds: Bounds, { start, end }: Span): void {
  const needed = bounds.length + 2 * (end - start) + 4;
  if (bounds.values.length < needed) bounds.values = grown(bounds.values, needed);
}

function push(bounds: Bounds, start: number, end: number): void {
  bounds.values[bounds.length++] = start;
  bounds.values[bounds.length++] = end;
}

/** Adds the pieces of a text that stands among others. */
export type Splitter = (texts: Utf8Texts, text: Span, bounds: Bounds) => void;

/** A byte, four times: what is added to each of four ASCII bytes carries into its highest bit, and no further. */
const four = (byte: number): number => Math.imul(byte, 0x01010101);
const HIGH = four(0x80);
/** What sets the highest bit of each of four bytes that is not less than a character. */
const from = (character: string): number => four(0x80 - character.charCodeAt(0));
const behindLast = (character: string): number => four(0x7f - character.charCodeAt(0));

/** How a splitter tells letters. */
interface Alphabet {
  /** Sets the highest bit of bytes that need no closer look. */
  readonly plain: number;
  /** What is a letter as it stands: from one character to another. */
  readonly first: number;
  readonly last: number;
  /** What is a letter in lower case. */
  readonly firstLower: number;
  readonly lastLower: number;
  /** The kinds of the first 65,536 code points, filled in as texts need them. */
  readonly kinds: Uint8Array;
  readonly classify: (code: number) => number;
}

function kindOf({ kinds, classify: find }: Alphabet, code: number): number {
  const known = kinds[code] ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  const kind = find(code);
  if (code < kinds.length) kinds[code] = kind;
  return kind;
}

const IN_WORDS: Alphabet = {
  plain: from("\0"),
  first: from("0"),
  last: behindLast("9"),
  firstLower: from("a"),
  lastLower: behindLast("z"),
  kinds: new Uint8Array(0x10000),
  classify,
};

/** Some control characters are white space, so that all of them take a closer look. */
const BETWEEN_SPACES: Alphabet = {
  plain: from(" "),
  first: from("!"),
  last: behindLast("\x7f"),
  firstLower: from("a"),
  lastLower: from("a"),
  kinds: new Uint8Array(0x10000),
  classify: (code) => (isSpace(code) ? SPACE : LETTER),
};

/**
 * Pushes the runs of letters up to the first character that takes a closer look, and returns where those four stand.
 * An odd number of bounds is a run that goes on. Where runs start and end cannot be foreseen, so that nothing branches
 * on it: each index is written down, and the next one in its place unless something starts or ends there.
 */
function pushPlainRuns({ view }: Utf8Texts, text: Span, bounds: Bounds, alphabet: Alphabet): number {
  const { plain, first, last, firstLower, lastLower } = alphabet;
  const edges = bounds.values;
  let { length } = bounds;
  let isInRun = (length & 1) << 7;
  let i = text.start;
  for (; i < text.end; i += 4) {
    const bytes = view.getInt32(i, true);
    if (((bytes | ~(bytes + plain)) & HIGH) !== 0) break;
    const lower = bytes | 0x20202020;
    const letters =
      (((bytes + first) ^ (bytes + last)) | ((lower + firstLower) ^ (lower + lastLower))) & HIGH;
    const changes = letters ^ ((letters << 8) | isInRun);
    isInRun = letters >>> 24;
    edges[length] = i;
    length += (changes >>> 7) & 1;
    edges[length] = i + 1;
    length += (changes >>> 15) & 1;
    edges[length] = i + 2;
    length += (changes >>> 23) & 1;
    edges[length] = i + 3;
    length += changes >>> 31;
  }
  bounds.length = length;
  return i;
}

/** Pushes what the characters start and end up to an index, and to the next ASCII character; returns where that is. */
function pushCharacterwise({ bytes }: Utf8Texts, text: Span, bounds: Bounds, alphabet: Alphabet): number {
  const least = Math.min(text.start + 4, text.end);
  let i = text.start;
  while (i < least || (i < text.end && (bytes[i] as number) >= 0x80)) {
    const kind = kindOf(alphabet, codePointAt(bytes, i));
    const next = behind(bytes, i);
    const isInRun = bounds.length & 1;
    if ((kind & LETTER) !== isInRun) bounds.values[bounds.length++] = i;
    if (kind === IDEOGRAPH) push(bounds, i, next);
    i = next;
  }
  return i;
}

/** Runs of letters, and ideographs. */
function pushRuns(texts: Utf8Texts, { start, end }: Span, bounds: Bounds, alphabet: Alphabet): void {
  let i = start;
  while (i < end) {
    i = pushPlainRuns(texts, { start: i, end }, bounds, alphabet);
    i = pushCharacterwise(texts, { start: i, end }, bounds, alphabet);
  }
  if (bounds.length & 1) bounds.values[bounds.length++] = end;
}

/** No word is longer, and no punctuation: a longer run without a break is read character by character. */
const LONGEST = 40;

/** Whether all words from an entry on, and what stands between them, are short: in bytes, which are no fewer than units. */
function areShort({ values, length }: Bounds, from: number, { start, end }: Span): boolean {
  let last = start;
  for (let i = from; i < length; i++) {
    const edge = values[i] as number;
    if (edge - last > LONGEST) return false;
    last = edge;
  }
  return end - last <= LONGEST;
}

function pushCharacters(bytes: Uint8Array, { start, end }: Span, bounds: Bounds): void {
  for (let i = start; i < end; i = behind(bytes, i)) {
    if (kindOf(IN_WORDS, codePointAt(bytes, i)) !== SPACE) push(bounds, i, behind(bytes, i));
  }
}

/** Whether what stands between two words is too much to be punctuation. */
function isLongGap(bytes: Uint8Array, { start, end }: Span): boolean {
  if (end - start <= LONGEST) return false;
  let marks = 0;
  for (let i = start; i < end && marks <= LONGEST; i = behind(bytes, i)) {
    if (kindOf(IN_WORDS, codePointAt(bytes, i)) !== SPACE) marks += unitLength(bytes, i, i + 1);
  }
  return marks > LONGEST;
}

/** Replaces long words and gaps by their characters, from an entry on. */
function splitLong(bytes: Uint8Array, { start, end }: Span, bounds: Bounds, first: number): void {
  const edges = bounds.values.slice(first, bounds.length);
  bounds.length = first;
  let gap = start;
  for (let i = 0; i <= edges.length; i += 2) {
    const from = edges[i] ?? end;
    const to = edges[i + 1] ?? end;
    if (isLongGap(bytes, { start: gap, end: from })) pushCharacters(bytes, { start: gap, end: from }, bounds);
    if (unitLength(bytes, from, to) > LONGEST) pushCharacters(bytes, { start: from, end: to }, bounds);
    else if (to > from) push(bounds, from, to);
    gap = to;
  }
}

/**
 * The words of a text: runs of letters, digits and marks. A character of a script without spaces, such as Chinese, is
 * a word of its own, and so is each character of a run of more than 40 letters, or more than 40 signs: whoever leaves
 * out the spaces hides no repetition, nor does who puts signs in their place. White space never matters but between
 * words. Case is kept.
 */
export const splitWords: Splitter = (texts, text, bounds) => {
  const first = bounds.length;
  reserveBounds(bounds, text);
  pushRuns(texts, text, bounds, IN_WORDS);
  if (!areShort(bounds, first, text)) splitLong(texts.bytes, text, bounds, first);
};

/** What stands between white space, as Python's `str.split()` splits. */
export const splitSpaced: Splitter = (texts, text, bounds) => {
  reserveBounds(bounds, text);
  pushRuns(texts, text, bounds, BETWEEN_SPACES);
};

/** Characters but white space. */
export const splitCharacters: Splitter = ({ bytes }, text, bounds) => {
  reserveBounds(bounds, text);
  pushCharacters(bytes, text, bounds);
};

/** The words of {@link splitWords}, cut out. */
export function words(text: string): readonly string[] {
  const texts = createTexts();
  const bounds = createBounds();
  splitWords(texts, appendText(texts, text), bounds);
  let unit = 0;
  let at = 0;
  const units = Array.from(bounds.values.subarray(0, bounds.length), (edge) => {
    unit += unitLength(texts.bytes, at, edge);
    at = edge;
    return unit;
  });
  return Array.from({ length: units.length / 2 }, (_, i) => text.slice(units[2 * i], units[2 * i + 1]));
}
