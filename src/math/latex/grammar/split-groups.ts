import type { Node } from "../../ast.js";
import { apply } from "../nodes.js";
import { nested, type Parser, peek } from "../parser.js";
import { parseList } from "./list.js";

const SPLITTING: ReadonlyMap<string, (left: Node, right: Node) => Node> = new Map([
  ["over", (numerator: Node, denominator: Node): Node => ({ kind: "quotient", numerator, denominator })],
  ["choose", (n: Node, k: Node): Node => apply("binomial", [n, k])],
]);

/** What a group holds: a list, or the two parts that TeX's `\over` and `\choose` split it into. */
export function parseGroupList(p: Parser): Node {
  const left = parseList(p);
  const { kind, text } = peek(p);
  const join = kind === "command" ? SPLITTING.get(text) : undefined;
  if (join === undefined) return left;
  p.position++;
  return join(left, nested(p, parseList));
}
