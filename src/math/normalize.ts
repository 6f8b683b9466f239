/** An answer longer than this is compared as it is: no answer worth normalising is. */
const MAX_NORMALIZED_LENGTH = 2000;

/** Rewrites in order; each is linear and none can undo an earlier one. */
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/\\(?:(?:left|right|displaystyle)(?![a-zA-Z])|[,!;: ])/g, ""],
  [/\\[dtc]frac(?![a-zA-Z])/g, "\\frac"],
  [/\\(?:text|textbf|mathrm|mathbf|operatorname|boxed|fbox)\s{0,8}\{([^{}]*)\}/g, "$1"],
  [/\\\$|[$*]|\\[()[\]]/g, ""],
  [/\{,\}/g, ","],
  [/\\%/g, "%"],
  [/[−–]/g, "-"],
  [/\s+/g, ""],
  [/^[a-z]=/i, ""],
];

function withoutFinalStops(text: string): string {
  let end = text.length;
  while (end > 0 && ".。,".includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/**
 * The canonical spelling of an answer for comparison as text: look-alike characters folded (NFKC), math
 * delimiters, spacing commands, text wrappers and white space removed, a leading `x=` dropped, lower case.
 */
export function normalizeAnswer(answer: string): string {
  if (answer.length > MAX_NORMALIZED_LENGTH) return answer;
  let text = answer.normalize("NFKC");
  for (const [pattern, replacement] of REWRITES) text = text.replace(pattern, replacement);
  return withoutFinalStops(text).toLowerCase();
}
