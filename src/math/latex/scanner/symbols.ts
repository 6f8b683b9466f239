import { ALIGNED } from "../commands/environments.js";
import { RELATIONS } from "../commands/relations.js";
import { SyntaxFailure } from "../failure.js";
import { isBlank, isDigit } from "./characters.js";
import { closeBrace, lastToken, openBrace, push, type Scanner } from "./scanner.js";

const OPENING = "([\\{";

/** A bracket counts as a place where commas separate. */
export function scanBracket(s: Scanner, bracket: string, start: number): void {
  push(s, "symbol", bracket, start);
  if (OPENING.includes(bracket)) s.lists++;
  else if (s.lists > 0) s.lists--;
}

const TWO_CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["<=", "<="],
  [">=", ">="],
  ["=<", "<="],
  ["!=", "!="],
  [":=", "="],
  ["==", "="],
  ["**", "^"],
]);

const ARROWS: ReadonlyMap<string, string> = new Map([
  ["->", "to"],
  ["=>", "implies"],
  ["&&", "and"],
]);

/** `5!=120` has a factorial, `x!=3` says "unequal". */
function isFactorial(s: Scanner): boolean {
  const last = lastToken(s);
  return !s.spaced && last !== undefined && (last.kind === "number" || last.text === ")");
}

/** Emphasis around a whole answer is no power. */
function isEmphasis(s: Scanner, start: number): boolean {
  return lastToken(s) === undefined || start >= s.contentEnd;
}

const PLUS_MINUS = "+/-";

/** Characters that are one sign together; `false` if nothing was read. */
function scanPair(s: Scanner): boolean {
  const start = s.position;
  if (s.source.startsWith(PLUS_MINUS, start)) {
    s.position += PLUS_MINUS.length;
    push(s, "command", "pm", start);
    return true;
  }
  const pair = s.source.slice(start, start + 2);
  const sign = TWO_CHARACTERS.get(pair);
  const arrow = ARROWS.get(pair);
  if (sign === undefined && arrow === undefined) return false;
  if (pair === "!=" && isFactorial(s)) return false;
  s.position += 2;
  if (pair === "**" && isEmphasis(s, start)) return true;
  if (sign !== undefined) pushSign(s, sign, start);
  else push(s, "command", arrow ?? "", start);
  return true;
}

/** A row of an aligned derivation that begins with a relation goes on with the row before it. */
function pushSign(s: Scanner, sign: string, start: number): void {
  const environment = s.environments[s.environments.length - 1] ?? "";
  const last = lastToken(s);
  if (last?.kind === "symbol" && last.text === "\\\\" && ALIGNED.has(environment) && RELATIONS.has(sign))
    s.tokens.pop();
  push(s, "symbol", sign, start);
}

/** A single `$`, or an odd one, is money where a number is beside it; the others only mark a formula. */
function scanDollar(s: Scanner): void {
  const start = s.position;
  s.position++;
  if (s.dollars % 2 === 0) {
    s.spaced = true;
    return;
  }
  let index = s.position;
  while (isBlank(s.source.charCodeAt(index))) index++;
  const before = isDigit(s.source.charCodeAt(index)) || s.source[index] === ".";
  if (before || lastToken(s)?.kind === "number") push(s, "currency", "$", start);
  else s.spaced = true;
}

const PERIOD_ENDS = "$})].*";
const DECIMAL_POINT_ENDS = "$})].*/+-^=<>,;\\";

/** A full stop at the end says nothing; three are an ellipsis. */
function scanPeriod(s: Scanner): void {
  const start = s.position;
  if (s.source.startsWith("...", start)) {
    s.position += 3;
    push(s, "command", "ldots", start);
    return;
  }
  if (s.source.startsWith("..", start)) throw new SyntaxFailure("unexpected_token", start);
  s.position++;
  let index = s.position;
  while (isBlank(s.source.charCodeAt(index))) index++;
  const next = s.source[index];
  const behindNumber = lastToken(s)?.kind === "number" && !s.spaced && index === start + 1;
  const says = next !== undefined && !(behindNumber ? DECIMAL_POINT_ENDS : PERIOD_ENDS).includes(next);
  if (says) push(s, "symbol", ".", start);
}

/** `&` outside of rows and in aligned rows only aligns. */
function scanAmpersand(s: Scanner): void {
  const environment = s.environments[s.environments.length - 1];
  if (environment !== undefined && !ALIGNED.has(environment)) push(s, "symbol", "&", s.position);
  s.position++;
}

function skip(s: Scanner): void {
  s.position++;
  s.spaced = true;
}

function bracket(s: Scanner): void {
  const start = s.position;
  s.position++;
  scanBracket(s, s.source.slice(start, start + 1), start);
}

/** `{:}`, a sign that is set as a letter. */
function brace(s: Scanner): void {
  if (!s.source.startsWith("{:}", s.position)) {
    openBrace(s, true);
    return;
  }
  push(s, "symbol", ":", s.position);
  s.position += 3;
}

const SPECIAL: ReadonlyMap<string, (s: Scanner) => void> = new Map<string, (s: Scanner) => void>([
  ["{", brace],
  ["}", closeBrace],
  ["(", bracket],
  [")", bracket],
  ["[", bracket],
  ["]", bracket],
  ["$", scanDollar],
  [".", scanPeriod],
  ["&", scanAmpersand],
  ["`", skip],
]);

/** Any ASCII character that is neither a letter, a digit, space nor a backslash. */
export function scanSymbol(s: Scanner): void {
  const character = s.source.slice(s.position, s.position + 1);
  const scan = SPECIAL.get(character);
  if (scan !== undefined) scan(s);
  else if (!scanPair(s)) {
    s.position++;
    pushSign(s, character, s.position - 1);
  }
}
