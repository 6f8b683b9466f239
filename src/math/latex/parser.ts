import type { Node } from "../ast.js";
import { SyntaxFailure } from "./failure.js";
import { MAX_NESTING } from "./limits.js";
import type { Token } from "./scanner/token.js";

/** What ends an expression early: the `|` of a set builder, the `>` of `<1, 2>`. */
export type Enclosure = "none" | "set" | "angle";

/** How tightly an infix construct binds; a higher one is inside a lower one. */
export const POWER = {
  RELATION: 10,
  RATIO: 20,
  UNION: 30,
  INTERSECTION: 35,
  SUM: 40,
  MOD: 45,
  PRODUCT: 50,
  FACTOR: 60,
} as const;

/** The mutually recursive rules, handed to the command parsers through the state so that no module needs another. */
export interface Grammar {
  /** Everything up to a closing token: expressions joined by commas, semicolons, "and" and "or". */
  readonly list: (p: Parser) => Node;
  /** One expression whose infix constructs bind at least as tightly as `power`. */
  readonly expression: (p: Parser, power: number) => Node;
  /** One factor with its powers, subscripts and factorials. */
  readonly factor: (p: Parser) => Node;
  /** What a command takes: a group in braces, or the one thing that follows. */
  readonly argument: (p: Parser) => Node;
  /** What a function written without brackets applies to. */
  readonly functionArguments: (p: Parser) => readonly Node[];
}

/** The state of one parse. */
export interface Parser {
  readonly grammar: Grammar;
  readonly tokens: readonly Token[];
  position: number;
  depth: number;
  /** How many plain `|` are open. */
  bars: number;
  enclosure: Enclosure;
  /** Letters that a sum or product binds, so that `i` and `e` are variables in it. */
  bound: readonly string[];
  /** How many integrals are open, the depth of the innermost, and the variable found inside a nested group. */
  integrals: number;
  integralDepth: number;
  differential: string | null;
  /** The position right behind the last unit, to tell `3+2\text{ cm}` from `3+(2\text{ cm})`. */
  unitEnd: number;
  /** The last amount with the sign of its currency in front. */
  amount: Node | null;
}

const END: Token = { kind: "end", text: "", start: 0, spaced: false };

export function createParser(tokens: readonly Token[], grammar: Grammar): Parser {
  return {
    grammar,
    tokens,
    position: 0,
    depth: 0,
    bars: 0,
    enclosure: "none",
    bound: [],
    integrals: 0,
    integralDepth: 0,
    differential: null,
    unitEnd: -1,
    amount: null,
  };
}

/** The token `offset` places ahead; past the end, and before the start, the end token. */
export function peek(p: Parser, offset = 0): Token {
  return p.tokens[p.position + offset] ?? END;
}

export function next(p: Parser): Token {
  const token = peek(p);
  p.position++;
  return token;
}

export function isSymbol(token: Token | undefined, text: string): boolean {
  return token?.kind === "symbol" && token.text === text;
}

export function isCommand(token: Token | undefined, text: string): boolean {
  return token?.kind === "command" && token.text === text;
}

/** Consumes the symbol if it is next. */
export function accept(p: Parser, text: string): boolean {
  if (!isSymbol(peek(p), text)) return false;
  p.position++;
  return true;
}

/** Consumes the symbol. A brace that is still open when the text ends is taken as closed: models forget it. */
export function expect(p: Parser, text: string): void {
  if (accept(p, text)) return;
  const { kind } = peek(p);
  if (text === "}" && kind === "end") return;
  fail(p, kind === "end" ? "unbalanced" : "unexpected_token");
}

export function fail(p: Parser, reason: string): never {
  const token = peek(p);
  const last = p.tokens.at(-1);
  const position = token.kind === "end" && last !== undefined ? last.start + last.text.length : token.start;
  throw new SyntaxFailure(reason, position);
}

/** Runs a rule one level deeper. */
export function nested<T>(p: Parser, rule: (p: Parser) => T): T {
  if (++p.depth > MAX_NESTING) fail(p, "too_deep");
  const result = rule(p);
  p.depth--;
  return result;
}

/** Runs a rule between brackets, where bars and enclosures of the outside do not reach. */
export function enclosed<T>(p: Parser, enclosure: Enclosure, rule: (p: Parser) => T): T {
  const { bars, enclosure: outer } = p;
  p.bars = 0;
  p.enclosure = enclosure;
  const result = nested(p, rule);
  p.bars = bars;
  p.enclosure = outer;
  return result;
}
