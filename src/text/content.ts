import { isSpace } from "./python-text.js";

/** Zero-width spaces and joiners, soft hyphens, variation selectors, blank Braille: characters that show nothing. */
const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\u2800]$/u;
const UNSEEN_OR_PUNCTUATION = /^[\p{Default_Ignorable_Code_Point}\u2800\p{P}]$/u;

/** Whether a stretch of a text holds a character that is neither white space nor one of those to be skipped. */
function hasOther(text: string, start: number, end: number, skipped: RegExp): boolean {
  for (let i = start; i < end; i++) {
    if (isSpace(text.charCodeAt(i))) continue;
    const character = String.fromCodePoint(text.codePointAt(i) as number);
    if (!skipped.test(character)) return true;
    i += character.length - 1;
  }
  return false;
}

/** Whether a stretch of a text holds anything that a reader would see: neither white space nor zero-width. */
export function hasContent(text: string, start: number, end: number): boolean {
  return hasOther(text, start, end, UNSEEN);
}

/** Whether a stretch of a text holds more than punctuation: `...` is what prompts write where a text is to stand. */
export function saysSomething(text: string, start: number, end: number): boolean {
  return hasOther(text, start, end, UNSEEN_OR_PUNCTUATION);
}
