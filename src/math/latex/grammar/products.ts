import type { Node } from "../../ast.js";
import { isDifferential, acceptInnerDifferential } from "../commands/big-operators.js";
import { isAtomCommand } from "../commands/index.js";
import { TIMES } from "../commands/operators.js";
import { apply, isIntegerLiteral, product } from "../nodes.js";
import { numberNode } from "../numbers.js";
import { accept, fail, isCommand, isSymbol, type Parser, peek, POWER } from "../parser.js";
import { FRACTION_NAMES } from "../commands/fractions.js";
import { attachUnit, startsUnit, startsUnitDivision } from "./quantities.js";
import { goesOnWith, startsSmallerPart } from "./compounds.js";
import { isReversedClose, opensBars } from "./brackets.js";
import { startsModulus } from "./modulus.js";
import { postfixOf } from "./postfix.js";

function isTimes(p: Parser): boolean {
  const token = peek(p);
  return isSymbol(token, "*") || (token.kind === "command" && TIMES.has(token.text));
}

function isDivision(p: Parser): boolean {
  return isSymbol(peek(p), "/") || isCommand(peek(p), "div");
}

function symbolStartsFactor(p: Parser, text: string): boolean {
  switch (text) {
    case "(":
      return !startsModulus(p);
    case "{":
    case "\\{":
      return true;
    case "[":
      return !isReversedClose(p);
    case "|":
    case "||":
      return opensBars(p, text);
    default:
      return false;
  }
}

/** Whether the next token can stand right behind a factor and multiply it. */
function startsFactor(p: Parser): boolean {
  const { kind, text } = peek(p);
  switch (kind) {
    case "letter":
      return !isDifferential(p) || p.depth > p.integralDepth;
    case "number":
    case "operator":
    case "open_bar":
    case "begin":
      return true;
    case "command":
      return isAtomCommand(text);
    case "symbol":
      return symbolStartsFactor(p, text);
    default:
      return false;
  }
}

export function startsProduct(p: Parser): boolean {
  return isTimes(p) || isDivision(p) || startsUnit(p) || isSymbol(peek(p), "%") || startsFactor(p);
}

function isProperFraction(node: Node): boolean {
  if (node.kind !== "quotient" || !isIntegerLiteral(node.numerator) || !isIntegerLiteral(node.denominator)) {
    return false;
  }
  const { numerator, denominator } = node;
  return (
    numerator.kind === "number" &&
    denominator.kind === "number" &&
    numerator.value.num < denominator.value.num
  );
}

/** `1\frac12`: a whole number right before a proper fraction adds to it. */
function mixedWithFraction(p: Parser, whole: Node): Node | null {
  const start = p.position;
  const before = peek(p, -1);
  const token = peek(p);
  if (before.kind !== "number" || !isIntegerLiteral(whole)) return null;
  if (token.kind !== "command" || !FRACTION_NAMES.has(token.text)) return null;
  const fraction = p.grammar.argument(p);
  if (isProperFraction(fraction)) return { kind: "sum", terms: [whole, fraction] };
  p.position = start;
  return null;
}

/** `1 1/2`. */
function mixedWithSlash(p: Parser, whole: Node): Node | null {
  const [numerator, slash, denominator] = [peek(p), peek(p, 1), peek(p, 2)];
  if (numerator.kind !== "number" || !isSymbol(slash, "/") || denominator.kind !== "number") return null;
  const fraction: Node = {
    kind: "quotient",
    numerator: numberNode(numerator.text),
    denominator: numberNode(denominator.text),
  };
  if (!isIntegerLiteral(whole) || !isProperFraction(fraction)) return null;
  p.position += 3;
  return { kind: "sum", terms: [whole, fraction] };
}

function mixedNumber(p: Parser, factors: Node[]): boolean {
  const whole = factors.at(-1);
  if (whole?.kind !== "number" || peek(p, -1).kind !== "number") return false;
  const mixed = mixedWithFraction(p, whole) ?? mixedWithSlash(p, whole);
  if (mixed === null) return false;
  factors[factors.length - 1] = postfixOf(p, mixed);
  return true;
}

