import type { Node } from "../../ast.js";
import { primesAt, rawArgument, withSubscript } from "../names.js";
import { application, apply, symbol } from "../nodes.js";
import { numberNode } from "../numbers.js";
import { accept, isCommand, isSymbol, nested, type Parser, peek } from "../parser.js";
import type { Token } from "../scanner/token.js";
import { parseAtom } from "./atoms.js";
import { digitsOf, numeral } from "./numerals.js";

/** A subscript behind something that is not a name by itself; `x^2_1` is `x_1^2`. */
function subscripted(p: Parser, base: Node): Node {
  const subscript = rawArgument(p);
  if (base.kind === "power" && base.base.kind === "symbol") {
    return { ...base, base: symbol(withSubscript(base.base.name, subscript)) };
  }
  const digits = base.kind === "symbol" ? null : digitsOf(base);
  if (digits !== null && (base.kind === "number" || /^\(?16\)?$/.test(subscript)))
    return numeral(digits, subscript);
  return application(`sub_${subscript}`, [base]);
}

/** `^\circ`, and `90^o`, which is how it is typed in haste. */
function isDegreeSign(sign: Token, isNumber: boolean): boolean {
  if (isCommand(sign, "circ") || isCommand(sign, "degree")) return true;
  return isNumber && (sign.kind === "letter" || sign.kind === "text") && sign.text === "o";
}

/** How many tokens `^\circ` or `^{\circ}` takes behind a number or another value. */
function degreeLength(p: Parser, isNumber: boolean): number {
  if (isCommand(peek(p), "degree")) return 1;
  if (!isSymbol(peek(p), "^")) return 0;
  const braced = isSymbol(peek(p, 1), "{");
  const sign = peek(p, braced ? 2 : 1);
  if (!isDegreeSign(sign, isNumber)) return 0;
  if (!braced) return 2;
  return isSymbol(peek(p, 3), "}") ? 4 : 0;
}

const TEMPERATURES: ReadonlyMap<string, string> = new Map([
  ["C", "degC"],
  ["F", "degF"],
]);

/** Consumes the number that comes next if exactly so many primes are behind it. */
function marksBehind(p: Parser, count: number): boolean {
  const start = p.position++;
  let found = 0;
  while (found < count && accept(p, "'")) found++;
  const primes = found === 0 ? primesAt(p) : { count: found, length: 0 };
  p.position = primes.count === count ? p.position + primes.length : start;
  return primes.count === count;
}

/** `45^\circ 30'`: degrees and minutes, and seconds perhaps. */
function minutesOf(p: Parser, degrees: Node): Node | null {
  const terms = [degrees];
  for (const parts of ["60", "3600"]) {
    const token = peek(p);
    const marked = token.kind === "number" && marksBehind(p, parts === "60" ? 1 : 2);
    if (!marked) break;
    terms.push({ kind: "quotient", numerator: numberNode(token.text), denominator: numberNode(parts) });
  }
  return terms.length > 1 ? { kind: "sum", terms } : null;
}

function degrees(p: Parser, value: Node): Node {
  const { kind, text } = peek(p);
  const unit = TEMPERATURES.get(text);
  const after = peek(p, 1).kind;
  if (
    unit !== undefined &&
    (kind === "text" || (kind === "letter" && (after === "end" || after === "symbol")))
  ) {
    p.position++;
    p.unitEnd = p.position;
    return { kind: "quantity", value, unit };
  }
  return apply("degrees", [minutesOf(p, value) ?? value]);
}

/** Whether the exponent is a transposition sign, and how many tokens it takes. */
function transposeLength(p: Parser, base: Node): number {
  const braced = isSymbol(peek(p, 1), "{");
  const { kind, text } = peek(p, braced ? 2 : 1);
  const isSign = kind === "command" && (text === "top" || text === "intercal");
  const isLetter =
    (base.kind === "matrix" || base.kind === "sequence") &&
    text === "T" &&
    (kind === "letter" || kind === "operator");
  if (!isSign && !isLetter) return 0;
  if (!braced) return 2;
  return isSymbol(peek(p, 3), "}") ? 4 : 0;
}

/** A sign alone, as in `3^+`, belongs to the limit around. */
function isLoneSign(p: Parser): boolean {
  const braced = isSymbol(peek(p, 1), "{");
  const sign = peek(p, braced ? 2 : 1);
  return (isSymbol(sign, "+") || isSymbol(sign, "-")) && isSymbol(peek(p, braced ? 3 : 2), "}");
}

function raised(p: Parser, base: Node): Node | null {
  const transposed = transposeLength(p, base);
  if (transposed > 0) {
    p.position += transposed;
    return apply("transpose", [base]);
  }
  if (isLoneSign(p)) return null;
  p.position++;
  return { kind: "power", base, exponent: nested(p, parseExponent) };
}

/** `2^3^2` is `2^{3^2}`, as programs read it. */
function parseExponent(p: Parser): Node {
  const exponent = p.grammar.argument(p);
  if (!isSymbol(peek(p), "^") || degreeLength(p, false) > 0) return exponent;
  return raised(p, exponent) ?? exponent;
}

/** `n!!` is the double factorial; three signs or more are so many factorials, as computer algebra systems read them. */
function factorial(p: Parser, base: Node): Node {
  let count = 1;
  while (accept(p, "!")) count++;
  if (count === 2) return apply("double_factorial", [base]);
  let node = base;
  for (let i = 0; i < count; i++) node = apply("factorial", [node]);
  return node;
}

/** Everything behind an atom that belongs to it. */
export function postfixOf(p: Parser, atom: Node): Node {
  let node = atom;
  for (;;) {
    const { kind, text } = peek(p);
    if (kind !== "symbol" && kind !== "command") return node;
    const degreeSign = degreeLength(p, node.kind === "number");
    if (degreeSign > 0) {
      p.position += degreeSign;
      node = degrees(p, node);
    } else if (text === "^") {
      const power = raised(p, node);
      if (power === null) return node;
      node = power;
    } else if (accept(p, "!")) node = factorial(p, node);
    else if (accept(p, "%")) node = apply("percent", [node]);
    else if (accept(p, "_")) node = subscripted(p, node);
    else return node;
  }
}

export function parsePostfix(p: Parser): Node {
  return postfixOf(p, parseAtom(p));
}
