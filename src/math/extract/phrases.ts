/** The word of a phrase that announces an answer. */
const KEYWORD =
  /answer|(?<![a-z])ans(?=[:.]? ?[:=])|(?<=final )result|答案|答[:：]|[故应]选|réponse|respuesta|resposta|risposta|antwort|ответ|答え|الإجابة|الجواب|उत्तर/giu;

type KeywordKind = "answer" | "foreign" | "complete";

/** What stands between the word and the answer: a verb or a colon, or a line break below a heading. */
const OPENINGS: Readonly<Record<KeywordKind, RegExp>> = {
  answer:
    /(?:[*_”)]{0,3}(?: to (?:the|this|that|our|your|part|question|problem)\b[^.\n:=]{0,60}?)? (?:is|was|will be|would be|should be|must be)\b|[*_”)]{0,3}\s?[:：=]|[*_]{0,3}\s*\n)[\s:*_]{0,8}/iuy,
  foreign:
    /(?:\s?(?:final|finale|correcte?|correcta|应该|应当|应))?\s?(?:(?:est|es|[éèは是为為]|ist|lautet|هي|هو|है)\s?[:：]?|[:：=])[\s*_]{0,8}/iuy,
  complete: /[\s:：*_]{0,8}/uy,
};

/** A heading, or a line that begins with emphasis: what stands below it is the answer. */
const HEADING_BEFORE = /(?:^|\n)[ \t]{0,3}(?:(?:#{1,6} |\*\*)[^\n]{0,40}|final )$/i;

/** What a sentence says first if it only mentions an answer. */
const MENTIONS: readonly RegExp[] = [
  /\b(?:incorrect|inaccurate|false|wrong|bad|previous|initial|unsure|doubt|unlikely|impossible|no idea)\b/i,
  /(?:\bnot|n[’']t|\bnever|\bcannot) (?:(?:be|yet|quite|really|entirely) )?(?:sure|certain|clear|true|know|think|believe|say|mean|the case|likely|possible)\b/i,
  /\b(?:if|whether|suppose|assuming|unless|until|maybe|perhaps|possibly)(?: that)?(?: the| my| your| our)?(?: final| correct)? $/i,
  /(?:\bnot|n[’']t|\bnever)(?: \w+){0,3} (?:the|an|my|your|our)(?: final| correct)? $/i,
  /不(?:确定|知道|认为)/,
];

const FINAL_BEFORE = /\b(?:final|correct|actual)[ *_]{0,3}$/i;
const SENTENCE_BREAK = /[\n。！？]|[.!?](?=\s)/g;
const LONGEST_PREFIX = 160;
/** However many phrases a text has, the last few say which answer it gives. */
const MOST_PHRASES = 16;

/** An announcement of an answer: where its sentence has its word, and where what it announces begins. */
export interface Phrase {
  readonly index: number;
  readonly start: number;
  /** It claims to be the last word: "the final answer", "the correct answer". */
  readonly isFinal: boolean;
}

/** What the sentence of `index` says before it. */
function sentencePrefix(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - LONGEST_PREFIX), index);
  let start = 0;
  for (const match of before.matchAll(SENTENCE_BREAK)) start = match.index + match[0].length;
  return before.slice(start);
}

function kindOf(keyword: string): KeywordKind {
  if (/^(?:answer|ans|result)$/i.test(keyword)) return "answer";
  return /[:：选]$/.test(keyword) ? "complete" : "foreign";
}

function readPhrase(text: string, index: number, keyword: string): Phrase | null {
  const opening = OPENINGS[kindOf(keyword)];
  opening.lastIndex = index + keyword.length;
  const match = opening.exec(text);
  if (match === null) return null;
  const start = opening.lastIndex;
  if (/^[*_]{0,3}\s*\n/.test(match[0]) && !HEADING_BEFORE.test(text.slice(Math.max(0, index - 48), index)))
    return null;
  const prefix = sentencePrefix(text, index);
  if (MENTIONS.some((mention) => mention.test(prefix))) return null;
  return { index, start, isFinal: FINAL_BEFORE.test(prefix) };
}

const LONGEST_LAST_LINE = 400;

/** `A:` announces an answer on the last line only: elsewhere it is the first of the options. */
function lastLinePhrase(text: string): Phrase | null {
  const end = text.trimEnd().length;
  const lineStart = text.lastIndexOf("\n", end - 1) + 1;
  if (end - lineStart > LONGEST_LAST_LINE || !text.startsWith("A:", lineStart)) return null;
  return { index: lineStart, start: lineStart + 2, isFinal: false };
}

/** The announcements of a text, the last one first. */
export function* phrasesFromTheEnd(text: string): Generator<Phrase> {
  const lastLine = lastLinePhrase(text);
  if (lastLine !== null) yield lastLine;
  const keywords: RegExpExecArray[] = [];
  for (const match of text.matchAll(KEYWORD)) {
    keywords.push(match);
    if (keywords.length > 2 * MOST_PHRASES) keywords.splice(0, MOST_PHRASES);
  }
  for (const match of keywords.slice(-MOST_PHRASES).reverse()) {
    const phrase = readPhrase(text, match.index, match[0]);
    if (phrase !== null) yield phrase;
  }
}
