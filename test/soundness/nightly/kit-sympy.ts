import { exactValue } from "../../../src/testing/expression/rational-value.js";
import type { Expression } from "../../../src/testing/expression/expression.js";

/** A call by its name in sympy. */
const CALLS: Partial<Record<Expression["op"], string>> = {
  sqrt: "sqrt",
  absolute: "Abs",
  sin: "sin",
  cos: "cos",
  tan: "tan",
  arcsin: "asin",
  arctan: "atan",
  ln: "log",
  exp: "exp",
  factorial: "factorial",
  binomial: "binomial",
  floor: "floor",
  maximum: "Max",
  log: "log",
};

const SIGNS: Partial<Record<Expression["op"], string>> = {
  add: "+",
  subtract: "-",
  multiply: "*",
  divide: "/",
  power: "**",
};

/** An expression of the kit in the syntax of sympy. */
export function toSympy(expression: Expression): string {
  const { op, args, name, value } = expression;
  const [first = "", second = "", third = ""] = args.map(toSympy);
  const sign = SIGNS[op];
  if (sign !== undefined) return `(${first})${sign}(${second})`;
  const call = CALLS[op];
  if (call !== undefined) return `${call}(${args.length === 1 ? first : `${first},${second}`})`;
  switch (op) {
    case "integer":
      return String(value);
    case "decimal":
    case "repeating": {
      const { numerator = 0n, denominator = 1n } = exactValue(expression) ?? {};
      return `${numerator}/${denominator}`;
    }
    case "variable":
      return name;
    case "constant":
      return name === "e" ? "E" : name;
    case "negate":
      return `-(${first})`;
    case "root":
      return `(${first})**(1/(${second}))`;
    case "degrees":
      return `(${first})*pi/180`;
    case "summation":
      return `Sum(${first},(${name},${second},${third})).doit()`;
    default:
      throw new Error(`no name of ${op} in sympy`);
  }
}
