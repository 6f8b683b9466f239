import type { CallNode, FunctionName, Node } from "../../ast.js";
import type { Print } from "./print-rules.js";

/** Functions whose LaTeX name is their own. */
const NAMED: ReadonlyMap<FunctionName, string> = new Map<FunctionName, string>([
  ["sin", "\\sin"], ["cos", "\\cos"], ["tan", "\\tan"], ["cot", "\\cot"], ["sec", "\\sec"], ["csc", "\\csc"],
  ["asin", "\\arcsin"], ["acos", "\\arccos"], ["atan", "\\arctan"], ["sinh", "\\sinh"], ["cosh", "\\cosh"],
  ["tanh", "\\tanh"], ["coth", "\\coth"], ["ln", "\\ln"], ["log", "\\log"], ["gcd", "\\gcd"], ["max", "\\max"],
  ["min", "\\min"], ["arg", "\\arg"], ["determinant", "\\det"],
]); // prettier-ignore

const OPERATOR_NAMES: ReadonlyMap<FunctionName, string> = new Map<FunctionName, string>([
  ["sign", "sgn"],
  ["re", "Re"],
  ["im", "Im"],
  ["conjugate", "conj"],
  ["trace", "tr"],
  ["not", "lnot"],
]);

type CallPrinter = (args: readonly Node[], print: Print) => string;

const around =
  (open: string, close: string): CallPrinter =>
  ([argument], print) =>
    `\\left${open}${print.item(argument)}\\right${close}`;

const behind =
  (sign: string): CallPrinter =>
  ([argument], print) =>
    `${print.atom(argument)}${sign}`;

function root([radicand, index]: readonly Node[], print: Print): string {
  const isSquare = index?.kind === "number" && index.literal === "2";
  return `\\sqrt${isSquare ? "" : `[${print.item(index)}]`}{${print.item(radicand)}}`;
}

function logarithm([argument, base]: readonly Node[], print: Print): string {
  const subscript = base === undefined ? "" : `_{${print.item(base)}}`;
  return `\\log${subscript}\\left(${print.item(argument)}\\right)`;
}

const SPECIAL: ReadonlyMap<FunctionName, CallPrinter> = new Map<FunctionName, CallPrinter>([
  ["root", root],
  ["log", logarithm],
  ["abs", around("|", "|")],
  ["norm", around("\\|", "\\|")],
  ["floor", around("\\lfloor ", "\\rfloor ")],
  ["ceil", around("\\lceil ", "\\rceil ")],
  ["factorial", behind("!")],
  ["double_factorial", behind("!!")],
  ["percent", behind("\\%")],
  ["degrees", behind("^{\\circ}")],
  ["transpose", behind("^{\\top}")],
  ["binomial", ([n, k], print): string => `\\binom{${print.item(n)}}{${print.item(k)}}`],
]);

/** A call with its arguments in brackets, or in the notation that the function has. */
export function printCall({ name, args }: CallNode, print: Print): string {
  const special = SPECIAL.get(name);
  if (special !== undefined) return special(args, print);
  const head = NAMED.get(name) ?? `\\operatorname{${OPERATOR_NAMES.get(name) ?? name}}`;
  return `${head}\\left(${print.items(args)}\\right)`;
}
