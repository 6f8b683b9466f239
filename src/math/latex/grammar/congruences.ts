import type { Node } from "../../ast.js";
import { RESIDUE_CLASS } from "../../residue-class.js";
import { application, apply } from "../nodes.js";
import { expect, isSymbol, type Parser, peek } from "../parser.js";
import { parseImplicitProduct } from "./products.js";

/** `a \bmod b` and `a \mod b`: the modulus is the product without signs that follows. */
export function parseMod(p: Parser, left: Node): Node {
  p.position++;
  return apply("mod", [left, parseImplicitProduct(p)]);
}

/** `2 \pmod 5` alone is a residue class, and no number as `7 \bmod 5` is. */
function modulo(node: Node, modulus: Node): Node {
  if (node.kind !== "relation") return application(RESIDUE_CLASS, [node, modulus]);
  return { ...node, operands: node.operands.map((operand) => apply("mod", [operand, modulus])) };
}

/** `x \equiv 3 \pmod 5` says that both sides leave the same remainder. */
export function parseCongruence(p: Parser, left: Node): Node {
  const bracketed = isSymbol(peek(p), "(");
  p.position += bracketed ? 2 : 1;
  if (!bracketed) return modulo(left, p.grammar.argument(p));
  const modulus = p.grammar.list(p);
  expect(p, ")");
  return modulo(left, modulus);
}

/** `x \equiv 3 \mod 5`: the modulus behind the last side is that of every side. */
export function congruent(operands: readonly Node[]): readonly Node[] {
  const last = operands.at(-1);
  const modulus = last?.kind === "call" && last.name === "mod" ? last.args[1] : undefined;
  if (modulus === undefined) return operands;
  return operands.map((operand) => (operand === last ? operand : apply("mod", [operand, modulus])));
}