/** Two numbers side by side are no product, unless the second is a mixed number. */
function isAdjacentNumber(p: Parser): boolean {
  if (peek(p).kind !== "number" || peek(p, -1).kind !== "number") return false;
  const { kind, text } = peek(p, 1);
  return kind !== "command" || !FRACTION_NAMES.has(text);
}

function implicitFactor(p: Parser, factors: Node[]): void {
  if (mixedNumber(p, factors)) return;
  const beside = factors.at(-1)?.kind;
  if (beside === "text" || beside === "quantity" || (beside === "number" && isAdjacentNumber(p)))
    fail(p, "unexpected_token");
  if (acceptInnerDifferential(p)) return;
  const factor = p.grammar.factor(p);
  const mixed = peek(p).kind === "command" && mixedNumberBehind(p, factor) ? takeMixed(p, factor) : null;
  const last = factors.pop();
  if (last !== undefined) factors.push(withoutBraces(last));
  factors.push(withoutBraces(mixed ?? factor));
}

/** `2\{x + 1\}`: braces around a sum, side by side with a factor, group. */
function withoutBraces(factor: Node): Node {
  const [only] = factor.kind === "set" ? factor.items : [];
  return factor.kind === "set" && factor.items.length === 1 && only?.kind === "sum" ? only : factor;
}

/** Signed, and with the factors that stand right behind it: `9x` in `a \mod 9x / 2`. */
export function parseImplicitProduct(p: Parser): Node {
  const factors = [p.grammar.expression(p, POWER.FACTOR)];
  while (startsFactor(p)) implicitFactor(p, factors);
  return product(factors);
}

function mixedNumberBehind(p: Parser, factor: Node): boolean {
  return factor.kind === "number" && peek(p, -1).kind === "number";
}

function takeMixed(p: Parser, factor: Node): Node | null {
  const mixed = mixedWithFraction(p, factor);
  return mixed && postfixOf(p, mixed);
}

const SETS = new Set<Node["kind"]>(["set", "number_set", "set_builder", "set_operation"]);

/** `\mathbb{R} \times \mathbb{R}`. */
function cartesian(left: Node, right: Node, sign: string): Node | null {
  if (sign !== "times" || !SETS.has(left.kind) || !SETS.has(right.kind)) return null;
  return { kind: "set_operation", operator: "cartesian", left, right };
}

function times(p: Parser, factors: Node[]): void {
  const sign = peek(p).text;
  p.position++;
  if (acceptInnerDifferential(p)) return;
  const right = p.grammar.expression(p, POWER.FACTOR);
  const left = factors.at(-1);
  const pair = left === undefined ? null : cartesian(left, right, sign);
  if (pair === null) factors.push(right);
  else factors[factors.length - 1] = pair;
}

/** The whole of a compound quantity of which the first part was read; the part itself if "and" begins another answer. */
function compound(p: Parser, first: Node): Node {
  const parts = [first];
  while (startsSmallerPart(p, parts.at(-1))) {
    const { position, unitEnd } = p;
    const joined = peek(p).kind === "conjunction";
    if (joined) p.position++;
    const part = attachUnit(p, p.grammar.factor(p));
    if (goesOnWith(parts.at(-1), part)) parts.push(part);
    else if (joined) {
      p.position = position;
      p.unitEnd = unitEnd;
      break;
    } else fail(p, "unexpected_token");
  }
  return parts.length === 1 ? first : { kind: "sum", terms: parts };
}

/** Factors from left to right, with or without signs between them; `1/2x` is `(1/2)x`. */
export function parseProduct(p: Parser, left: Node): Node {
  let factors: Node[] = [left];
  for (;;) {
    if (startsUnit(p) || startsUnitDivision(p)) factors = [compound(p, attachUnit(p, product(factors)))];
    else if (isTimes(p)) times(p, factors);
    else if (isDivision(p)) {
      p.position++;
      factors = [
        { kind: "quotient", numerator: product(factors), denominator: p.grammar.expression(p, POWER.FACTOR) },
      ];
    } else if (accept(p, "%")) factors.push(apply("percent", [factors.pop() ?? left]));
    else if (startsFactor(p)) implicitFactor(p, factors);
    else return product(factors);
  }
}
