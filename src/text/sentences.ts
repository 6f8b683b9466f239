/** A sentence ends at a line break, or at a full stop that is not a decimal point. */
const SENTENCE_END = /[\n。！？]|[.!?](?=[\s*"'”’)]|$)|<\|/gu;

/** What a full stop follows that ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:i\.\s?e|e\.\s?g|a\.m|p\.m|approx|resp|vs|ca|cf|no|eq|fig|mr|mrs|ms|dr|st)$/i;
const LONGEST_ABBREVIATION = 8;

function isAbbreviation(text: string, start: number, stop: number): boolean {
  return ABBREVIATION.test(text.slice(Math.max(start, stop - LONGEST_ABBREVIATION), stop));
}

/**
 * Where the sentence ends that holds `start`: the index of its full stop, question mark, exclamation mark or line
 * break, or `limit`. Decimal points and the usual abbreviations end no sentence.
 */
export function sentenceEnd(text: string, start: number, limit: number = text.length): number {
  SENTENCE_END.lastIndex = start;
  for (let match = SENTENCE_END.exec(text); match !== null; match = SENTENCE_END.exec(text)) {
    if (match.index >= limit) break;
    if (match[0] !== "." || !isAbbreviation(text, start, match.index)) return match.index;
  }
  return limit;
}
