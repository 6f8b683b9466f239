import type { Node } from "../../ast.js";
import { rawArgument } from "../names.js";
import { application, symbol } from "../nodes.js";
import { numberInBase, numberNode } from "../numbers.js";
import { expect, type Parser, peek } from "../parser.js";
import { feetAndInches } from "./compounds.js";

const BASE_NAMES: ReadonlyMap<string, number> = new Map([
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["six", 6],
  ["seven", 7],
  ["eight", 8],
  ["nine", 9],
  ["ten", 10],
  ["eleven", 11],
  ["twelve", 12],
  ["sixteen", 16],
]);

/** `101_2`. A digit that the base does not have leaves nothing that could equal a number. */
export function numeral(digits: string, subscript: string): Node {
  const named = BASE.exec(subscript)?.[1] ?? subscript;
  const base = BASE_NAMES.get(named) ?? (/^\d{1,2}$/.test(named) ? Number(named) : 0);
  const parts = subscript === "" ? [digits] : [digits, subscript];
  return (
    numberInBase(digits, base) ??
    application(
      "base",
      parts.map((part) => symbol(`digits_${part}`)),
    )
  );
}

/** `2` in `_{(2)}`, `_{\text{base } 2}`. */
const BASE = /^\(?(?:base-?)?(\w+)\)?$/;

const LETTER_DIGIT = /[A-F]/;

/** The digits that were read as a product of names, as in `(1A)_{16}`; `null` if it is none. */
export function digitsOf(node: Node): string | null {
  switch (node.kind) {
    case "number":
      return /^[\da-z.]+$/i.test(node.literal) ? node.literal : null;
    case "symbol":
      return LETTER_DIGIT.test(node.name) && node.name.length === 1 ? node.name : null;
    case "product": {
      const digits = node.factors.map(digitsOf);
      return digits.includes(null) ? null : digits.join("");
    }
    default:
      return null;
  }
}

const BASE_WORDS = /^\(?(?:in )?base(?:[ -](\w+)\)?)?$/;

/** `110 \text{ base } 2`, behind the digits; `null`, and nothing read, if something else stands there. */
export function numeralInBase(p: Parser, digits: Node): Node | null {
  if (digits.kind !== "number" || peek(p).kind !== "text") return null;
  const split = peek(p).text === "in" && peek(p, 1).kind === "text" ? 1 : 0;
  const words = BASE_WORDS.exec(peek(p, split).text);
  if (words === null) return null;
  const behind = peek(p, split + 1);
  if (words[1] === undefined && behind.kind !== "number") return null;
  p.position += split + (words[1] === undefined ? 2 : 1);
  return numeral(digits.literal, words[1] ?? behind.text);
}

/** A number token: a literal, or digits with letters among them and their base. */
export function parseNumeral(p: Parser, literal: string): Node {
  if (!LETTER_DIGIT.test(literal)) {
    const node = numberNode(literal);
    return feetAndInches(p, node) ?? node;
  }
  expect(p, "_");
  return numeral(literal, rawArgument(p));
}
