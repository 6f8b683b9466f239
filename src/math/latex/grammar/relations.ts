import type { Node, RelationOperator } from "../../ast.js";
import { RELATIONS, REVERSED_RELATIONS } from "../commands/relations.js";
import { application } from "../nodes.js";
import { accept, fail, isCommand, next, type Parser, peek, POWER } from "../parser.js";
import { opensBars } from "./brackets.js";
import { congruent } from "./congruences.js";
import { hoistUnit } from "./quantities.js";

/** The relation that comes next, unless it is what the brackets around wait for. */
export function relationAt(p: Parser): RelationOperator | null {
  const { kind, text } = peek(p);
  if (kind !== "symbol" && kind !== "command") return null;
  const operator = RELATIONS.get(kind === "command" ? `\\${text}` : text);
  if (operator === undefined) return null;
  if (text === "|" && (p.bars > 0 || opensBars(p, text))) return null;
  if (p.enclosure === "set" && operator === "divides") return null;
  return p.enclosure === "angle" && operator === ">" ? null : operator;
}

/** A chain such as `1 < x \le 2`. */
export function parseRelation(p: Parser, left: Node): Node {
  const operands: Node[] = [left];
  const operators: RelationOperator[] = [];
  let congruence = false;
  for (;;) {
    const operator = relationAt(p);
    if (operator === null) {
      return { kind: "relation", operands: congruence ? congruent(operands) : operands, operators };
    }
    congruence ||= isCommand(peek(p), "equiv");
    p.position++;
    operators.push(operator);
    operands.push(p.grammar.expression(p, POWER.RELATION + 1));
  }
}

/** `A \supset B` says that `B` is a subset of `A`. */
export function parseReversedRelation(p: Parser, left: Node): Node {
  const operator = REVERSED_RELATIONS.get(`\\${next(p).text}`);
  if (operator === undefined) fail(p, "unexpected_token");
  const right = p.grammar.expression(p, POWER.RELATION + 1);
  return { kind: "relation", operands: [right, left], operators: [operator] };
}

/** `2 to 3`, which is a ratio or a range. */
export function parseRange(p: Parser, left: Node): Node {
  p.position++;
  return application("to", [left, p.grammar.expression(p, POWER.RATIO + 1)]);
}

/** `2:3:5`, and a time with "AM" behind it. */
export function parseRatio(p: Parser, left: Node): Node {
  const parts = [left];
  while (accept(p, ":")) parts.push(p.grammar.expression(p, POWER.RATIO + 1));
  return hoistUnit(p, parts, (bare) => ({ kind: "ratio", parts: bare }));
}
