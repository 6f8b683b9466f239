import type { Node, SetOperationNode } from "../../ast.js";
import { negation } from "../nodes.js";
import { fail, next, type Parser, peek, POWER } from "../parser.js";
import { hoistUnit } from "./quantities.js";

type Sign = (operand: Node) => Node;

const SIGNS: ReadonlyMap<string, Sign> = new Map<string, Sign>([
  ["+", (operand) => operand],
  ["-", negation],
  ["pm", (operand) => ({ kind: "plus_minus", sign: 1, operand })],
  ["mp", (operand) => ({ kind: "plus_minus", sign: -1, operand })],
]);

function signAt(p: Parser): Sign | undefined {
  const { kind, text } = peek(p);
  return kind === "symbol" || kind === "command" ? SIGNS.get(text) : undefined;
}

export function parseSum(p: Parser, left: Node): Node {
  const terms = [left];
  for (;;) {
    const sign = signAt(p);
    if (sign === undefined) break;
    p.position++;
    terms.push(sign(p.grammar.expression(p, POWER.MOD)));
  }
  return hoistUnit(p, terms, (bare) => ({ kind: "sum", terms: bare }));
}

const SET_OPERATORS: ReadonlyMap<string, SetOperationNode["operator"]> = new Map([
  ["cup", "union"],
  ["cap", "intersection"],
  ["setminus", "difference"],
  ["smallsetminus", "difference"],
  ["backslash", "difference"],
]);

/** One operator and its right operand; a longer chain comes back with the result as its left operand. */
export function parseSetOperation(p: Parser, left: Node): Node {
  const operator = SET_OPERATORS.get(next(p).text);
  if (operator === undefined) fail(p, "unexpected_token");
  const tighter = (operator === "intersection" ? POWER.INTERSECTION : POWER.UNION) + 1;
  return { kind: "set_operation", operator, left, right: p.grammar.expression(p, tighter) };
}
