import { isName } from "../commands/symbols.js";
import { isCommand, isSymbol } from "../parser.js";
import type { Token, TokenKind } from "../scanner/token.js";
import {
  type DeclaredSet,
  hasVerb,
  INTEGERS,
  isConnective,
  NONNEGATIVE,
  POSITIVE,
  setAhead,
  setBehind,
  wordsApart,
} from "./declarations.js";

const INEQUALITIES: ReadonlySet<string> = new Set(
  "< > <= >= != le ge leq geq leqslant geqslant lt gt ne neq".split(" "),
);
const SEPARATORS: ReadonlySet<string> = new Set([",", ";", "(", "[", "\\{", ":", "|"]);
const ENDS: ReadonlySet<string> = new Set([",", ";", ")", "]", "\\}", "}", "."]);
/** Letters that are number sets behind `\in`, if they have no index: `N_+` is the set without 0, `R_1` a radius. */
const SET_LETTERS: ReadonlySet<string> = new Set(["N", "Z", "Q", "R"]);

/** What is listed behind `n =`: `0, \pm 1, \pm 2, \ldots`. */
const LISTED: readonly (readonly [items: RegExp, set: DeclaredSet])[] = [
  [/^0,pm1,(?:pm2,)?(?:pm3,)?[lc]?dots$/, INTEGERS],
  [/^0,1,(?:2,)?(?:3,)?[lc]?dots$/, NONNEGATIVE],
  [/^1,2,(?:3,)?(?:4,)?[lc]?dots$/, POSITIVE],
];
const LONGEST_LIST = 11;

/** A pass over tokens, and what it has made of those before `at`. */
interface Pass {
  readonly tokens: readonly Token[];
  readonly made: Token[];
  /** How many clauses there are: several conditions are cases, each of which belongs to a value of its own. */
  readonly clauses: number;
  at: number;
}

type Name = readonly Token[];

const endsClause = (token: Token | undefined): boolean =>
  token === undefined || token.kind === "conjunction" || (token.kind === "symbol" && ENDS.has(token.text));

/** Whether what comes behind these tokens is a statement of its own. */
function isSeparate(before: Token | undefined): boolean {
  if (before === undefined || before.kind === "conjunction") return true;
  return before.kind === "symbol" && SEPARATORS.has(before.text);
}

/** A letter with its index: `C_1`; `null` if something else comes. */
function nameAt(tokens: readonly Token[], start: number): Name | null {
  const [letter, sign, open, index, close] = tokens.slice(start, start + 5);
  if (letter === undefined || !isName(letter)) return null;
  if (!isSymbol(sign, "_")) return [letter];
  if (open?.kind === "number") return tokens.slice(start, start + 3);
  const isBraced = isSymbol(open, "{") && index?.kind === "number" && isSymbol(close, "}");
  return isBraced ? tokens.slice(start, start + 5) : [letter];
}

/** The names that a clause is about, and where they end: `C_1, C_2 \text{ and } C_3`. */
function namesAt(
  tokens: readonly Token[],
  start: number,
): { readonly names: readonly Name[]; readonly end: number } {
  const names: Name[] = [];
  for (let end = start; ; end++) {
    const name = nameAt(tokens, end);
    if (name === null) return { names, end: Math.max(start, end - 1) };
    names.push(name);
    end += name.length;
    if (!isSymbol(tokens[end], ",") && tokens[end]?.kind !== "conjunction") return { names, end };
  }
}

const OPENING: ReadonlySet<string> = new Set(["{", "\\{", "(", "["]);
const CLOSING: ReadonlySet<string> = new Set(["}", "\\}", ")", "]"]);

/** By how much a token goes into a bracket, or out of one. */
function nesting({ kind, text }: Token): number {
  return kind === "symbol" ? Number(OPENING.has(text)) - Number(CLOSING.has(text)) : 0;
}

/** The tokens of a set behind `\in`, to the end of the clause. */
function setAt(tokens: readonly Token[], start: number): readonly Token[] {
  let end = start;
  for (let depth = 0; end < tokens.length; end++) {
    if (depth === 0 && endsClause(tokens[end])) break;
    depth += nesting(tokens[end] as Token);
  }
  return tokens.slice(start, end);
}

/** The set whose first members are listed, and where the list ends. */
function listAt(
  tokens: readonly Token[],
  start: number,
): { readonly set: DeclaredSet; readonly end: number } | null {
  const items = tokens.slice(start, start + LONGEST_LIST);
  const count = items.findIndex(({ text }) => text.endsWith("dots")) + 1;
  const text = items
    .slice(0, count)
    .map((item) => item.text)
    .join("");
  const set = LISTED.find(([pattern]) => pattern.test(text))?.[1];
  return set !== undefined && endsClause(tokens[start + count]) ? { set, end: start + count } : null;
}

/** Whether a name that ends here has a condition behind it: `x > 0`, `k = 0, 1, \ldots`. */
function isConditional(tokens: readonly Token[], end: number): boolean {
  const sign = tokens[end];
  if (isSymbol(sign, "=")) return listAt(tokens, end + 1) !== null;
  return (sign?.kind === "symbol" || sign?.kind === "command") && INEQUALITIES.has(sign.text);
}

