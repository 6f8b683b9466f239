import type { FunctionName, Node } from "../../../../src/math/ast.js";
import { createBudget } from "../../../../src/math/budget.js";
import type { CanonicalOptions } from "../../../../src/math/canonical/index.js";
import { rational } from "../../../../src/math/rational.js";

/** Options with a budget of its own, as one verdict has. */
export function options(overrides: Partial<CanonicalOptions> = {}): CanonicalOptions {
  return { budget: createBudget(20_000), logBase: "e", positive: false, ...overrides };
}

const CONSTANTS = new Set(["pi", "e", "i", "infinity"]);
const TOKEN = /\d+(?:\.\d+)?|[a-z_]\w*'*|\S/gi;

export function integer(value: number | bigint): Node {
  return {
    kind: "number",
    value: rational(BigInt(value)),
    literal: value.toString(),
    decimals: null,
  };
}

function literal(text: string): Node {
  const [whole = "", fraction = ""] = text.split(".");
  const value = rational(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
  return { kind: "number", value, literal: text, decimals: fraction === "" ? null : fraction.length };
}

function bigOperator(name: string, args: readonly Node[]): Node | null {
  const [variable, lower = null, third, fourth] = args;
  if (variable?.kind !== "symbol") return null;
  const common = { kind: "big_operator", variable: variable.name } as const;
  switch (name) {
    case "sum":
    case "product":
      return { ...common, operator: name, lower, upper: third ?? null, body: fourth ?? variable };
    case "integral":
      return fourth === undefined
        ? { ...common, operator: name, lower: null, upper: null, body: lower ?? variable }
        : { ...common, operator: name, lower, upper: third ?? null, body: fourth };
    case "limit":
    case "limit_left":
    case "limit_right":
      return { ...common, operator: name, lower, upper: null, body: third ?? variable };
    case "derivative":
      return { kind: "derivative", variable: variable.name, order: 1, body: lower ?? variable };
    default:
      return null;
  }
}

function apply(name: string, args: readonly Node[]): Node {
  const operator = bigOperator(name, args);
  if (operator !== null) return operator;
  if (name === "sqrt") return { kind: "call", name: "root", args: [...args, integer(2)] };
  if (/^[fgh]'*$/.test(name)) return { kind: "application", name, args };
  return { kind: "call", name: name as FunctionName, args };
}

/**
 * Reads test expressions in plain notation: `sqrt(2)/2`, `sum(k, 1, n, k^2)`, `integral(x, 0, 1, x^2)`,
 * `limit(x, 0, sin(x)/x)`, `derivative(x, x^2)`, `f(x)`. Every product has its `*`.
 */
export function parse(source: string): Node {
  const tokens = source.match(TOKEN) ?? [];
  let at = 0;
  const accept = (token: string): boolean => tokens[at] === token && ++at > 0;
  const expect = (token: string): void => {
    if (!accept(token)) throw new Error(`${token} is missing at ${tokens.slice(at).join(" ")} in ${source}`);
  };

  function sum(): Node {
    const terms = [accept("-") ? negated(product()) : product()];
    for (;;) {
      if (accept("+")) terms.push(product());
      else if (accept("-")) terms.push(negated(product()));
      else break;
    }
    return terms.length === 1 ? (terms[0] as Node) : { kind: "sum", terms };
  }

  function negated(operand: Node): Node {
    return { kind: "negation", operand };
  }

  function product(): Node {
    let left = power();
    for (;;) {
      if (accept("*")) left = { kind: "product", factors: [left, power()] };
      else if (accept("/")) left = { kind: "quotient", numerator: left, denominator: power() };
      else return left;
    }
  }

  function power(): Node {
    let base = atom();
    while (accept("!")) base = { kind: "call", name: "factorial", args: [base] };
    if (!accept("^")) return base;
    const exponent = accept("-") ? negated(power()) : power();
    return { kind: "power", base, exponent };
  }

  function atom(): Node {
    if (accept("(")) {
      const inner = sum();
      expect(")");
      return inner;
    }
    const token = tokens[at++] ?? "";
    if (/^\d/.test(token)) return literal(token);
    if (!/^[a-z_]/i.test(token)) throw new Error(`unexpected ${token} in ${source}`);
    if (accept("(")) {
      const args = [sum()];
      while (accept(",")) args.push(sum());
      expect(")");
      return apply(token, args);
    }
    if (CONSTANTS.has(token)) return { kind: "constant", name: token as "pi" };
    return { kind: "symbol", name: token };
  }

  const node = sum();
  if (at < tokens.length) throw new Error(`${tokens.slice(at).join(" ")} is left in ${source}`);
  return node;
}
