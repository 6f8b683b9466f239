import type { Node, QuantityNode } from "../ast.js";
import { product } from "../construct.js";
import { relateUnits } from "../quantity/index.js";

const GREEK: ReadonlyMap<string, string> = new Map([
  ["mu", "μ"],
  ["Omega", "Ω"],
]);

/** A letter with an exponent, as the text of a unit: `m`, `s^-1`. */
function unitOf(node: Node): string | null {
  if (node.kind === "symbol") return GREEK.get(node.name) ?? (/^[a-z]$/i.test(node.name) ? node.name : null);
  if (node.kind !== "power") return null;
  const base = unitOf(node.base);
  const { exponent } = node;
  const digits = exponent.kind === "negation" ? exponent.operand : exponent;
  if (base === null || digits.kind !== "number") return null;
  return `${base}^${exponent.kind === "negation" ? "-" : ""}${digits.literal}`;
}

/**
 * Reads the product `1000 g` as a quantity, if that can be converted to the unit of what it is compared with: beside a
 * plain number, letters are variables.
 */
export function readSymbolUnit(node: Node, like: QuantityNode): QuantityNode | null {
  if (node.kind !== "product") return null;
  const start = node.factors.findIndex((factor) => unitOf(factor) !== null);
  if (start < 1) return null;
  const units = node.factors.slice(start).map(unitOf);
  if (units.includes(null)) return null;
  const unit = units.join(" ").replace("μ ", "μ");
  if (relateUnits(unit, like.unit).kind !== "convertible") return null;
  const value = start === 1 ? (node.factors[0] as Node) : product(...node.factors.slice(0, start));
  return { kind: "quantity", value, unit };
}
