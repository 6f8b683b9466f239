import type { Node } from "../../ast.js";
import { FRACTION_NAMES } from "../commands/fractions.js";
import { FUNCTIONS, parseFunction } from "../commands/functions.js";
import { LOGARITHMS } from "../commands/logarithms.js";
import { ROOTS } from "../commands/roots.js";
import { GREEK } from "../commands/symbols.js";
import { constantOrSymbol, nameWithMarks } from "../names.js";
import { application, apply, isIntegerLiteral, itemsOf, negation, product } from "../nodes.js";
import { enclosed, expect, fail, isSymbol, next, nested, type Parser, peek } from "../parser.js";
import { bracketedArguments } from "./applications.js";
import { acceptDegrees } from "./quantities.js";

/** A name from `\operatorname{…}` or plain letters: a function that is known, one that is not, or a name. */
export function parseOperator(p: Parser, name: string): Node {
  const known = FUNCTIONS.get(name);
  if (known !== undefined) return parseFunction(p, known);
  const command = LOGARITHMS.get(name) ?? ROOTS.get(name);
  if (command !== undefined) return command(p);
  const marked = nameWithMarks(p, name);
  return isSymbol(peek(p), "(") ? application(marked, bracketedArguments(p)) : constantOrSymbol(p, marked);
}

const CONTINUING_COMMANDS = new Set([
  ...GREEK,
  ...FRACTION_NAMES,
  "pi",
  "sqrt",
  "infty",
  "varphi",
  "vartheta",
]);

/** What goes on the argument of a function without brackets: `\sin 2x`, but not `\sin x \cos y`. */
function continuesArgument(p: Parser, last: Node): boolean {
  const { kind, text } = peek(p);
  if (kind === "letter") return text !== "d" || p.integrals === 0;
  if (kind === "number") return peek(p, -1).kind !== "number";
  if (kind === "command") return CONTINUING_COMMANDS.has(text);
  return kind === "symbol" && text === "(" && isIntegerLiteral(last);
}

/** `\cos \pi/4`: a slash before a number goes with the argument. */
function dividesArgument(p: Parser): boolean {
  return isSymbol(peek(p), "/") && peek(p, 1).kind === "number";
}

/** The argument in front of which no bracket stands. */
function bareArgument(p: Parser): Node {
  if (isSymbol(peek(p), "-")) {
    p.position++;
    return negation(nested(p, bareArgument));
  }
  const first = p.grammar.factor(p);
  let factors = [first];
  for (;;) {
    const last = factors.at(-1) ?? first;
    if (dividesArgument(p)) {
      p.position++;
      factors = [{ kind: "quotient", numerator: product(factors), denominator: p.grammar.factor(p) }];
    } else if (continuesArgument(p, last)) factors.push(p.grammar.factor(p));
    else return acceptDegrees(p) ? apply("degrees", [product(factors)]) : product(factors);
  }
}

/** `{\left(x\right)}`: brackets inside a brace that holds nothing else in front of them. */
function isBracedBracket(p: Parser): boolean {
  return isSymbol(peek(p), "{") && (isSymbol(peek(p, 1), "(") || isSymbol(peek(p, 1), "["));
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["\\{", "\\}"],
  ["{", "}"],
]);

/** The arguments between brackets, or the product that follows. */
export function parseFunctionArguments(p: Parser): readonly Node[] {
  const { kind, text } = peek(p);
  if (kind === "open_bar") return [p.grammar.argument(p)];
  if (kind !== "symbol" || (text === "{" && !isBracedBracket(p)) || !CLOSING.has(text)) {
    return [nested(p, bareArgument)];
  }
  if (text === "(") return bracketedArguments(p);
  if (text === "\\{") return [p.grammar.argument(p)];
  const close = CLOSING.get(next(p).text);
  const args =
    text === "{"
      ? enclosed(p, "none", p.grammar.functionArguments)
      : itemsOf(enclosed(p, "none", p.grammar.list));
  if (close === undefined) fail(p, "unexpected_token");
  expect(p, close);
  return args;
}
