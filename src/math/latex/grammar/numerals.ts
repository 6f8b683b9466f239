import type { Node } from "../../ast.js";
import { rawArgument } from "../names.js";
import { application, symbol } from "../nodes.js";
import { numberInBase, numberNode } from "../numbers.js";
import { expect, type Parser } from "../parser.js";
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
  const base = BASE_NAMES.get(subscript) ?? (/^\d{1,2}$/.test(subscript) ? Number(subscript) : 0);
  const parts = subscript === "" ? [digits] : [digits, subscript];
  return (
    numberInBase(digits, base) ??
    application(
      "base",
      parts.map((part) => symbol(`digits_${part}`)),
    )
  );
}

const LETTER_DIGIT = /[A-F]/;

/** A number token: a literal, or digits with letters among them and their base. */
export function parseNumeral(p: Parser, literal: string): Node {
  if (!LETTER_DIGIT.test(literal)) {
    const node = numberNode(literal);
    return feetAndInches(p, node) ?? node;
  }
  expect(p, "_");
  return numeral(literal, rawArgument(p));
}
