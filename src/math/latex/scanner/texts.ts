import { startsClause } from "../clauses/declarations.js";
import { BOLD_ALPHABETS, VERBATIM_TEXT } from "../commands/text.js";
import { FUNCTIONS } from "../commands/functions.js";
import { LOGARITHMS } from "../commands/logarithms.js";
import { MAX_INLINE_TEXT } from "../limits.js";
import { CLOSE_BRACE, isBlank, OPEN_BRACE } from "./characters.js";
import { flattenName, flattenText } from "./flatten.js";
import { isLetterBase } from "./numbers.js";
import { isWholeAnnouncement, scanOpening } from "./openings.js";
import {
  isBetweenNumbers,
  isUnitPosition,
  openBrace,
  openTransparentBrace,
  push,
  type Scanner,
} from "./scanner.js";

interface Group {
  /** Behind the opening brace. */
  readonly start: number;
  /** At the closing brace, or the end of the text. */
  readonly end: number;
}

export function skipBlanks(s: Scanner): void {
  while (isBlank(s.source.charCodeAt(s.position))) s.position++;
}

/** The group in braces that comes next, as far as `limit` units; `null` if something else does. */
function groupAhead(s: Scanner, limit = Infinity): Group | null {
  skipBlanks(s);
  if (s.source.charCodeAt(s.position) !== OPEN_BRACE) return null;
  const start = s.position + 1;
  let depth = 1;
  const last = Math.min(s.source.length, start + limit);
  for (let end = start; end < last; end++) {
    const unit = s.source.charCodeAt(end);
    if (unit === OPEN_BRACE) depth++;
    else if (unit === CLOSE_BRACE && --depth === 0) return { start, end };
  }
  return { start, end: last };
}

export function skipGroup(s: Scanner): void {
  const group = groupAhead(s);
  if (group !== null) s.position = group.end + 1;
}

