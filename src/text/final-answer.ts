import type { Span } from "./span.js";

/**
 * Phrases after which a model states its answer, in English and Chinese, and GSM8K's `####`. `A:` counts on the last
 * line only: elsewhere it is the first of the options.
 */
const ANSWER_PHRASE =
  /####|^A:(?=[^\n]*(?:\n\s*)?(?!.))|\banswer(?: is\b| was\b| would be\b| will be\b|\s?[:：=])[\s:*]{0,8}|答案?[是为：:]\s{0,8}/gimsu;

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
