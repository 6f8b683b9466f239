import type { Node, QuantityNode } from "../../ast.js";
import { relateUnits } from "../../quantity/index.js";
import { numberNode } from "../numbers.js";
import { isSymbol, type Parser, peek } from "../parser.js";

/** Whether `5 ft` goes on with `3 in`: less than one of the larger unit, as far as can be told. */
export function goesOnWith(larger: Node | undefined, part: Node): boolean {
  if (larger?.kind !== "quantity" || part.kind !== "quantity" || part.value.kind === "negation") return false;
  const relation = relateUnits(larger.unit, part.unit);
  if (relation.kind !== "convertible" || relation.offset.num !== 0n) return false;
  const { num, den } = relation.factor;
  const { value } = part;
  return num > den && (value.kind !== "number" || value.value.num * den < num * value.value.den);
}

/** Whether a number with a unit comes next, perhaps behind "and". */
export function startsSmallerPart(p: Parser, value: Node | undefined): boolean {
  if (value?.kind !== "quantity") return false;
  const { kind, text } = peek(p);
  const offset = kind === "conjunction" && text === "and" ? 1 : 0;
  return peek(p, offset).kind === "number" && peek(p, offset + 1).kind === "text";
}

/** `5'6"`, behind the number of feet; `null`, and nothing read, if it is something else. */
export function feetAndInches(p: Parser, feet: Node): Node | null {
  const inches = peek(p, 1);
  if (!isSymbol(peek(p), "'") || inches.kind !== "number") return null;
  const mark = peek(p, 2);
  const doubled = isSymbol(mark, "'") && isSymbol(peek(p, 3), "'");
  if (!doubled && !isSymbol(mark, '"')) return null;
  p.position += doubled ? 4 : 3;
  const part = (value: Node, unit: string): QuantityNode => ({ kind: "quantity", value, unit });
  return { kind: "sum", terms: [part(feet, "ft"), part(numberNode(inches.text), "in")] };
}