function tokenOf(text: string, { start }: Token): Token {
  const sign: TokenKind = /^(?:in|[A-Z])$/.test(text) ? "command" : "symbol";
  return { kind: text === "0" ? "number" : sign, text, start, spaced: false };
}

function separate({ made }: Pass, token: Token): void {
  if (!isSeparate(made.at(-1))) made.push(tokenOf(",", token));
}

/** Says of each name that it is in the set, and goes on at `end`. */
function declare(pass: Pass, names: readonly Name[], set: readonly Token[], end: number): true {
  for (const name of names) {
    const [letter] = name as readonly [Token];
    separate(pass, letter);
    pass.made.push(...name, tokenOf("in", letter), ...set);
  }
  pass.at = end;
  return true;
}

const tokensOf = (set: DeclaredSet, token: Token): readonly Token[] =>
  set.map((text) => tokenOf(text, token));

/** `\text{for any integer } n`: as `, n \in \mathbb{Z}`. */
function readKindAhead(pass: Pass, token: Token): boolean {
  const set = token.kind === "text" ? setAhead(token.text) : null;
  if (set === null) return false;
  const { names, end } = namesAt(pass.tokens, pass.at + 1);
  if (names.length === 0 || !endsClause(pass.tokens[end])) return false;
  return declare(pass, names, tokensOf(set, token), end);
}

/** `\text{where } n \in \mathbb{Z}`, `\text{where } n \text{ is an integer}`, `\text{for } x > 0`: without the words. */
function readConnective(pass: Pass, token: Token): boolean {
  const isOne = token.kind === "text" ? isConnective(token.text) : isCommand(token, "forall");
  if (!isOne) return false;
  const { tokens, at } = pass;
  const { names, end } = namesAt(tokens, at + 1);
  const behind = tokens[end];
  if (names.length === 0 || behind === undefined) return false;
  const set = behind.kind === "text" ? setBehind(behind.text) : null;
  if (set !== null) return declare(pass, names, tokensOf(set, behind), end + 1);
  if (isCommand(behind, "in")) {
    const members = setAt(tokens, end + 1);
    return declare(pass, names, members, end + 1 + members.length);
  }
  if (pass.clauses > 1 || !isConditional(tokens, end)) return false;
  separate(pass, token);
  pass.at++;
  return true;
}

/** `n \text{ is an integer}`: as `n \in \mathbb{Z}`. */
function readKindBehind(pass: Pass, token: Token): boolean {
  const set = token.kind === "text" ? setBehind(token.text) : null;
  const name = pass.made.at(-1);
  if (set === null || name === undefined || !isName(name)) return false;
  if (!hasVerb(token.text) && !isSeparate(pass.made.at(-2))) return false;
  pass.made.push(tokenOf("in", token), ...tokensOf(set, token));
  pass.at++;
  return true;
}

/** `n = 0, \pm 1, \pm 2, \ldots` behind another statement: as `n \in \mathbb{Z}`. */
function readList(pass: Pass, token: Token): boolean {
  const { tokens, made, at } = pass;
  if (!isName(token) || !isSymbol(tokens[at + 1], "=") || made.length === 0 || !isSeparate(made.at(-1)))
    return false;
  const list = listAt(tokens, at + 2);
  return list !== null && declare(pass, [[token]], tokensOf(list.set, token), list.end);
}

/** Whether a letter has a mark that makes another name of it. */
function isMarked([mark, index]: readonly Token[]): boolean {
  if (isSymbol(mark, "_")) return index?.kind === "number" || index?.kind === "letter";
  return isSymbol(mark, "'") || isSymbol(mark, "(");
}

/** `n \in Z` */
function readSetLetter(pass: Pass, token: Token): boolean {
  const isSet = token.kind === "letter" && SET_LETTERS.has(token.text) && isCommand(pass.made.at(-1), "in");
  if (!isSet || isMarked(pass.tokens.slice(pass.at + 1, pass.at + 3))) return false;
  pass.made.push({ ...token, kind: "command" });
  pass.at++;
  return true;
}

const RULES = [readKindAhead, readConnective, readKindBehind, readList, readSetLetter];

/** Commands besides words that declare a letter. */
const DECLARING: ReadonlySet<string> = new Set(["in", "forall", "ldots", "dots", "cdots"]);

/**
 * Writes what words say of letters in signs, as a statement of its own: `2n\pi \text{ where } n \text{ is an integer}`
 * as `2n\pi, n \in \mathbb{Z}`. Words that say anything else stay.
 */
export function withClauses(tokens: readonly Token[]): readonly Token[] {
  const declares = ({ kind, text }: Token): boolean =>
    kind === "text" || (kind === "command" && DECLARING.has(text));
  // The rows of an environment have their own way with conditions.
  if (!tokens.some(declares) || tokens.some(({ kind }) => kind === "begin")) return tokens;
  const apart = tokens.flatMap((token) => (token.kind === "text" ? wordsApart(token) : [token]));
  const clauses = apart.filter(({ kind, text }) => kind === "text" && isConnective(text)).length;
  const pass: Pass = { tokens: apart, made: [], clauses, at: 0 };
  while (pass.at < apart.length) {
    const token = apart[pass.at] as Token;
    if (RULES.some((rule) => rule(pass, token))) continue;
    pass.made.push(token);
    pass.at++;
  }
  return pass.made;
}
