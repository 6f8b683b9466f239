import type { Node } from "../../ast.js";
import { negation } from "../nodes.js";
import { isSymbol, nested, type Parser, peek } from "../parser.js";
import { parseAtom } from "./atoms.js";
import { parseGroup } from "./brackets.js";

/** What a command takes: a group in braces, or the one thing that follows, with its sign. */
export function parseArgument(p: Parser): Node {
  if (isSymbol(peek(p), "-")) {
    p.position++;
    return negation(nested(p, parseArgument));
  }
  if (isSymbol(peek(p), "+")) {
    p.position++;
    return nested(p, parseArgument);
  }
  const braced = isSymbol(peek(p), "{") && !isSymbol(peek(p, 1), "}");
  if (!braced) return nested(p, parseAtom);
  p.position++;
  return parseGroup(p);
}
