import type { FunctionName, Node, NumberNode } from "../../../src/math/ast.js";
import { rational } from "../../../src/math/rational.js";

/**
 * Reads a plain notation: `2*sin(x)^2`, `-x/3`, `sqrt(2)`, `root(x, 3)`, `n!`, `f'(x)` or `h_(x)` for an unknown
 * function, `sum(k, 1, n, k^2)`, `integral(x, x^2)`, `limit(x, 0, sin(x)/x)`, `derivative(x, x^2)`,
 * `det(a, b; c, d)`, `0.25`; `pi`, `e`, `i` and `infinity` are constants. Every product has its `*`.
 */
export function expression(text: string): Node {
  const tokens = text.match(/\d+(?:\.\d+)?|[a-z_]\w*'*|\S/gi) ?? [];
  const reader = { tokens, position: 0 };
  const node = readSum(reader);
  if (reader.position < tokens.length) throw new Error(`unread: ${tokens.slice(reader.position).join(" ")}`);
  return node;
}

interface Reader {
  readonly tokens: readonly string[];
  position: number;
}

function take(reader: Reader, token: string): boolean {
  if (reader.tokens[reader.position] !== token) return false;
  reader.position++;
  return true;
}

function expectToken(reader: Reader, token: string): void {
  if (!take(reader, token)) throw new Error(`expected ${token} at token ${reader.position}`);
}

function readSum(reader: Reader): Node {
  const terms: Node[] = [readProduct(reader)];
  for (;;) {
    if (take(reader, "+")) terms.push(readProduct(reader));
    else if (take(reader, "-")) terms.push({ kind: "negation", operand: readProduct(reader) });
    else break;
  }
  return terms.length === 1 ? (terms[0] as Node) : { kind: "sum", terms };
}

function readProduct(reader: Reader): Node {
  let result = readSigned(reader);
  for (;;) {
    if (take(reader, "*")) result = { kind: "product", factors: [result, readSigned(reader)] };
    else if (take(reader, "/")) {
      result = { kind: "quotient", numerator: result, denominator: readSigned(reader) };
    } else return result;
  }
}

function readSigned(reader: Reader): Node {
  return take(reader, "-") ? { kind: "negation", operand: readSigned(reader) } : readPower(reader);
}

function readPower(reader: Reader): Node {
  let base = readAtom(reader);
  while (take(reader, "!")) {
    const name: FunctionName = take(reader, "!") ? "double_factorial" : "factorial";
    base = { kind: "call", name, args: [base] };
  }
  return take(reader, "^") ? { kind: "power", base, exponent: readSigned(reader) } : base;
}

export function numberNode(text: string): NumberNode {
  const [whole = "", fraction = ""] = text.split(".");
  const value = rational(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
  return { kind: "number", value, literal: text, decimals: fraction === "" ? null : fraction.length };
}

function readAtom(reader: Reader): Node {
  if (take(reader, "(")) {
    const inner = readSum(reader);
    expectToken(reader, ")");
    return inner;
  }
  const token = reader.tokens[reader.position++] ?? "";
  if (/^\d/.test(token)) return numberNode(token);
  if (!/^[a-z_]/i.test(token)) throw new Error(`unexpected ${token}`);
  if (take(reader, "(")) return readCall(reader, token);
  return CONSTANTS.has(token) ? { kind: "constant", name: token as "pi" } : { kind: "symbol", name: token };
}

function readCall(reader: Reader, name: string): Node {
  const rows: Node[][] = [[readSum(reader)]];
  for (;;) {
    if (take(reader, ",")) rows.at(-1)?.push(readSum(reader));
    else if (take(reader, ";")) rows.push([readSum(reader)]);
    else break;
  }
  expectToken(reader, ")");
  return call(name, rows);
}

const CONSTANTS: ReadonlySet<string> = new Set(["pi", "e", "i", "infinity"]);
const SHORT: Readonly<Record<string, FunctionName>> = { binom: "binomial", conj: "conjugate" };

function call(name: string, rows: Node[][]): Node {
  const args = rows[0] ?? [];
  if (/_$|^[fgh]'*$/.test(name)) return { kind: "application", name, args };
  if (name === "det") return { kind: "call", name: "determinant", args: [{ kind: "matrix", rows }] };
  if (name === "sqrt") return { kind: "call", name: "root", args: [...args, numberNode("2")] };
  return bigOperator(name, args) ?? { kind: "call", name: SHORT[name] ?? (name as FunctionName), args };
}

/** An operator with its variable in front and its body behind; `null` for any other name. */
function bigOperator(name: string, args: readonly Node[]): Node | null {
  const [variable, ...rest] = args;
  const body = rest.pop();
  const [lower = null, upper = null] = rest;
  if (variable?.kind !== "symbol" || body === undefined) return null;
  const bound = { variable: variable.name, body };
  switch (name) {
    case "sum":
    case "product":
    case "integral":
    case "limit":
    case "limit_left":
    case "limit_right":
      return { kind: "big_operator", operator: name, ...bound, lower, upper };
    case "derivative":
      return { kind: "derivative", order: 1, ...bound };
    default:
      return null;
  }
}
