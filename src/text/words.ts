import { isSpace } from "./python-text.js";

/** What a UTF-16 unit is to the scanner; surrogates are looked up as pairs. */
const UNKNOWN = 0;
const GAP = 1;
const SPACE = 2;
const LETTER = 3;
/** A character of a script that is written without spaces: a word of its own. */
const IDEOGRAPH = 4;

const IS_SPACE = /\s/;
const IS_LETTER = /[\p{L}\p{N}\p{M}]/u;
const IS_IDEOGRAPH =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/u;

function classify(character: string): number {
  if (IS_SPACE.test(character)) return SPACE;
  if (IS_IDEOGRAPH.test(character)) return IDEOGRAPH;
  return IS_LETTER.test(character) ? LETTER : GAP;
}

/** The classes of UTF-16 units, filled in as texts need them; a surrogate has none without its pair. */
const classes = new Uint8Array(0x10000);

const isSurrogate = (unit: number): boolean => (unit & 0xf800) === 0xd800;

function classAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  const known = classes[unit] as number;
  if (known !== UNKNOWN) return known;
  const found = classify(String.fromCodePoint(text.codePointAt(index) as number));
  if (!isSurrogate(unit)) classes[unit] = found;
  return found;
}

/** No word is longer, and no punctuation: a longer run without a break is read character by character. */
const LONGEST = 40;

/** The units that a text is read as. */
export interface TextUnits {
  readonly text: string;
  /** Where each unit starts and ends: two entries a unit. */
  readonly bounds: Int32Array;
}

/** Collects the bounds of units; a text has no more units than UTF-16 units. */
interface Bounds {
  readonly values: Int32Array;
  length: number;
}

function push(bounds: Bounds, start: number, end: number): void {
  bounds.values[bounds.length++] = start;
  bounds.values[bounds.length++] = end;
}

/** Index behind the character at `index`. */
function behind(text: string, index: number): number {
  if (!isSurrogate(text.charCodeAt(index))) return index + 1;
  return index + ((text.codePointAt(index) as number) > 0xffff ? 2 : 1);
}

function pushCharacters(bounds: Bounds, text: string, start: number, end: number): void {
  for (let i = start; i < end; i = behind(text, i)) {
    if (classAt(text, i) !== SPACE) push(bounds, i, behind(text, i));
  }
}

/** Adds what stands between two words, if it is too much to be punctuation. */
function pushGap(bounds: Bounds, text: string, start: number, end: number): void {
  if (end - start <= LONGEST) return;
  let marks = 0;
  for (let i = start; i < end && marks <= LONGEST; i++) if (classAt(text, i) !== SPACE) marks++;
  if (marks > LONGEST) pushCharacters(bounds, text, start, end);
}

function pushWord(bounds: Bounds, text: string, start: number, end: number): void {
  if (end - start > LONGEST) pushCharacters(bounds, text, start, end);
  else push(bounds, start, end);
}

function wordEnd(text: string, start: number): number {
  let end = behind(text, start);
  while (end < text.length && classAt(text, end) === LETTER) end = behind(text, end);
  return end;
}

/**
 * The words of a text: runs of letters, digits and marks. A character of a script without spaces, such as Chinese, is
 * a word of its own, and so is each character of a run of more than 40 letters, or more than 40 signs: whoever leaves
 * out the spaces hides no repetition, nor does who puts signs in their place. White space never matters but between
 * words. Case is kept.
 */
export function wordUnits(text: string): TextUnits {
  const bounds: Bounds = { values: new Int32Array(2 * text.length), length: 0 };
  let gap = 0;
  let i = 0;
  while (i < text.length) {
    const kind = classAt(text, i);
    if (kind < LETTER) {
      i = behind(text, i);
      continue;
    }
    pushGap(bounds, text, gap, i);
    const end = kind === LETTER ? wordEnd(text, i) : behind(text, i);
    pushWord(bounds, text, i, end);
    gap = end;
    i = end;
  }
  pushGap(bounds, text, gap, text.length);
  return { text, bounds: bounds.values.subarray(0, bounds.length) };
}

/** The words of {@link wordUnits}, cut out. */
export function words(text: string): readonly string[] {
  const { bounds } = wordUnits(text);
  return Array.from({ length: bounds.length / 2 }, (_, i) => text.slice(bounds[2 * i], bounds[2 * i + 1]));
}

/** What stands between white space, as Python's `str.split()` splits. */
export function spacedUnits(text: string): TextUnits {
  const bounds: Bounds = { values: new Int32Array(text.length + 1), length: 0 };
  let start = -1;
  for (let i = 0; i < text.length; i++) {
    const blank = isSpace(text.charCodeAt(i));
    if (blank && start >= 0) {
      push(bounds, start, i);
      start = -1;
    } else if (!blank && start < 0) start = i;
  }
  if (start >= 0) push(bounds, start, text.length);
  return { text, bounds: bounds.values.subarray(0, bounds.length) };
}
