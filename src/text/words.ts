import { appendText, type CodeUnits, createCodeUnits } from "./code-units.js";
import { grown } from "./first-places.js";
import { isSpace } from "./python-text.js";
import type { Span } from "./span.js";

/** What a unit is to the scanner. Only {@link LETTER} is odd: that tells words from what is between them. */
const GAP = 0;
const LETTER = 1;
const SPACE = 2;
/** A character of a script that is written without spaces: a word of its own. */
const IDEOGRAPH = 4;
/** Half of a pair, or not looked up yet. */
const UNKNOWN = 6;

const IS_SPACE = /\s/;
const IS_LETTER = /[\p{L}\p{N}\p{M}]/u;
const IS_IDEOGRAPH =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/u;

function classify(character: string): number {
  if (IS_SPACE.test(character)) return SPACE;
  if (IS_IDEOGRAPH.test(character)) return IDEOGRAPH;
  return IS_LETTER.test(character) ? LETTER : GAP;
}

/** The kinds of UTF-16 units, filled in as texts need them; a surrogate has none without its pair. */
const kinds = new Uint8Array(0x10000).fill(UNKNOWN);

/** The kinds of units to who splits at white space, as Python's `str.split()` does. */
let spacedKinds: Uint8Array | undefined;

const isHigh = (unit: number): boolean => (unit & 0xfc00) === 0xd800;
const isLow = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;

/** Index behind the character at `index`. */
function behind(values: Uint16Array, index: number): number {
  const isPair = isHigh(values[index] as number) && isLow(values[index + 1] as number);
  return isPair ? index + 2 : index + 1;
}

function kindAt(values: Uint16Array, index: number): number {
  const unit = values[index] as number;
  const known = kinds[unit] as number;
  if (known !== UNKNOWN) return known;
  const kind = classify(String.fromCharCode(...values.subarray(index, behind(values, index))));
  if ((unit & 0xf800) !== 0xd800) kinds[unit] = kind;
  return kind;
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

/** Makes room for the pieces of a text: it has no more of them than units, and one more entry is written and left. */
function reserveBounds(bounds: Bounds, { start, end }: Span): void {
  const needed = bounds.length + 2 * (end - start) + 1;
  if (bounds.values.length < needed) bounds.values = grown(bounds.values, needed);
}

function push(bounds: Bounds, start: number, end: number): void {
  bounds.values[bounds.length++] = start;
  bounds.values[bounds.length++] = end;
}

/** Adds the pieces of a text that stands among the units. */
export type Splitter = (units: CodeUnits, text: Span, bounds: Bounds) => void;

/**
 * Pushes the runs of letters up to the first unit that takes a closer look, and returns its index. An odd number of
 * bounds is a run that goes on. Where runs start and end cannot be foreseen, so that nothing branches on it: each index
 * is written down, and the next one in its place unless something starts or ends there.
 */
function pushPlainRuns(
  values: Uint16Array,
  { start, end }: Span,
  bounds: Bounds,
  kindOf: Uint8Array,
): number {
  const edges = bounds.values;
  let { length } = bounds;
  let isInRun = length & 1;
  let i = start;
  for (; i < end; i++) {
    const kind = kindOf[values[i] as number] as number;
    if (kind > SPACE) break;
    const isLetter = kind & LETTER;
    edges[length] = i;
    length += isLetter ^ isInRun;
    isInRun = isLetter;
  }
  bounds.length = length;
  return i;
}

/** Pushes what the character at an index starts or ends, and returns the index behind it. */
function pushCharacter(values: Uint16Array, index: number, bounds: Bounds): number {
  const kind = kindAt(values, index);
  const next = behind(values, index);
  const isInRun = bounds.length & 1;
  if ((kind & LETTER) !== isInRun) bounds.values[bounds.length++] = index;
  if (kind === IDEOGRAPH) push(bounds, index, next);
  return next;
}

/** Runs of letters, and ideographs. */
function pushRuns(values: Uint16Array, { start, end }: Span, bounds: Bounds, kindOf: Uint8Array): void {
  let i = start;
  while (i < end) {
    i = pushPlainRuns(values, { start: i, end }, bounds, kindOf);
    if (i < end) i = pushCharacter(values, i, bounds);
  }
  if (bounds.length & 1) bounds.values[bounds.length++] = end;
}

/** No word is longer, and no punctuation: a longer run without a break is read character by character. */
const LONGEST = 40;

/** Whether all words from an entry on, and what stands between them, are short. */
function areShort({ values, length }: Bounds, from: number, { start, end }: Span): boolean {
  let last = start;
  for (let i = from; i < length; i++) {
    const edge = values[i] as number;
    if (edge - last > LONGEST) return false;
    last = edge;
  }
  return end - last <= LONGEST;
}

function pushCharacters(values: Uint16Array, { start, end }: Span, bounds: Bounds): void {
  for (let i = start; i < end; i = behind(values, i)) {
    if (kindAt(values, i) !== SPACE) push(bounds, i, behind(values, i));
  }
}

/** Whether what stands between two words is too much to be punctuation. */
function isLongGap(values: Uint16Array, { start, end }: Span): boolean {
  if (end - start <= LONGEST) return false;
  let marks = 0;
  for (let i = start; i < end && marks <= LONGEST; i++) if (kindAt(values, i) !== SPACE) marks++;
  return marks > LONGEST;
}

/** Replaces long words and gaps by their characters, from an entry on. */
function splitLong(values: Uint16Array, { start, end }: Span, bounds: Bounds, first: number): void {
  const edges = bounds.values.slice(first, bounds.length);
  bounds.length = first;
  let gap = start;
  for (let i = 0; i <= edges.length; i += 2) {
    const from = edges[i] ?? end;
    const to = edges[i + 1] ?? end;
    if (isLongGap(values, { start: gap, end: from }))
      pushCharacters(values, { start: gap, end: from }, bounds);
    if (to - from > LONGEST) pushCharacters(values, { start: from, end: to }, bounds);
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
export const splitWords: Splitter = ({ values }, text, bounds) => {
  const first = bounds.length;
  reserveBounds(bounds, text);
  pushRuns(values, text, bounds, kinds);
  if (!areShort(bounds, first, text)) splitLong(values, text, bounds, first);
};

/** What stands between white space, as Python's `str.split()` splits. */
export const splitSpaced: Splitter = ({ values }, text, bounds) => {
  spacedKinds ??= Uint8Array.from({ length: 0x10000 }, (_, unit) => (isSpace(unit) ? SPACE : LETTER));
  reserveBounds(bounds, text);
  pushRuns(values, text, bounds, spacedKinds);
};

/** Characters but white space. */
export const splitCharacters: Splitter = ({ values }, text, bounds) => {
  reserveBounds(bounds, text);
  pushCharacters(values, text, bounds);
};

/** The words of {@link splitWords}, cut out. */
export function words(text: string): readonly string[] {
  const units = createCodeUnits();
  const bounds = createBounds();
  splitWords(units, appendText(units, text), bounds);
  const edges = bounds.values;
  return Array.from({ length: bounds.length / 2 }, (_, i) => text.slice(edges[2 * i], edges[2 * i + 1]));
}
