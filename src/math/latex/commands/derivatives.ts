import type { DerivativeNode, Node } from "../../ast.js";
import { constantOrSymbol } from "../names.js";
import { isCommand, isSymbol, type Parser, peek, POWER } from "../parser.js";
import type { Token } from "../scanner/token.js";
import { isName } from "./symbols.js";

/** How much of `\frac{d^2 y}{dx^2}` there is, in tokens; everything counts from the position behind `\frac`. */
interface Pattern {
  readonly order: number;
  /** Where the differentiated function stands, if it stands in the numerator. */
  readonly inner: Token | null;
  readonly variable: string;
  readonly length: number;
}

function isDifferentialSign(token: Token): boolean {
  return (token.kind === "letter" && token.text === "d") || isCommand(token, "partial");
}

/** `^2` or `^{2}` at `offset`: the order and how many tokens it takes; without one the order is 1. */
function orderAt(p: Parser, offset: number): { order: number; length: number } {
  if (!isSymbol(peek(p, offset), "^")) return { order: 1, length: 0 };
  const braced = isSymbol(peek(p, offset + 1), "{");
  const token = peek(p, offset + (braced ? 2 : 1));
  const order = token.kind === "number" && /^[1-9]$/.test(token.text) ? Number(token.text) : 0;
  const closed = !braced || isSymbol(peek(p, offset + 3), "}");
  return { order: closed ? order : 0, length: braced ? 4 : 2 };
}

function matchDerivative(p: Parser): Pattern | null {
  if (!isSymbol(peek(p), "{") || !isDifferentialSign(peek(p, 1))) return null;
  const above = orderAt(p, 2);
  let offset = 2 + above.length;
  const inner = isName(peek(p, offset)) ? peek(p, offset) : null;
  if (inner !== null) offset++;
  const separated = isSymbol(peek(p, offset), "}") && isSymbol(peek(p, offset + 1), "{");
  if (!separated || !isDifferentialSign(peek(p, offset + 2)) || !isName(peek(p, offset + 3))) return null;
  const below = orderAt(p, offset + 4);
  const end = offset + 4 + below.length;
  if (above.order === 0 || above.order !== below.order || !isSymbol(peek(p, end), "}")) return null;
  return { order: above.order, inner, variable: peek(p, offset + 3).text, length: end + 1 };
}

/** What a derivative without a function in its numerator applies to: brackets, or the product that follows. */
function bodyOf(p: Parser): Node {
  return isSymbol(peek(p), "(") || isSymbol(peek(p), "[")
    ? p.grammar.argument(p)
    : p.grammar.expression(p, POWER.PRODUCT);
}

/** `\frac{d}{dx} f`, `\frac{d^2 y}{dx^2}` and `\partial` likewise; `null` if the fraction is an ordinary one. */
export function parseDerivative(p: Parser): DerivativeNode | null {
  const pattern = matchDerivative(p);
  if (pattern === null) return null;
  const { inner, order, variable, length } = pattern;
  p.position += length;
  const body = inner === null ? bodyOf(p) : constantOrSymbol(p, inner.text);
  return { kind: "derivative", variable, order, body };
}
