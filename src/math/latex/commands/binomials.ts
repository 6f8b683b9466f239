import type { Node } from "../../ast.js";
import { apply } from "../nodes.js";
import type { Parser } from "../parser.js";
import type { CommandTable } from "./command.js";

function binomial(p: Parser): Node {
  const n = p.grammar.argument(p);
  return apply("binomial", [n, p.grammar.argument(p)]);
}

export const BINOMIALS: CommandTable = new Map(["binom", "dbinom", "tbinom"].map((name) => [name, binomial]));
