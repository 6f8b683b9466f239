import { isSpace } from "./python-text.js";

/** Zero-width spaces and joiners, soft hyphens, variation selectors: characters that show nothing. */
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}$/u;

/** Whether a stretch of a text holds anything that a reader would see: neither white space nor zero-width. */
export function hasContent(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (!isSpace(unit) && (unit < 0x80 || !IGNORABLE.test(text.charAt(i)))) return true;
  }
  return false;
}
