import type { Node } from "../../ast.js";
import { constantOrSymbol } from "../names.js";
import { accept, isSymbol, next, type Parser, peek } from "../parser.js";
import { isName } from "./symbols.js";

/** A bound behind `_` or `^`: a group, or the one token that TeX takes. An empty group is a bound that was left out. */
export function boundArgument(p: Parser): Node | null {
  if (isSymbol(peek(p), "{") && isSymbol(peek(p, 1), "}")) {
    p.position += 2;
    return null;
  }
  return isName(peek(p)) ? constantOrSymbol(p, next(p).text) : p.grammar.argument(p);
}

/** `_a^b`, in whatever order. */
export function scriptBounds(p: Parser): { lower: Node | null; upper: Node | null } {
  let lower: Node | null = null;
  let upper: Node | null = null;
  for (;;) {
    if (accept(p, "_")) lower = boundArgument(p);
    else if (accept(p, "^")) upper = boundArgument(p);
    else return { lower, upper };
  }
}
