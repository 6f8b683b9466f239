import type { BigOperatorNode, Node } from "../ast.js";
import { integer, product, sum } from "../construct.js";
import { haveSameStructure } from "../structure.js";
import { contains, mapChildren } from "../transform.js";

const ONE = integer(1);

function isSame(a: Node | null, b: Node | null): boolean {
  return a !== null && b !== null && haveSameStructure(a, b);
}

function factorsOf(body: Node): readonly Node[] {
  return body.kind === "product" ? body.factors.flatMap(factorsOf) : [body];
}

/** The two bases of a term `\binom{n}{k} a^k b^{n-k}`; `null` if the body is no such term. */
function readTerm({
  body,
  variable,
  upper,
}: BigOperatorNode): { readonly a: Node[]; readonly b: Node[] } | null {
  const k: Node = { kind: "symbol", name: variable };
  const rest: Node = { kind: "sum", terms: [upper as Node, { kind: "negation", operand: k }] };
  const bases: { a: Node[]; b: Node[] } = { a: [], b: [] };
  let binomials = 0;
  for (const factor of factorsOf(body)) {
    if (factor.kind === "call" && factor.name === "binomial") {
      if (!isSame(factor.args[0] ?? null, upper) || !isSame(factor.args[1] ?? null, k)) return null;
      binomials++;
    } else if (factor.kind !== "power") return null;
    else if (isSame(factor.exponent, k)) bases.a.push(factor.base);
    else if (isSame(factor.exponent, rest)) bases.b.push(factor.base);
    else return null;
  }
  return binomials === 1 ? bases : null;
}

function baseOf(factors: readonly Node[]): Node {
  const [first = ONE, ...others] = factors;
  return others.length === 0 ? first : product(first, ...others);
}

function close(node: Node): Node {
  if (node.kind !== "big_operator" || node.operator !== "sum" || node.upper === null) return node;
  const term = isSame(node.lower, integer(0)) ? readTerm(node) : null;
  if (term === null) return node;
  return { kind: "power", base: sum(baseOf(term.a), baseOf(term.b)), exponent: node.upper };
}

function closeAll(node: Node): Node {
  return close(mapChildren(node, closeAll));
}

/** Writes every sum `\sum_{k=0}^n \binom{n}{k} a^k b^{n-k}` in an expression as `(a + b)^n`. */
export function withClosedSums(node: Node): Node {
  return contains(node, ({ kind }) => kind === "big_operator") ? closeAll(node) : node;
}
