import type { Node } from "../../ast.js";
import type { Parser } from "../parser.js";
import type { CommandTable } from "./command.js";
import { parseDerivative } from "./derivatives.js";

/** Takes one digit each where braces are missing, as TeX does: `\frac12`. */
export const FRACTION_NAMES: ReadonlySet<string> = new Set([
  "frac",
  "dfrac",
  "tfrac",
  "cfrac",
  "sfrac",
  "nicefrac",
]);

function fraction(p: Parser): Node {
  const derivative = parseDerivative(p);
  if (derivative !== null) return derivative;
  const numerator = p.grammar.argument(p);
  return { kind: "quotient", numerator, denominator: p.grammar.argument(p) };
}

export const FRACTIONS: CommandTable = new Map([...FRACTION_NAMES].map((name) => [name, fraction]));
