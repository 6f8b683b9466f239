/** An answer longer than this is compared as it is: no answer worth normalising is. */
const MAX_NORMALIZED_LENGTH = 2000;

/** What may stand in an answer that is normal already, but for its end. */
const PLAIN = /^[\w+\-/^()[\],.=<>!|]*$/;

/**
 * Rewrites in order; each is linear and none can undo an earlier one. A text without the sign in front of a rewrite is
 * not searched: to look for a sign costs a tenth of it.
 */
const REWRITES: readonly (readonly [sign: string, pattern: RegExp, replacement: string])[] = [
  ["\\", /\\(?:(?:left|right|displaystyle)(?![a-zA-Z])|[,!])/g, ""],
  ["\\", /\\[;: ]/g, " "],
  ["frac", /\\[dtc]frac(?![a-zA-Z])/g, "\\frac"],
  ["$", /^\${1,2}|(?<!\$)\${1,2}$/g, ""],
  ["{,}", /\{,\}/g, ","],
  ["^{", /\^\{(\w)\}/g, "^$1"],
  ["", /\s+/g, " "],
  [", ", /(?<=\d), (?=\d{3}(?!\d))/g, ";"],
  [" ", / (?!\d)|(?<!\d) /g, ""],
  ["*", /^\*{1,3}/, ""],
];

const ONLY_STOPS = /^[.。,]*$/;
const STOPS = ".。,";
const FINAL_MARKS = `${STOPS}*`;
const MOST_STARS = 3;

function isStop(text: string, index: number): boolean {
  return index >= 0 && STOPS.includes(text.charAt(index));
}

/**
 * Without the full stop or comma after an answer, and the end of its Markdown emphasis. An ellipsis is part of the
 * answer, and so is the star of `z^*`.
 */
function withoutFinalMarks(text: string): string {
  if (!FINAL_MARKS.includes(text.charAt(text.length - 1))) return text;
  if (ONLY_STOPS.test(text)) return "";
  if (text.endsWith("..")) return text;
  const last = text.length - 1;
  const end = isStop(text, last) ? last : text.length;
  let stars = end;
  while (text.charAt(stars - 1) === "*") stars--;
  if (end - stars > MOST_STARS || text.charAt(stars - 1) === "^") return text.slice(0, end);
  return text.slice(0, isStop(text, stars - 1) ? stars - 1 : stars);
}

/**
 * The spelling of an answer without what never means anything: math delimiters, spacing commands, emphasis, final
 * marks. Equal spellings are the same answer; different ones say nothing. White space stays only where it means
 * something, between digits: `1 1/2` is not `11/2`, and `1, 234` (two numbers) is not `1,234`.
 */
export function normalizeAnswer(answer: string): string {
  if (answer.length > MAX_NORMALIZED_LENGTH) return answer;
  if (PLAIN.test(answer)) return withoutFinalMarks(answer);
  let text = answer;
  for (const [sign, pattern, replacement] of REWRITES) {
    if (text.includes(sign)) text = text.replace(pattern, replacement);
  }
  return withoutFinalMarks(text);
}
