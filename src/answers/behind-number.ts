/** A sign of a power or a factorial, a factor, a variable; in upper case the letters are units. */
const FACTOR = /^(?:[!'’′"²³⁰⁴⁵⁶⁷⁸⁹]|[kijxyz](?!\p{L}))/u;
const WORD =
  /(?<!\p{L})(?:or|and|not|no|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|wrong|false|incorrect|squared|cubed|factorial)(?!\p{L})/iu;
/** A question, or characters that nobody writes. */
const NO_TEXT = /[?\p{Cc}\p{Cs}]/u;

/** Whether what stands behind a numeral is no unit: it makes it another number, one of several, or denies it. */
export function changesNumber(behind: string): boolean {
  return FACTOR.test(behind) || WORD.test(behind) || NO_TEXT.test(behind);
}
