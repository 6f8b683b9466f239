import type { Node } from "../../ast.js";
import { apply } from "../nodes.js";
import { numberNode } from "../numbers.js";
import { accept, enclosed, expect, isSymbol, type Parser, peek } from "../parser.js";
import type { CommandTable } from "./command.js";

function squareRoot(p: Parser): Node {
  const indexed = isSymbol(peek(p), "[");
  if (indexed) p.position++;
  const index = indexed ? enclosed(p, "none", p.grammar.list) : numberNode("2");
  if (indexed) expect(p, "]");
  if (accept(p, "^")) return rootWithPower(p, index);
  return apply("root", [p.grammar.argument(p), index]);
}

/** `\sqrt^3{x}`, as some write the index. */
function rootWithPower(p: Parser, square: Node): Node {
  const exponent = p.grammar.argument(p);
  return { kind: "power", base: apply("root", [p.grammar.argument(p), square]), exponent };
}

function cubeRoot(p: Parser): Node {
  return apply("root", [p.grammar.argument(p), numberNode("3")]);
}

export const ROOTS: CommandTable = new Map([
  ["sqrt", squareRoot],
  ["cbrt", cubeRoot],
]);
