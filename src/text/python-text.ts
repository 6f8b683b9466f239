/** White space as Python's `str.isspace`, `str.strip` and the `\s` of its `re` have it: other code units than JavaScript's. */
export function isSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || (unit >= 0x1c && unit <= 0x1f);
  return unit === 0x85 || (unit !== 0xfeff && /\s/.test(String.fromCharCode(unit)));
}

/** Index of the first unit from `start` on that is no white space; `end` if there is none. */
export function skipSpace(text: string, start: number, end: number = text.length): number {
  let i = start;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** Whether a stretch of a text holds white space only, or nothing. */
export function isBlank(text: string, start: number, end: number): boolean {
  return skipSpace(text, start, end) === end;
}
