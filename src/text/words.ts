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

/** The classes of UTF-16 units, filled in as texts need them. */
const classes = /* @__PURE__ */ new Uint8Array(0x10000);

function classAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  const known = classes[unit] ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
  const found = classify(character);
  if (character.length === 1) classes[unit] = found;
  return found;
}

/** No word is longer, and no punctuation: a longer run without a break is read character by character. */
const LONGEST = 40;

function pushCharacters(words: string[], run: string): void {
  for (const character of run) if (!IS_SPACE.test(character)) words.push(character);
}

/** Adds what stands between two words, if it is too much to be punctuation. */
function pushGap(words: string[], text: string, start: number, end: number): void {
  if (end - start <= LONGEST) return;
  const marks = text.slice(start, end).replace(/\s+/g, "");
  if (marks.length > LONGEST) pushCharacters(words, marks);
}

function pushWord(words: string[], text: string, start: number, end: number): void {
  if (end - start > LONGEST) pushCharacters(words, text.slice(start, end));
  else words.push(text.slice(start, end));
}

/** Index behind the character at `index`. */
function behind(text: string, index: number): number {
  return index + ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);
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
export function words(text: string): readonly string[] {
  const found: string[] = [];
  let gap = 0;
  let i = 0;
  while (i < text.length) {
    const kind = classAt(text, i);
    if (kind < LETTER) {
      i = behind(text, i);
      continue;
    }
    pushGap(found, text, gap, i);
    const end = kind === LETTER ? wordEnd(text, i) : behind(text, i);
    pushWord(found, text, i, end);
    gap = end;
    i = end;
  }
  pushGap(found, text, gap, text.length);
  return found;
}
