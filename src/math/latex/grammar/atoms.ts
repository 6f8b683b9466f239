import type { Node } from "../../ast.js";
import { acceptInnerDifferential } from "../commands/big-operators.js";
import { parseEnvironment } from "../commands/environments.js";
import { COMMANDS } from "../commands/index.js";
import { parseNamed } from "../names.js";
import { textNode } from "../nodes.js";
import { numberNode } from "../numbers.js";
import { fail, isSymbol, nested, next, type Parser, peek, POWER } from "../parser.js";
import type { Token, TokenKind } from "../scanner/token.js";
import { BRACKETS, parseBars, parseFacingBars } from "./brackets.js";
import { parseOperator } from "./functions.js";
import { parseNumeral } from "./numerals.js";
import { parseChoice, parsePrescripts } from "./choices.js";
import { prefixedQuantity } from "./quantities.js";

type AtomParser = (p: Parser, token: Token) => Node;

function letter(p: Parser, token: Token): Node {
  return parseChoice(p, token.text) ?? parseNamed(p, token.text);
}

/** Words side by side are one text. */
function words(p: Parser, token: Token): Node {
  let { text } = token;
  while (peek(p).kind === "text") text += ` ${next(p).text}`;
  return textNode(text);
}

function currency(p: Parser, token: Token): Node {
  const value = nested(p, () => p.grammar.expression(p, POWER.PRODUCT));
  return prefixedQuantity(p, token.text, value);
}

function command(p: Parser, token: Token): Node {
  const parse = COMMANDS.get(token.text);
  if (parse === undefined) fail(p, "unknown_command");
  return nested(p, parse);
}

function symbolAtom(p: Parser, { text }: Token): Node {
  if (text === "|" || text === "||") return parseBars(p, text);
  const scripts = text === "_" || text === "^" ? parsePrescripts(p) : null;
  const parse = BRACKETS.get(text);
  const node = scripts ?? parse?.(p);
  if (node === undefined) {
    p.position--;
    fail(p, "unexpected_token");
  }
  return node;
}

const ATOMS: Readonly<Partial<Record<TokenKind, AtomParser>>> = {
  number: (p, token) => parseNumeral(p, token.text),
  letter,
  command,
  operator: (p, token) => nested(p, () => parseOperator(p, token.text)),
  text: words,
  currency,
  symbol: symbolAtom,
  open_bar: (p) => parseFacingBars(p),
  begin: (p, token) => parseEnvironment(p, token.text),
};

/** A number, name, group, command with its arguments: what needs no operator. */
export function parseAtom(p: Parser): Node {
  if (acceptInnerDifferential(p)) return numberNode("1");
  const token = next(p);
  if (isSymbol(token, "{") && isSymbol(peek(p), "}")) {
    p.position++;
    const choice = parsePrescripts(p);
    if (choice === null) fail(p, "empty");
    return choice;
  }
  const parse = ATOMS[token.kind];
  if (parse !== undefined) return parse(p, token);
  p.position--;
  fail(p, token.kind === "end" ? "unexpected_end" : "unexpected_token");
}
