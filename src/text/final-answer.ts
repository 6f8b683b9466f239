import type { Span } from "./span.js";

/**
 * Phrases after which a model states its answer, in English and Chinese, and GSM8K's `####`. `A:` counts on the last
 * line only: elsewhere it is the first of the options.
 */
const ANSWER_PHRASE =
  /####|^A:(?=[^\n]*(?:\n\s*)?(?!.))|(?:\banswer(?:[*_]{0,3} (?:is|was|would be|will be)\b|[*_]{0,3}\s?[:：=])|答案?[是为：:])[\s:*_]{0,8}(?:(?:\\\[|\$\$)\s{0,8})?/gimsu;

/** A sentence ends at a line break, or at a full stop that is not a decimal point. */
const SENTENCE_END = /[\n。！？]|[.!?](?=\s|\*|$)/gu;

const VISIBLE = /\S/gu;

function sentenceEnd(text: string, start: number): number {
  SENTENCE_END.lastIndex = start;
  return SENTENCE_END.exec(text)?.index ?? text.length;
}

/** Every scan ends where the next phrase begins at the latest: all of them together are one pass. */
function nextVisible(text: string, start: number): number {
  VISIBLE.lastIndex = start;
  return VISIBLE.exec(text)?.index ?? text.length;
}

/**
 * The rest of the sentence after the last phrase such as "the final answer is", "answer:" or "####".
 * Empty rests are skipped, so that a heading "Answer:" with nothing behind it does not hide the answer before it.
 */
export function lastFinalAnswer(text: string): Span | null {
  let last: Span | null = null;
  let end = -1;
  for (const match of text.matchAll(ANSWER_PHRASE)) {
    const start = match.index + match[0].length;
    if (end < start) end = sentenceEnd(text, start);
    if (nextVisible(text, start) < end) last = { start, end };
  }
  return last;
}

const GSM8K_MARK = "####";

/** The line behind the last `####`, which is how GSM8K's solutions end. */
export function lastMarked(text: string): Span | null {
  const mark = text.lastIndexOf(GSM8K_MARK);
  if (mark < 0) return null;
  const start = mark + GSM8K_MARK.length;
  const newline = text.indexOf("\n", start);
  return { start, end: newline < 0 ? text.length : newline };
}
