import { FUNCTIONS } from "../commands/functions.js";
import { LOGARITHMS } from "../commands/logarithms.js";
import { GREEK } from "../commands/symbols.js";
import { isBlank, isDigit, isLetter, isUpperCase } from "./characters.js";
import { scanLostCommand } from "./lost-backslash.js";
import { isPlainUnit } from "./plain-units.js";
import { isLetterBase } from "./numbers.js";
import { scanOpening } from "./openings.js";
import { isBetweenNumbers, lastToken, push, type Scanner } from "./scanner.js";

/** Plain letters that stand for a command. */
const PLAIN_COMMANDS: ReadonlyMap<string, string> = new Map([
  ...[...GREEK].filter((name) => name.length > 2).map((name): [string, string] => [name, name]),
  ["pi", "pi"],
  ["Pi", "Pi"],
  ["infinity", "infty"],
  ["infty", "infty"],
  ["inf", "infty"],
  ["sqrt", "sqrt"],
  ["cbrt", "cbrt"],
  ["mod", "bmod"],
]);

/** Plain letters that are a function: all but two-letter spellings, which are products. */
const PLAIN_FUNCTIONS: ReadonlySet<string> = new Set(
  [...FUNCTIONS.keys(), ...LOGARITHMS.keys()].filter(
    (name) => name.length > 2 || name === "ln" || name === "lg",
  ),
);

/** Functions that may be glued to their argument: `sinx`, `xlnx`. Longest first. */
const GLUED = [
  "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "sqrt", "sin", "cos", "tan", "cot", "sec", "csc", "log", "exp", "ln",
]; // prettier-ignore

/** Words of two or three letters that are no product. */
const SHORT_WORDS: ReadonlySet<string> = new Set(
  "yes no not the odd all none any for is are if an of at to by as be we one two six ten has nor but can was its who how why new set per day kid men cup red sum when with cat dog pen bag yen ohm egg box car boy bus".split(
    " ",
  ),
);

interface Run {
  readonly text: string;
  readonly end: number;
}

function runAt(source: string, start: number): Run {
  let end = start;
  while (isLetter(source.charCodeAt(end))) end++;
  return { text: source.slice(start, end), end };
}

/** The letter runs of a glued product such as `xsinx`; `null` if no function is in it, or more letters side by side. */
function unglue(text: string): readonly string[] | null {
  const parts: string[] = [];
  let functions = 0;
  let letters = 0;
  for (let i = 0; i < text.length;) {
    const name = GLUED.find((candidate) => text.startsWith(candidate, i));
    if (name === undefined && ++letters > 1) return null;
    if (name !== undefined) {
      functions++;
      letters = 0;
    }
    parts.push(name ?? text.slice(i, i + 1));
    i += name?.length ?? 1;
  }
  return functions > 0 ? parts : null;
}

function isAllCaps(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isUpperCase(text.charCodeAt(i))) return false;
  return true;
}

/** `Bob`: a capital and small letters behind it. */
function isName(text: string): boolean {
  return (
    text.length > 2 &&
    isUpperCase(text.charCodeAt(0)) &&
    !isUpperCase(text.charCodeAt(1)) &&
    !isUpperCase(text.charCodeAt(2))
  );
}

function isWord(text: string): boolean {
  if (text.length < 2 || PLAIN_COMMANDS.has(text) || PLAIN_FUNCTIONS.has(text)) return false;
  if (SHORT_WORDS.has(text.toLowerCase())) return !isAllCaps(text) || text.length === 3;
  if (text.length < 4) return isName(text);
  if (isAllCaps(text) && text.length <= 6) return false;
  return /[aeiouy]/i.test(text) && unglue(text) === null;
}

const isConjunction = (text: string): boolean =>
  text === "and" || text === "or" || text === "And" || text === "Or";

/** Where the next run of the same phrase begins: behind blanks, a hyphen or an apostrophe. */
function continuation(source: string, end: number): number {
  let index = end;
  if ((source[index] === "-" || source[index] === "'") && isLetter(source.charCodeAt(index + 1)))
    return index + 1;
  while (isBlank(source.charCodeAt(index))) index++;
  return index > end && isLetter(source.charCodeAt(index)) ? index : -1;
}

