import { pythonStrip } from "../text/index.js";

/** The options of a question: their letters, and their texts where they are known. */
export interface Choices {
  /** `"A"`, `"B"` and so on. */
  readonly letters: string;
  /** In the order of the letters. */
  readonly texts: readonly string[];
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const NOT_ALPHANUMERIC = /[^\p{L}\p{N}]+/gu;
/** What may stand around a number, and between its parts, without making another one of it. */
const AROUND_NUMBERS =
  /[\s$*_"'`,{}()[\]\p{Default_Ignorable_Code_Point}]+|\\[()[\],;! ]|\\(?:text|mathrm|left|right)(?![a-z])|\.$/gu;
const WRAPPER = /^\\(?:text|textbf|mathrm|mathbf)\{([^{}]*)\}$/;
const LONGEST = 2000;

/** `B`, `(b)`, `[B]`, `B.`; or with the option's text behind it: `B) …`, `(B) …`, `B: …`. */
const LETTERED = /^[([{]?([A-Z])(?:[)\]}][.:]?|[.:])?(?:$|(?<=[.:)\]}])\s+(\S[\s\S]*)$)/i;

/** A sentence that states the answer, in English or Chinese, with the letter behind it. */
const STATED =
  /(?:\b(?:answer|(?:correct|right|best|final|my)\s(?:option|choice))|答案|选择?)\W{0,3}(?:(?:\b(?:is|would be|must be)|[是为])\W{0,3})?(?:\boption\W{0,2})?([A-Z])(?![\w'’])/gi;
/** `C is correct`. */
const CONFIRMED = /\b([A-Z])[)\]}]? is (?:the )?correct/g;
/** A letter by itself: in brackets in either case, else in upper case. */
const BRACKETED = /[([{]([A-Z])[)\]}]/gi;
const BARE = /(?<![\w'’\\])([A-Z])(?![\w'’])(\s{1,3}[a-z]+)?/g;
/** What joins two options: then neither is the answer. */
const HEDGE = /^[)\]}]?\s{0,3}(?:or|and|and\/or|[/,&|或和])\s{0,3}(?:option |answer )?[([{]?[A-Z](?![\w'’])/i;
const DENIAL = /\b(?:not|isn['’]t|neither|nor|none|except|wrong|incorrect|false|eliminate)\b|不是|错/i;
/** Another option that stands beside the first, with a sign or a short word between; but `B, not C` and `B (A is wrong)`. */
const BESIDE =
  /^[)\]}]?(?:[\s,;&+/|=<>]{1,4}|[\s,;]{0,3}\(|[\s,;]{1,3}\(?(?!not\s|no\s|as\s|if\s|for\s|so\s)\p{L}{1,4}\s{1,3}|以及|还是|[和或跟与])[([{]?[A-Z](?![\w'’]|[)\]}]?\s{1,3}\p{Ll})/u;
/** `Answer B is wrong` states nothing, nor does `Answer B?`. */
const DENIED =
  /^[)\]}]?(?:\s{0,3}\?|,?\s{1,3}(?:is\s{1,3}(?:not|wrong|incorrect|false)|isn|can|not\s{0,3}(?:[.!]|$)))/i;
const ASKED = /[A-Z][)\]}]?\s{0,3}\?/;
const TAG = /<\/?[a-z][^<>]{0,100}>/gi;
const JOINING = /^\s+(?:or|and|is|nor)$/;

/** The choices of a question, from its number of options or their texts. */
export function makeChoices(optionCount: number, texts: readonly string[] = []): Choices {
  return { letters: LETTERS.slice(0, texts.length > 0 ? texts.length : optionCount), texts };
}

/** The letter of the `index`-th option, or `null` if there are not so many. */
export function letterAt({ letters }: Choices, index: number): string | null {
  return Number.isInteger(index) && index >= 0 && index < letters.length ? letters.charAt(index) : null;
}

/** The text of an option without case and punctuation; where there are digits, signs count. */
function normal(text: string): string {
  const lower = text.toLowerCase();
  return /\d/.test(lower)
    ? lower.replaceAll("−", "-").trim().replace(AROUND_NUMBERS, "")
    : lower.replace(NOT_ALPHANUMERIC, " ").trim();
}

/** The letter of the only option with this text. */
function letterOfText(answer: string, choices: Choices): string | null {
  const wanted = normal(answer);
  const matching = [...choices.texts.keys()].filter((i) => normal(choices.texts[i] as string) === wanted);
  return matching.length === 1 && wanted !== "" ? letterAt(choices, matching[0] as number) : null;
}

const valid = (letter: string | undefined, { letters }: Choices): string | null => {
  const upper = letter?.toUpperCase();
  return upper !== undefined && letters.includes(upper) ? upper : null;
};

/** The letters that stand by themselves, each once. */
function standaloneLetters(text: string, choices: Choices): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, letter] of text.matchAll(BRACKETED)) found.add(letter?.toUpperCase() as string);
  for (const [, letter, word] of text.matchAll(BARE)) {
    const isWord = (letter === "A" || letter === "I") && word !== undefined && !JOINING.test(word);
    if (!isWord) found.add(letter as string);
  }
  return new Set([...found].filter((letter) => choices.letters.includes(letter)));
}

/** Reads an answer that is nothing but a choice: its letter, its text, or both where they agree. */
export function readChoice(answer: string, choices: Choices): string | null {
  if (answer.length > LONGEST) return null;
  const stripped = pythonStrip(answer);
  const plain = WRAPPER.exec(stripped)?.[1] ?? stripped;
  const match = LETTERED.exec(plain);
  const letter = valid(match?.[1], choices);
  if (match === null || letter === null) return letterOfText(plain, choices);
  const [, , text] = match;
  if (text === undefined) return letter;
  if (choices.texts.length > 0) return letterOfText(text, choices) === letter ? letter : null;
  return standaloneLetters(text, choices).size > 0 || DENIAL.test(text) ? null : letter;
}

interface Statement {
  readonly index: number;
  readonly letter: string | null;
}

/** A letter in lower case counts where it is no word: `answer is c.`, but not `answer is a number`. */
function statedLetter(letter: string, behind: string, choices: Choices): string | null {
  if (HEDGE.test(behind) || BESIDE.test(behind)) return null;
  const isArticle = /^[ai]$/i.test(letter) && /^\s+[a-z]/.test(behind);
  const isWord = letter !== letter.toUpperCase() && /^\s+\p{L}/u.test(behind);
  return isArticle || isWord ? null : valid(letter, choices);
}

/** What the last sentence that states an answer states; `undefined` if there is no such sentence. */
function lastStatement(text: string, choices: Choices): Statement | undefined {
  let last: Statement | undefined;
  for (const { 0: sentence, 1: letter, index } of text.matchAll(STATED)) {
    const end = index + sentence.length;
    const behind = text.slice(end, end + 24);
    if (!DENIED.test(behind)) last = { index, letter: statedLetter(letter as string, behind, choices) };
  }
  for (const match of text.matchAll(CONFIRMED)) {
    if (match.index > (last?.index ?? -1)) last = { index: match.index, letter: valid(match[1], choices) };
  }
  return last;
}

/**
 * Finds the choice that a text states: its last sentence such as `The answer is (B)`, else the only option that it
 * names. A text that names several, denies one, or joins two by "or" states none: `null`.
 */
export function findChoice(marked: string, choices: Choices): string | null {
  const text = marked.includes("</") ? marked.replace(TAG, " ") : marked;
  const whole = readChoice(text, choices);
  if (whole !== null) return whole;
  const stated = lastStatement(text, choices);
  if (stated !== undefined) return stated.letter;
  const letters = standaloneLetters(text, choices);
  return letters.size === 1 && !DENIAL.test(text) && !ASKED.test(text) ? ([...letters][0] as string) : null;
}