const LETTER = /[a-z\u0080-\uffff]/i;
const NUMBER_THEN_WORDS = /^[-+$]?\d(?!\d*(?:st|nd|rd|th)\b)/;
const FORMULA = /[=<>+^$]|\\(?:frac|sqrt|le|ge|times|cdot|\()/;
const WORDS = /[a-z]{2,}/i;

const CONJUNCTIONS: ReadonlyMap<string, string> = new Map([
  ["and", "and"],
  ["&", "and"],
  ["or", "or"],
  ["和", "and"],
  ["且", "and"],
  ["或", "or"],
]);

/** Functions that are units too. */
const UNIT_FUNCTIONS = new Set(["min", "sec", "deg", "lb"]);

function isFunctionName(text: string): boolean {
  return FUNCTIONS.has(text) || LOGARITHMS.has(text);
}

type Reading = "nothing" | "conjunction" | "operator" | "formula" | "words";

/** A formula in words: with a relation or a sign in it, and without words that would make it a sentence. */
function isFormula(source: string): boolean {
  if (source.includes("$")) return true;
  return (
    FORMULA.test(source) && !WORDS.test(source.replace(/\\(?:frac|sqrt|le|ge|times|cdot|pi)(?![a-z])/g, " "))
  );
}

/** A function that is no unit: `2\text{cis}(\pi)`, but `2\text{ min}` and `5\text{th}`. */
function isNoUnit(flat: string): boolean {
  return isFunctionName(flat) && flat.length > 2 && !UNIT_FUNCTIONS.has(flat);
}

/** A percent sign is the unit of what stands before it. */
function isNumeric(flat: string): boolean {
  return (flat !== "%" && !LETTER.test(flat)) || NUMBER_THEN_WORDS.test(flat);
}

/** What the content of a `\text{…}` is. */
function readingOf(s: Scanner, source: string, flat: string): Reading {
  if (flat === "") return /[,;:]/.test(source) ? "formula" : "nothing";
  if (CONJUNCTIONS.has(bareWord(flat))) return "conjunction";
  if (isNumeric(flat) || isWholeAnnouncement(s, flat)) return "formula";
  const isUnit = isUnitPosition(s);
  if (isUnit ? isNoUnit(flat) : isFunctionName(flat)) return "operator";
  if (isUnit) return source.includes("$") ? "formula" : "words";
  return isFormula(source) ? "formula" : "words";
}

function bareWord(flat: string): string {
  return flat.replace(/^[\s,;]+/, "").toLowerCase();
}

const LETTER_DIGITS = /^[\dA-F]{2,64}$/;

/** `\text{1A}_{16}`, behind the command: digits with letters among them. `false` if nothing was read. */
function scanSetDigits(s: Scanner, flat: string, end: number, start: number): boolean {
  if (!LETTER_DIGITS.test(flat) || !/[A-F]/.test(flat) || !isLetterBase(s.source, end)) return false;
  s.position = end;
  push(s, "number", flat, start);
  return true;
}

/** `\text{…}`: words, a conjunction, or a formula that is read as if the command were not there. */
export function scanText(s: Scanner, name: string, start: number): void {
  const group = groupAhead(s);
  if (group === null) return;
  const source = s.source.slice(group.start, group.end);
  const flat = flattenText(source);
  const end = group.end + 1;
  if (scanSetDigits(s, flat, end, start)) return;
  const verbatim = source.length > MAX_INLINE_TEXT || name === VERBATIM_TEXT;
  const reading = verbatim ? "words" : readingOf(s, source, flat);
  if (reading === "formula") {
    if (startsClause(source)) openBrace(s, false);
    else openTransparentBrace(s);
    return;
  }
  const opening = { words: flat, start, end, colon: source.trimEnd().endsWith(":") };
  if (!verbatim && reading === "words" && scanOpening(s, opening)) return;
  s.position = end;
  pushText(s, reading, flat, start);
}

function pushText(s: Scanner, reading: Reading, flat: string, start: number): void {
  if (flat === "to" && isBetweenNumbers(s, s.position)) push(s, "command", "upto", start);
  else if (reading === "conjunction")
    push(s, "conjunction", CONJUNCTIONS.get(bareWord(flat)) ?? "and", start);
  else if (reading === "operator") push(s, "operator", flat, start);
  else if (flat !== "") push(s, "text", flat, start);
  else s.spaced = true;
}

const UNIT_LETTERS = /^[msghLlNJWVAKCFTMH]$/;

function pushVector(s: Scanner, letter: string, start: number): void {
  push(s, "command", "vec", start);
  push(s, "symbol", "{", start);
  push(s, "letter", letter, start);
  push(s, "symbol", "}", start);
}

function scanLetter(s: Scanner, name: string, letter: string, start: number): void {
  if (BOLD_ALPHABETS.has(name) && "ijk".includes(letter)) pushVector(s, letter, start);
  else if (name === "mathrm" && isUnitPosition(s) && UNIT_LETTERS.test(letter))
    push(s, "text", letter, start);
  else push(s, "letter", letter, start);
}

const CHOICE_LETTER = /^\(\s*[A-Z]\s*\)$/;
const CALL = /^\s*(?:\\left\s*)?\(/;

/** Powers such as `s^-1` aside, whether nothing but names is in it. */
function isUnitText(flat: string): boolean {
  return LETTER.test(flat) && !/[=<>+\d]/.test(flat.replace(/\^-?\d+/g, ""));
}

/** What more than one letter in an upright or bold face is; `null` if it is a formula like any other. */
function alphabetReading(s: Scanner, name: string, flat: string, end: number): "operator" | "text" | null {
  const unit = name === "mathrm" && isUnitPosition(s);
  if (unit && UNIT_FUNCTIONS.has(flat)) return "text";
  if (isFunctionName(flat)) return "operator";
  if (CHOICE_LETTER.test(flat) || (unit && isUnitText(flat))) return "text";
  const called = name === "mathrm" && /^[a-z]{2,}$/i.test(flat);
  return called && CALL.test(s.source.slice(end, end + 12)) ? "operator" : null;
}

/** `\mathrm{…}` and its kin: a letter, a function, a unit behind a value, or a formula. */
export function scanAlphabet(s: Scanner, name: string, start: number): void {
  const group = groupAhead(s, MAX_INLINE_TEXT);
  if (group === null) return;
  const source = s.source.slice(group.start, group.end);
  const flat = flattenText(source);
  if (scanSetDigits(s, flat, group.end + 1, start)) return;
  const isLetter = /^[a-z]$/i.test(flat) && !source.includes("\\");
  const kind = isLetter ? "letter" : alphabetReading(s, name, flat, group.end + 1);
  if (kind === null) {
    openTransparentBrace(s);
    return;
  }
  s.position = group.end + 1;
  if (kind === "letter") scanLetter(s, name, flat, start);
  else push(s, kind, flat, start);
}

/** `\operatorname{name}`, without spaces. */
export function scanOperatorName(s: Scanner, start: number): void {
  if (s.source[s.position] === "*") s.position++;
  const group = groupAhead(s);
  if (group === null) return;
  s.position = group.end + 1;
  const name = flattenName(s.source.slice(group.start, group.end));
  if (name !== "") push(s, "operator", name, start);
}
