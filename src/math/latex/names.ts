import type { Node } from "../ast.js";
import { symbol } from "./nodes.js";
import { accept, fail, isCommand, isSymbol, type Parser, peek } from "./parser.js";
import { parseApplication } from "./grammar/applications.js";
import type { Token } from "./scanner/token.js";

const DROPPED = /[\s{}\\$?]/g;

/** The text of a token inside a name: without spaces and TeX's own characters. */
function nameText(token: Token): string {
  if (token.text === "'") return "prime";
  if (token.text === ".") return "";
  return token.text.replace(DROPPED, "");
}

/** The group in braces, or the one token, that comes next, as plain text without spaces: `{n + 1}` is `n+1`. */
export function rawArgument(p: Parser): string {
  if (!accept(p, "{")) {
    const token = peek(p);
    if (token.kind === "end") fail(p, "unexpected_end");
    p.position++;
    return nameText(token);
  }
  let text = "";
  for (let depth = 1; ; p.position++) {
    const token = peek(p);
    if (token.kind === "end") return text;
    if (isSymbol(token, "{")) depth++;
    else if (isSymbol(token, "}") && --depth === 0) break;
    text += nameText(token);
  }
  p.position++;
  return text;
}

/** A name with a subscript put in before its primes. */
export function withSubscript(name: string, subscript: string): string {
  if (subscript === "") return name;
  let end = name.length;
  while (name.endsWith("'", end)) end--;
  const base = name.slice(0, end);
  return `${base}${base.includes("_") ? "," : "_"}${subscript}${name.slice(end)}`;
}

/** `^\prime`, `^{\prime\prime}`: how many primes; 0 if something else stands there. */
export function primesAt(p: Parser): { count: number; length: number } {
  if (!isSymbol(peek(p), "^")) return { count: 0, length: 0 };
  const braced = isSymbol(peek(p, 1), "{");
  const start = braced ? 2 : 1;
  let count = 0;
  while (isCommand(peek(p, start + count), "prime") || (braced && isSymbol(peek(p, start + count), "'"))) {
    count++;
    if (!braced) break;
  }
  const closed = !braced || isSymbol(peek(p, start + count), "}");
  return closed ? { count, length: start + count + (braced ? 1 : 0) } : { count: 0, length: 0 };
}

/** `^*` and `^{*}`, which mark a name and are no power. */
function starLength(p: Parser): number {
  if (!isSymbol(peek(p), "^")) return 0;
  if (isSymbol(peek(p, 1), "*")) return 2;
  return isSymbol(peek(p, 1), "{") && isSymbol(peek(p, 2), "*") && isSymbol(peek(p, 3), "}") ? 4 : 0;
}

/** The subscripts and primes behind a name, in whatever order. */
export function nameWithMarks(p: Parser, base: string): string {
  let name = base;
  for (;;) {
    if (accept(p, "_")) name = withSubscript(name, rawArgument(p));
    else if (accept(p, "'")) name += "'";
    else if (isSymbol(peek(p), "^")) {
      const { count, length } = primesAt(p);
      const star = starLength(p);
      if (count === 0 && star === 0) return name;
      name = count > 0 ? name + "'".repeat(count) : withSubscript(name, "*");
      p.position += count > 0 ? length : star;
    } else return name;
  }
}

/** `e` and `i` are constants unless a sum or product binds them. */
export function constantOrSymbol(p: Parser, name: string): Node {
  if ((name === "e" || name === "i") && !p.bound.includes(name)) return { kind: "constant", name };
  return symbol(name);
}

/** A name has been read: its subscripts and primes, and the arguments if it is applied to some. */
export function parseNamed(p: Parser, base: string): Node {
  const name = nameWithMarks(p, base);
  return parseApplication(p, base, name) ?? constantOrSymbol(p, name);
}
