import type { Node, PowerNode, QuantityNode } from "../ast.js";
import { product } from "../construct.js";
import { isKnownUnit, relateUnits } from "../quantity/index.js";

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ["mu", "μ"],
  ["Omega", "Ω"],
  ["AA", "Å"],
]);

/** A letter with an exponent, or a quotient of such, as the text of a unit: `m`, `s^-1`, `m/(s^2)`. */
function unitOf(node: Node): string | null {
  switch (node.kind) {
    case "symbol":
      return SYMBOLS.get(node.name) ?? (/^[a-z]$/i.test(node.name) ? node.name : null);
    case "product":
      return wordUnit(node.factors) ?? joined(node.factors, " ");
    case "quotient": {
      const [above, below] = [unitOf(node.numerator), unitOf(node.denominator)];
      return above === null || below === null ? null : `${above}/(${below})`;
    }
    case "power":
      return raisedUnit(node);
    default:
      return null;
  }
}

function raisedUnit({ base, exponent }: PowerNode): string | null {
  const isNegative = exponent.kind === "negation";
  const digits = isNegative ? exponent.operand : exponent;
  const unit = base.kind === "symbol" ? unitOf(base) : null;
  return unit === null || digits.kind !== "number"
    ? null
    : `${unit}^${isNegative ? "-" : ""}${digits.literal}`;
}

/** `km`, which is read as a product of letters. */
function wordUnit(factors: readonly Node[]): string | null {
  const word = factors.every(({ kind }) => kind === "symbol") ? joined(factors, "") : null;
  return word !== null && isKnownUnit(word) ? word : null;
}

function joined(factors: readonly Node[], separator: string): string | null {
  const units = factors.map(unitOf);
  return units.includes(null) ? null : units.join(separator).replace("μ ", "μ");
}

/** The ways to read the last factors of a product as a unit: letter by letter, and as one word such as `bar`. */
function readings(node: Node): readonly QuantityNode[] {
  if (node.kind === "quantity")
    return readings(node.value).map((inner) => ({ ...inner, unit: `${inner.unit} ${node.unit}` }));
  if (node.kind !== "product") return [];
  const start = node.factors.findIndex((factor) => unitOf(factor) !== null);
  if (start < 1) return [];
  const [values, units] = [node.factors.slice(0, start), node.factors.slice(start)];
  const value = values.length === 1 ? (values[0] as Node) : product(...values);
  const isWord = units.length > 1 && units.every(({ kind }) => kind === "symbol");
  return [joined(units, " "), isWord ? joined(units, "") : null]
    .filter((unit) => unit !== null)
    .map((unit) => ({ kind: "quantity", value, unit }));
}

/**
 * Reads the product `1000 g` as a quantity, if that can be converted to the unit of what it is compared with: beside a
 * plain number, letters are variables.
 */
export function readSymbolUnit(node: Node, like: QuantityNode): QuantityNode | null {
  return readings(node).find(({ unit }) => relateUnits(unit, like.unit).kind === "convertible") ?? null;
}

/** `4 h` and `14400 s`: two numbers with different letters that are units of one kind. */
export function readSymbolUnits(a: Node, b: Node): readonly [QuantityNode, QuantityNode] | null {
  const [left, right] = [readings(a)[0], readings(b)[0]];
  if (left?.value.kind !== "number" || right?.value.kind !== "number" || left.unit === right.unit)
    return null;
  return isKnownUnit(left.unit) && relateUnits(left.unit, right.unit).kind === "convertible"
    ? [left, right]
    : null;
}
