/** How two boxes belong together: as entries of a list, as alternatives, or not at all. */
export type Joint = "list" | "or" | null;

const LONGEST_GAP = 120;
const MOST_WORDS = 8;
const MOST_LABEL_WORDS = 4;

const MARKUP = /\\(?:text\w*|mathrm|mbox|qquad|quad|left|right)\b|\\[()[\],;:! %]|[${}~%]/g;
const SENTENCE_END = /[.!?](?:\s|$)|[。！？]|\n\s*\n/;
const RELATION_FIRST = /^[\s&]*(?:[=≈≡→⇒<>]|\\(?:approx|equiv|implies|Rightarrow|to|sim|ge|le)\b)/;
const RETRACTION =
  /\b(?:no|not|wait|but|thus|so|then|therefore|hence|actually|instead|rather|however|corrected|correction|gives?|get|which|because|since|equivalently|i\.e|that is|verify|check)\b|[不错即]/i;
const ALTERNATIVE = /\b(?:or|maybe|perhaps|possibly|alternatively)\b|或/i;
const SYMBOLS_ONLY = /^[\s,;&+/|\\、，；]*$/;
const CONNECTOR = /\band\b|[,;&、，；和与]|\\\\|以及/gi;
const LABEL = /[=:∈]\s*$|^\s*$/;
const WORD = /[a-z]{2,}/gi;

const countWords = (text: string): number => text.match(WORD)?.length ?? 0;

/** Whether what stands behind the last connector of a gap only names the entry that follows: `y =`, `the width is`. */
function endsInConnector(words: string): boolean {
  const last = [...words.matchAll(CONNECTOR)].at(-1);
  if (last === undefined) return false;
  const label = words.slice(last.index + last[0].length);
  return /\w/.test(last[0]) ? countWords(label) <= MOST_LABEL_WORDS : LABEL.test(label);
}

/** How two boxes belong together, told by what stands between them. */
export function joint(gap: string): Joint {
  if (gap.length > LONGEST_GAP || SENTENCE_END.test(gap)) return null;
  const words = gap.replace(MARKUP, " ");
  if (RELATION_FIRST.test(words) || RETRACTION.test(words) || countWords(words) > MOST_WORDS) return null;
  if (ALTERNATIVE.test(words)) return "or";
  if (SYMBOLS_ONLY.test(words) && (!gap.includes("\n") || words.trim() !== "")) return "list";
  return endsInConnector(words) ? "list" : null;
}
