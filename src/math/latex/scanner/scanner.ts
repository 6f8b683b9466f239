import { SyntaxFailure } from "../failure.js";
import { MAX_TOKENS } from "../limits.js";
import type { Token, TokenKind } from "./token.js";

/** An open brace: whether it is a token, whether commas in it separate, and what `\frac` still takes behind it. */
interface Brace {
  readonly visible: boolean;
  readonly list: boolean;
  readonly fractionArguments: number;
}

/** The state of one scan. */
export interface Scanner {
  readonly source: string;
  position: number;
  readonly tokens: Token[];
  /** Whether space was passed since the last token. */
  spaced: boolean;
  readonly braces: Brace[];
  /** Open brackets in which a comma separates and groups no thousands. */
  lists: number;
  /** How many arguments a `\frac` still takes: without braces each is one digit. */
  fractionArguments: number;
  /** Names of the open environments. */
  readonly environments: string[];
  /** Whether backslashes are doubled, as in text that was escaped for JSON. */
  escaped: boolean;
  /** What the open `\left`s stand before, and the index of the token behind each. */
  readonly lefts: { readonly delimiter: string; readonly index: number }[];
  /** How many `$` there are that are no currency sign by themselves. */
  readonly dollars: number;
  /** Where nothing but blanks, periods, dollar signs and emphasis is left. */
  readonly contentEnd: number;
}

const CLOSING_MARKS = " \t\r\n.$*";

function contentEnd(source: string): number {
  let end = source.length;
  while (end > 0 && CLOSING_MARKS.includes(source.slice(end - 1, end))) end--;
  return end;
}

export function createScanner(source: string): Scanner {
  let dollars = 0;
  for (let i = source.indexOf("$"); i >= 0; i = source.indexOf("$", i + 1)) {
    if (source[i - 1] !== "\\") dollars++;
  }
  return {
    source,
    position: 0,
    tokens: [],
    spaced: false,
    braces: [],
    lists: 0,
    fractionArguments: 0,
    environments: [],
    escaped: false,
    lefts: [],
    dollars,
    contentEnd: contentEnd(source),
  };
}

/** Adds a token that began at `start`. Whatever it is, it is an argument that a `\frac` took. */
export function push(s: Scanner, kind: TokenKind, text: string, start: number): void {
  if (s.tokens.length >= MAX_TOKENS) throw new SyntaxFailure("too_many_tokens", start);
  s.tokens.push({ kind, text, start, spaced: s.spaced });
  s.spaced = false;
  if (s.fractionArguments > 0) s.fractionArguments--;
}

export function lastToken(s: Scanner): Token | undefined {
  return s.tokens[s.tokens.length - 1];
}

/** Whether the last token can end a value, so that a unit may follow. */
export function isBehindValue(s: Scanner): boolean {
  const last = lastToken(s);
  if (last === undefined) return false;
  if (last.kind === "symbol") return last.text === "}" || last.text === ")" || last.text === "]";
  return last.kind === "number" || last.kind === "letter" || last.kind === "text" || isValueCommand(last);
}

const JOINS_UNITS = new Set(["/", "cdot", "times", "*"]);
const LONGEST_POWER = 5;

/** Whether the tokens before `end` are a unit, with its power perhaps. */
function endsInUnit({ tokens }: Scanner, end: number): boolean {
  if (tokens[end - 1]?.kind === "text") return true;
  for (let index = end - 2; index > end - 2 - LONGEST_POWER; index--) {
    if (tokens[index]?.text === "^") return tokens[index - 1]?.kind === "text";
  }
  return false;
}

/** Whether a unit may stand here: behind a value, or behind a unit and the sign that joins another one to it. */
export function isUnitPosition(s: Scanner): boolean {
  if (isBehindValue(s)) return true;
  return JOINS_UNITS.has(lastToken(s)?.text ?? "") && endsInUnit(s, s.tokens.length - 1);
}

const NUMBER_BEHIND = /^\s*[\d.]/;

/** `2 to 3`, a ratio or a range: whether a number stands before the word that ends at `end`, and behind it. */
export function isBetweenNumbers(s: Scanner, end: number): boolean {
  return lastToken(s)?.kind === "number" && NUMBER_BEHIND.test(s.source.slice(end, end + 8));
}

function isValueCommand({ kind, text }: Token): boolean {
  return kind === "command" && (text === "pi" || text === "infty" || text === "circ");
}

const GROUPING_NEIGHBOURS = new Set(["^", "_", "}", "]"]);
const SET_COMMANDS = new Set(["in", "notin", "cup", "cap", "setminus", "subset", "subseteq"]);

/** A brace that is no argument may be that of a set. */
function isListBrace(s: Scanner): boolean {
  const last = lastToken(s);
  if (last === undefined) return true;
  if (last.kind === "symbol") return !GROUPING_NEIGHBOURS.has(last.text);
  return last.kind === "command" && SET_COMMANDS.has(last.text);
}

export function openBrace(s: Scanner, visible: boolean): void {
  const list = visible && isListBrace(s);
  const { fractionArguments } = s;
  if (visible) push(s, "symbol", "{", s.position);
  s.braces.push({ visible, list, fractionArguments: visible ? s.fractionArguments : fractionArguments });
  s.fractionArguments = 0;
  if (list) s.lists++;
  s.position++;
}

/** A brace too many is passed over. */
export function closeBrace(s: Scanner): void {
  const brace = s.braces.pop();
  if (brace?.visible === true) push(s, "symbol", "}", s.position);
  if (brace !== undefined) s.fractionArguments = brace.fractionArguments;
  if (brace?.list === true) s.lists--;
  s.position++;
}

/**
 * A brace behind a command that only dresses its content. It is no token where nothing could tell, so that
 * `\boxed{1, 2}` is a list and no set.
 */
export function openTransparentBrace(s: Scanner): void {
  const last = lastToken(s);
  const start = last === undefined || last.kind === "conjunction" || last.kind === "text";
  openBrace(s, !start && !(last.kind === "symbol" && TRANSPARENT_BEHIND.has(last.text)));
}

const TRANSPARENT_BEHIND = new Set(["=", ",", ";", "(", "[", "\\{", ":", "<", ">", "<=", ">="]);
