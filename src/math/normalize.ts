/** An answer longer than this is compared as it is: no answer worth normalising is. */
const MAX_NORMALIZED_LENGTH = 2000;

/** Rewrites in order; each is linear and none can undo an earlier one. */
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/\\(?:(?:left|right|displaystyle)(?![a-zA-Z])|[,!])/g, ""],
  [/\\[;: ]/g, " "],
  [/\\[dtc]frac(?![a-zA-Z])/g, "\\frac"],
  [/\\(?:text|textbf|mathrm|mathbf|operatorname|boxed|fbox)\s{0,8}\{([^{}]*)\}/g, "$1"],
  [/\\?\$|\\[()[\]]/g, ""],
  [/\{,\}/g, ","],
  [/\\%/g, "%"],
  [/[‐‑−–—]/g, "-"],
  [/\p{Cf}(?!\d)|(?<!\d)\p{Cf}/gu, ""],
  [/\s+/g, " "],
  [/[⁄∕]/g, "/"],
  [/\^\{(\w)\}/g, "^$1"],
  [/(?<=\d), (?=\d{3}(?!\d))/g, ";"],
  [/ (?!\d)|(?<!\d) /g, ""],
  [/^\*{1,3}/, ""],
];

/**
 * The full stop or comma after an answer, and the end of its Markdown emphasis. An ellipsis is part of the answer, and
 * so is the star of `z^*`.
 */
function withoutFinalMarks(text: string): string {
  if (ONLY_STOPS.test(text)) return "";
  const end = text.endsWith("..") ? text.length : text.search(FINAL_MARKS);
  return end < 0 ? text : text.slice(0, end);
}

const ONLY_STOPS = /^[.。,]*$/;
const FINAL_MARKS = /[.。,]?(?<![\^*])\*{0,3}[.。,]?$/;

/** NFKC alone would read `2²` as `22`. */
const RAISED = /[\u2070\u00b9\u00b2\u00b3\u2074-\u207b]+/g;
const LOWERED = /[\u2080-\u208b]+/g;

/** NFKC alone would read `1½` as `11/2`. */
const VULGAR_FRACTION_AFTER_DIGIT = /(?<=\d)(?=[\u00bc-\u00be\u2150-\u215e])/g;

function spellOut(text: string): string {
  return text.replace(RAISED, "^{$&}").replace(LOWERED, "_{$&}").replace(VULGAR_FRACTION_AFTER_DIGIT, " ");
}

/**
 * The canonical spelling of an answer for comparison as text: look-alike characters folded (NFKC), math
 * delimiters, spacing commands, text wrappers and emphasis removed, lower case. White space stays only where it
 * means something, between digits: `1 1/2` is not `11/2`, and `1, 234` (two numbers) is not `1,234`.
 */
export function normalizeAnswer(answer: string): string {
  if (answer.length > MAX_NORMALIZED_LENGTH) return answer;
  let text = spellOut(answer).normalize("NFKC");
  for (const [pattern, replacement] of REWRITES) text = text.replace(pattern, replacement);
  return withoutFinalMarks(text).toLowerCase();
}
