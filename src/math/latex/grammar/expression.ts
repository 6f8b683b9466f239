import type { Node } from "../../ast.js";
import { apply, negation } from "../nodes.js";
import { nested, type Parser, peek, POWER } from "../parser.js";
import type { Token } from "../scanner/token.js";
import { parseCongruence, parseMod } from "./congruences.js";
import { startsModulus } from "./modulus.js";
import { parsePostfix } from "./postfix.js";
import { parseProduct, startsProduct } from "./products.js";
import { parseRange, parseRatio, parseRelation, parseReversedRelation, relationAt } from "./relations.js";
import { parseSetOperation, parseSum } from "./sums.js";
import { REVERSED_RELATIONS } from "../commands/relations.js";

/** An infix construct: how tightly it binds, and how it goes on from its left operand. */
interface Infix {
  readonly power: number;
  readonly parse: (p: Parser, left: Node) => Node;
}

const SUM: Infix = { power: POWER.SUM, parse: parseSum };
const MOD: Infix = { power: POWER.MOD, parse: parseMod };
const UNION: Infix = { power: POWER.UNION, parse: parseSetOperation };
const RELATION: Infix = { power: POWER.RELATION, parse: parseRelation };
const CONGRUENCE: Infix = { power: POWER.RELATION, parse: parseCongruence };
const PRODUCT: Infix = { power: POWER.PRODUCT, parse: parseProduct };

const INFIX_SYMBOLS: ReadonlyMap<string, Infix> = new Map([
  ["+", SUM],
  ["-", SUM],
  [":", { power: POWER.RATIO, parse: parseRatio }],
]);

const INFIX_COMMANDS: ReadonlyMap<string, Infix> = new Map([
  ["pm", SUM],
  ["mp", SUM],
  ["upto", { power: POWER.RATIO, parse: parseRange }],
  ["mod", MOD],
  ["bmod", MOD],
  ["cup", UNION],
  ["setminus", UNION],
  ["smallsetminus", UNION],
  ["backslash", UNION],
  ["cap", { power: POWER.INTERSECTION, parse: parseSetOperation }],
  ...[...REVERSED_RELATIONS.keys()].map((spelling): [string, Infix] => [
    spelling.slice(1),
    { power: POWER.RELATION, parse: parseReversedRelation },
  ]),
]);

function infixAt(p: Parser, token: Token): Infix | null {
  const table = token.kind === "symbol" ? INFIX_SYMBOLS : token.kind === "command" ? INFIX_COMMANDS : null;
  const infix = table?.get(token.text);
  if (infix !== undefined) return infix.power === POWER.RATIO && p.enclosure === "set" ? null : infix;
  if (relationAt(p) !== null) return RELATION;
  if (startsModulus(p)) return CONGRUENCE;
  return startsProduct(p) ? PRODUCT : null;
}

/** A sign in front reaches over the product that follows, unless something tighter asked for this operand. */
function signed(p: Parser, power: number): Node {
  const { kind, text } = peek(p);
  const operand = (): Node => {
    p.position++;
    return nested(p, () => parseExpression(p, Math.max(power, POWER.PRODUCT)));
  };
  if (kind === "symbol" && text === "-") return negation(operand());
  if (kind === "symbol" && text === "+") return operand();
  if (kind === "command" && (text === "pm" || text === "mp")) {
    return { kind: "plus_minus", sign: text === "pm" ? 1 : -1, operand: operand() };
  }
  if (kind === "command" && (text === "neg" || text === "lnot")) {
    p.position++;
    return apply("not", [nested(p, () => parseExpression(p, Math.max(power, POWER.RELATION)))]);
  }
  return parsePostfix(p);
}

/** Pratt's rule: an operand, then every infix construct that binds at least as tightly as `power`. */
export function parseExpression(p: Parser, power: number): Node {
  let left = signed(p, power);
  for (;;) {
    const infix = infixAt(p, peek(p));
    if (infix === null || infix.power < power) return left;
    left = infix.parse(p, left);
  }
}
