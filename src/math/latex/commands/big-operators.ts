import type { BigOperatorNode, Node } from "../../ast.js";
import { rawArgument } from "../names.js";
import { application } from "../nodes.js";
import { numberNode } from "../numbers.js";
import { accept, enclosed, expect, fail, isSymbol, nested, type Parser, peek, POWER } from "../parser.js";
import type { Token } from "../scanner/token.js";
import { boundArgument, scriptBounds } from "./bounds.js";
import type { CommandTable } from "./command.js";
import { isName } from "./symbols.js";

type Operator = BigOperatorNode["operator"];

interface Lower {
  readonly variable: string;
  readonly bound: Node | null;
}

const ARROWS = new Set(["to", "rightarrow", "longrightarrow", "Rightarrow", "Longrightarrow"]);

/** Whether a name, with a subscript perhaps, and one of the signs come next; the name's length in tokens if so. */
function assignedNameLength(p: Parser, isSign: (token: Token) => boolean): number {
  if (!isName(peek(p))) return 0;
  if (isSign(peek(p, 1))) return 1;
  if (!isSymbol(peek(p, 1), "_")) return 0;
  const length = isSymbol(peek(p, 2), "{") ? 5 : 3;
  return isSign(peek(p, length)) ? length : 0;
}

function readName(p: Parser): string {
  const base = peek(p).text;
  p.position++;
  return accept(p, "_") ? `${base}_${rawArgument(p)}` : base;
}

/** `_{k=1}`, `_{k}` or `_{d \mid n}`. */
function lowerBound(p: Parser): Lower {
  if (!isSymbol(peek(p), "{")) return lone(boundArgument(p));
  p.position++;
  if (accept(p, "}")) return { variable: "", bound: null };
  const assigned = assignedNameLength(p, (token) => isSymbol(token, "=")) > 0;
  const closed = isName(peek(p)) && isSymbol(peek(p, 1), "}");
  const variable = assigned || closed ? readName(p) : "";
  if (assigned) p.position++;
  const bound = closed ? null : enclosed(p, "none", p.grammar.list);
  expect(p, "}");
  return { variable, bound };
}

function lone(node: Node | null): Lower {
  if (node?.kind === "symbol" || node?.kind === "constant") return { variable: node.name, bound: null };
  return { variable: "", bound: node };
}

const indexed =
  (operator: Operator) =>
  (p: Parser): Node => {
    let lower: Lower = { variable: "", bound: null };
    let upper: Node | null = null;
    for (;;) {
      if (accept(p, "_")) lower = lowerBound(p);
      else if (accept(p, "^")) upper = boundArgument(p);
      else break;
    }
    const { bound } = p;
    p.bound = [...bound.slice(-8), lower.variable];
    const body = nested(p, () => p.grammar.expression(p, POWER.PRODUCT));
    p.bound = bound;
    return { kind: "big_operator", operator, variable: lower.variable, body, lower: lower.bound, upper };
  };

/** `^+` or `^{-}` behind the point of a limit. */
function side(p: Parser): Operator {
  if (!isSymbol(peek(p), "^")) return "limit";
  const braced = isSymbol(peek(p, 1), "{");
  const sign = peek(p, braced ? 2 : 1);
  if (!isSymbol(sign, "+") && !isSymbol(sign, "-")) return "limit";
  p.position += braced ? 4 : 2;
  return sign.text === "+" ? "limit_right" : "limit_left";
}

function limit(p: Parser): Node {
  let variable = "";
  let operator: Operator = "limit";
  let lower: Node | null = null;
  if (accept(p, "_")) {
    expect(p, "{");
    if (assignedNameLength(p, (token) => token.kind === "command" && ARROWS.has(token.text)) > 0) {
      variable = readName(p);
      p.position++;
    }
    lower = enclosed(p, "none", p.grammar.list);
    operator = side(p);
    expect(p, "}");
  }
  const body = nested(p, () => p.grammar.expression(p, POWER.PRODUCT));
  return { kind: "big_operator", operator, variable, body, lower, upper: null };
}

/** Whether `dx` comes next. */
export function isDifferential(p: Parser): boolean {
  const token = peek(p);
  return p.integrals > 0 && token.kind === "letter" && token.text === "d" && isName(peek(p, 1));
}

/** Consumes `dx` and says which variable it is. */
function readDifferential(p: Parser): string {
  p.position++;
  return readName(p);
}

/** A `dx` inside a group of the integrand, as in `\frac{dx}{x}`, counts as the factor 1. */
export function acceptInnerDifferential(p: Parser): boolean {
  if (!isDifferential(p) || p.depth <= p.integralDepth) return false;
  p.differential = readDifferential(p);
  return true;
}

/** `\int \{x dx\}`: a brace around the whole integrand, its differential included, only groups. */
function withoutBraces(body: Node): Node {
  const [only] = body.kind === "set" ? body.items : [];
  return only !== undefined && body.kind === "set" && body.items.length === 1 ? only : body;
}

function integral(p: Parser): Node {
  const { lower, upper } = scriptBounds(p);
  const { integralDepth, differential } = p;
  p.integrals++;
  const body = nested(p, () => {
    p.integralDepth = p.depth;
    p.differential = null;
    return isDifferential(p) ? numberNode("1") : p.grammar.expression(p, POWER.SUM);
  });
  const outside = isDifferential(p);
  const variable = outside ? readDifferential(p) : p.differential;
  if (variable === null) fail(p, "no_differential");
  p.integrals--;
  p.integralDepth = integralDepth;
  p.differential = differential;
  const integrand = outside ? body : withoutBraces(body);
  return { kind: "big_operator", operator: "integral", variable, body: integrand, lower, upper };
}

/** Integrals over several variables, surfaces or closed curves equal only themselves. */
const opaqueIntegral =
  (name: string) =>
  (p: Parser): Node => {
    const bounds = scriptBounds(p);
    const body = nested(p, () => p.grammar.expression(p, POWER.SUM));
    return application(name, [body, ...Object.values(bounds).filter((bound) => bound !== null)]);
  };

export const BIG_OPERATORS: CommandTable = new Map([
  ["sum", indexed("sum")],
  ["prod", indexed("product")],
  ["bigcup", indexed("union")],
  ["bigcap", indexed("intersection")],
  ["lim", limit],
  ["int", integral],
  ...["iint", "iiint", "oint", "oiint"].map((name) => [name, opaqueIntegral(name)] as const),
]);