/** A run of words up to the first that is none. A first word of two letters belongs to the words behind it. */
function phraseEnd(source: string, first: Run): number {
  let wordy = isWord(first.text);
  let { end } = first;
  for (let start = continuation(source, end); start >= 0; start = continuation(source, end)) {
    const run = runAt(source, start);
    if (isConjunction(run.text) || (run.text.length === 1 && run.text !== "a")) break;
    const word = isWord(run.text);
    if (!word && !wordy) break;
    if (!word && (PLAIN_FUNCTIONS.has(run.text) || PLAIN_COMMANDS.has(run.text))) break;
    wordy = true;
    ({ end } = run);
  }
  return wordy ? end : -1;
}

const PRODUCT_BEFORE = /[\d{}(+\-=*/]/;
const PRODUCT_BEHIND = /^(?:$|[\d{}()+\-=*/,;.$\\])/;

/** Two letters that are set in a formula, as in `\frac12at^2`, `Be^{-x}` and `(an, bn)`: no word, unless it is "no". */
function isProduct(source: string, { text, end }: Run): boolean {
  if (text.length !== 2 || text === "no") return false;
  if (source[end] === "^") return true;
  const before = source[end - 3];
  if (before === undefined) return "+=*/".includes(source[end] ?? " ");
  return PRODUCT_BEFORE.test(before) && PRODUCT_BEHIND.test(source.slice(end, end + 1));
}

function pushLetters(s: Scanner, text: string, start: number): void {
  for (let i = 0; i < text.length; i++) push(s, "letter", text.slice(i, i + 1), start + i);
}

/** Functions and letters of a run such as `xsinx`. */
function pushParts(s: Scanner, parts: readonly string[], start: number): void {
  for (const part of parts) {
    if (part.length === 1) push(s, "letter", part, start);
    else if (part === "sqrt") push(s, "command", part, start);
    else push(s, "operator", part, start);
  }
}

/** A word followed at once by a bracket is the name of a function. */
function pushPhrase(s: Scanner, run: Run, end: number): void {
  const start = run.end - run.text.length;
  if (scanOpening(s, { words: s.source.slice(start, end), start, end, colon: false })) return;
  s.position = end;
  const called = end === run.end && s.source[end] === "(";
  if (called) push(s, "operator", run.text, start);
  else push(s, "text", s.source.slice(start, end).replace(/[\s~]+/g, " "), start);
}

const GLUED_CONJUNCTION = /^(?:and|or)(?=[a-zA-Z]$)/;

/** `x=1orx=2`: a conjunction glued to the value in front of it and to the letter behind it. */
function scanGluedConjunction(s: Scanner, { text }: Run, start: number): boolean {
  const last = lastToken(s);
  const behindValue = last?.kind === "number" || (last?.kind === "symbol" && ")]}".includes(last.text));
  const match = behindValue && !s.spaced ? GLUED_CONJUNCTION.exec(text) : null;
  if (match === null) return false;
  s.position = start + match[0].length;
  push(s, "conjunction", match[0], start);
  return true;
}

const HEXADECIMAL = /^[\dA-F]{2,64}(?=\s?_)/;

/** `FF_{16}`, `A1_{16}`: digits that begin with a letter. */
function scanHexadecimal(s: Scanner, start: number): boolean {
  const unit = s.source.charCodeAt(start);
  if (unit < 0x41 || unit > 0x46) return false;
  const digits = HEXADECIMAL.exec(s.source.slice(start, start + 66))?.[0];
  if (digits === undefined || !isLetterBase(s.source, start + digits.length)) return false;
  s.position = start + digits.length;
  push(s, "number", digits, start);
  return true;
}

const CURRENCY_CODES: ReadonlySet<string> = new Set(["USD", "EUR", "GBP", "CNY", "RMB", "JPY", "INR"]);
/** Digits, a bracket, or a command that does not join two values. */
const AMOUNT_BEHIND =
  /^\.?\s?(?=[-−+]?(?:\.?\d|[([{|√]|\\(?!(?:cdot|times|div|pm|mp|text|to|[lg]eq?|neq?|approx)\b)[a-zA-Z({|]))/;
/** `R s (1 - x)` is a product. */
const RUPEES_BEHIND = /^\.?\s?(?=[-−]?(?:\d|\\[dt]?frac))/;

function amountBehind(code: string): RegExp | null {
  if (code === "Rs") return RUPEES_BEHIND;
  return CURRENCY_CODES.has(code) ? AMOUNT_BEHIND : null;
}

/** `USD 3.50`, `Rs. 500`: the code of a currency in front of an amount. */
function scanCurrency(s: Scanner, { text, end }: Run, start: number): boolean {
  const match = amountBehind(text)?.exec(s.source.slice(end, end + 12)) ?? null;
  if (match === null) return false;
  s.position = end + match[0].length;
  push(s, "currency", text, start);
  return true;
}

const TIMES_BEHIND = /^\s*10\s*\^/;

/** `6.02 x 10^{23}` and `2 x 3`: a cross between two numbers. */
function isCross(s: Scanner, text: string, end: number): boolean {
  if ((text !== "x" && text !== "X") || lastToken(s)?.kind !== "number") return false;
  const isBetween = s.spaced && isBlank(s.source.charCodeAt(end)) && isDigit(s.source.charCodeAt(end + 1));
  return isBetween || TIMES_BEHIND.test(s.source.slice(end, end + 8));
}

const INTERVAL_BEHIND = /^\s*(?:\\left\s*)?[([]/;

/** `(1, 2) U (3, 4)`: a capital letter for the sign of a union. */
function isUnion(s: Scanner, text: string, end: number): boolean {
  const last = lastToken(s);
  if (text !== "U" || last?.kind !== "symbol" || (last.text !== ")" && last.text !== "]")) return false;
  return INTERVAL_BEHIND.test(s.source.slice(end, end + 12));
}

/** Letters that stand for an operator. */
function letterOperator(s: Scanner, { text, end }: Run): string | null {
  if (text === "to") return isBetweenNumbers(s, end) ? "upto" : null;
  if (text.length > 1) return null;
  if (isCross(s, text, end)) return "times";
  return isUnion(s, text, end) ? "cup" : null;
}

/** A run of plain letters: a command, a function, a unit, words, or variables side by side. */
export function scanLetters(s: Scanner): void {
  const start = s.position;
  if (scanHexadecimal(s, start)) return;
  const run = runAt(s.source, start);
  s.position = run.end;
  const operator = letterOperator(s, run);
  if (operator !== null) push(s, "command", operator, start);
  else if (scanCurrency(s, run, start)) return;
  else if (isPlainUnit(s, run.text, run.end)) push(s, "text", run.text, start);
  else if (run.text.length === 1) push(s, "letter", run.text, start);
  else if (isConjunction(run.text)) push(s, "conjunction", run.text.toLowerCase(), start);
  else if (!scanLostCommand(s, run.text, start) && !scanGluedConjunction(s, run, start)) scanLongRun(s, run);
}

function scanLongRun(s: Scanner, run: Run): void {
  const start = run.end - run.text.length;
  const command = PLAIN_COMMANDS.get(run.text);
  if (command !== undefined) {
    push(s, "command", command, start);
    return;
  }
  if (PLAIN_FUNCTIONS.has(run.text)) {
    push(s, "operator", run.text, start);
    return;
  }
  const end = isProduct(s.source, run) ? -1 : phraseEnd(s.source, run);
  if (end >= 0) {
    pushPhrase(s, run, end);
    return;
  }
  const parts = unglue(run.text);
  if (parts === null) pushLetters(s, run.text, start);
  else pushParts(s, parts, start);
}

const CONJUNCTIONS: ReadonlyMap<string, string> = new Map([
  ["或", "or"],
  ["或者", "or"],
  ["和", "and"],
  ["且", "and"],
  ["与", "and"],
  ["及", "and"],
  ["以及", "and"],
]);

const CURRENCIES = "£€¥₹₽₩";

/** Letters of another script, up to the next ASCII character. */
export function scanForeign(s: Scanner): void {
  const start = s.position;
  const first = s.source[start] ?? "";
  s.position++;
  if (CURRENCIES.includes(first)) {
    push(s, "currency", first, start);
    return;
  }
  while (s.source.charCodeAt(s.position) > 0x7f) s.position++;
  const text = s.source.slice(start, s.position);
  const conjunction = CONJUNCTIONS.get(text);
  push(s, conjunction === undefined ? "text" : "conjunction", conjunction ?? text, start);
}
