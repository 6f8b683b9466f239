import { withoutStyles } from "./plain-text.js";

/** A multiple-choice answer. */
export interface Choice {
  /** The distinct letters of the options, in capitals, in the order in which they are written: `"B"`, `"ACD"`. */
  readonly letters: string;
  /** The option's text behind a single letter, without LaTeX styles; `""` if there is none. */
  readonly rest: string;
}

/** Longer texts are no answers to a multiple choice. */
const MAX_LENGTH = 2000;

const LEAD =
  /(?:the )?(?:(?:correct|final|best|right) )?(?:options?|choices?|answers?)(?: is| are)?\s?:?\s?(?=[\s([$*]*[A-Z])/iy;
const CHINESE_LEAD = /(?:(?:故|因此|所以)?(?:正确)?(?:答案|选项|选择|应选|选)[是为：:\s]{0,3})+/y;
const BRACKETED = /[([]\s{0,4}([A-Za-h])\s{0,4}[)\]]/y;
/** "I" alone is a word, or a Roman numeral. */
const BARE = /[A-HJ-Z](?![\w^'])/y;
/** Options that are named together come in alphabetical order; other capitals are words or products. */
const RUN = /[A-H]{2,8}(?![\w^'])/y;
const MARKUP = /[\s$*]*/y;
const JOINT = /,?\s{0,4}(?:and\s|&)\s{0,4}|[,、和与]\s{0,4}/y;
/** What parts a bare letter from its option's text: `B. Paris`, `B) 42`, `B: yes`; `B.5` and `B:2` are math. */
const STOP = /[)、。]|[.:](?![\d\s]*[\d:])|[.:](?=\s)/y;
const FULL_STOP = /^[.。:、]\s*/;
/** Behind the letter this goes on as math, or as a list of letters. */
const OPERATOR =
  /^(?:[-+*/=^_<>|!'(),&×·~或]|\\(?:cdot|times|cup|cap|to|in|leq?|geq?|pm)(?![a-z])|(?:or|and)\b)/;
/** Another option's mark in an option's text: this is the list of all options. */
const OTHER_OPTION = /(?:^|[\s,;}])(?:[([]\s?)?[A-H](?:\s?[)\]]|[.、:](?:\s|$))/;
/** An option's text that follows its letter without a stop is a name, as in `C Cecile`. */
const NAME = /^\s[A-Z][a-z]{2,}/;

function endAt(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index;
  return pattern.test(text) ? pattern.lastIndex : index;
}

/** One option's letter, or several that are run together. */
interface Mark {
  readonly letters: string;
  readonly end: number;
  readonly form: "bracketed" | "bare" | "run";
}

function isAscending(letters: string): boolean {
  return Array.from(letters).every((letter, index) => index === 0 || letters.charAt(index - 1) < letter);
}

function markAt(text: string, index: number): Mark | null {
  BRACKETED.lastIndex = index;
  const bracketed = BRACKETED.exec(text)?.[1];
  if (bracketed !== undefined) {
    return { letters: bracketed.toUpperCase(), end: BRACKETED.lastIndex, form: "bracketed" };
  }
  const bare = endAt(BARE, text, index);
  if (bare > index) return { letters: text.slice(index, bare), end: bare, form: "bare" };
  const run = endAt(RUN, text, index);
  const letters = text.slice(index, run);
  return run > index && isAscending(letters) ? { letters, end: run, form: "run" } : null;
}

/** The marks from `start` that commas or "and" join: `A, C and D`, `(A), (C)`. */
function marksFrom(text: string, start: number): Mark[] {
  const marks: Mark[] = [];
  let next = start;
  for (;;) {
    const mark = markAt(text, next);
    if (mark === null) break;
    marks.push(mark);
    const after = endAt(MARKUP, text, mark.end);
    next = endAt(JOINT, text, after);
    if (next === after) break;
    next = endAt(MARKUP, text, next);
  }
  return marks;
}

function listOf(marks: readonly Mark[], tail: string): Choice | null {
  const letters = marks.map((mark) => mark.letters).join("");
  const named = /^[A-H]+$/.test(letters) && new Set(letters).size === letters.length;
  return named && marks.every((mark) => mark.form !== "run") && /^[\s$*}.。]*$/.test(tail)
    ? { letters, rest: "" }
    : null;
}

/** Whether what stands directly behind a single mark lets it be an option's letter, and not a word or math. */
function parts(mark: Mark, tail: string, isNamed: boolean): boolean {
  if (mark.form === "run") return false;
  if (mark.form === "bracketed") return !/^[a-z](?![a-z])/i.test(tail);
  if (endAt(STOP, tail, 0) > 0) return /^[A-H]$/.test(mark.letters);
  return /^[B-H]$/.test(mark.letters) && !isNamed && NAME.test(tail);
}

function single(mark: Mark, tail: string, isNamed: boolean): Choice | null {
  if (/^[\s$*}.。]*$/.test(tail)) return { letters: mark.letters, rest: "" };
  if (!parts(mark, tail, isNamed)) return null;
  const stop = mark.form === "bare" ? endAt(STOP, tail, 0) : 0;
  const rest = tail.slice(stop).trim().replace(FULL_STOP, "");
  if (OPERATOR.test(rest) || OTHER_OPTION.test(rest) || markAt(rest, 0)?.end === rest.length) return null;
  return { letters: mark.letters, rest };
}

/** What stands behind the letters, without the `$` or `**` that was opened before them. */
function withoutMarkup(tail: string, opened: string): string {
  const trimmed = tail.trimEnd();
  if (opened === "") return trimmed;
  if (trimmed.startsWith(opened)) return trimmed.slice(opened.length);
  return trimmed.endsWith(opened) ? trimmed.slice(0, -opened.length) : trimmed;
}

/**
 * Reads a multiple-choice answer: `B`, `(b)`, `\textbf{(B)} 42`, `B. Paris`, `A, C and D`, `ACD`, `Option B`, `选B`.
 * Alternatives ("A or B"), lists of all the options with their texts, prose and math are none. A bare letter may as
 * well name a variable: only the problem, or the reference, tells.
 *
 * @returns `null` if the text is no choice
 */
export function parseChoice(text: string): Choice | null {
  if (text.length > MAX_LENGTH) return null;
  const plain = withoutStyles(text).trim();
  const start = endAt(MARKUP, plain, 0);
  const lead = Math.max(endAt(LEAD, plain, start), endAt(CHINESE_LEAD, plain, start));
  const marks = marksFrom(plain, endAt(MARKUP, plain, lead));
  const [first] = marks;
  const last = marks.at(-1);
  if (first === undefined || last === undefined) return null;
  const tail = withoutMarkup(plain.slice(last.end), plain.slice(0, start).trim());
  return marks.length > 1 ? listOf(marks, tail) : single(first, tail, lead > start);
}
