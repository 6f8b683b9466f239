import type { Node, NumberSetNode } from "../../ast.js";
import { symbol } from "../nodes.js";
import { nameWithMarks, rawArgument } from "../names.js";
import { fail, isSymbol, type Parser, peek } from "../parser.js";
import type { CommandTable } from "./command.js";

const NUMBER_SETS: ReadonlyMap<string, NumberSetNode["name"]> = new Map([
  ["N", "N"],
  ["Z", "Z"],
  ["Q", "Q"],
  ["R", "R"],
  ["C", "C"],
  ["P", "P"],
]);

const PARTS: ReadonlyMap<string, NumberSetNode["part"]> = new Map([
  ["+", "positive"],
  [">0", "positive"],
  ["++", "positive"],
  ["-", "negative"],
  ["<0", "negative"],
  [">=0", "nonnegative"],
  ["ge0", "nonnegative"],
  ["geq0", "nonnegative"],
  ["geqslant0", "nonnegative"],
  ["*", "nonzero"],
  ["ne0", "nonzero"],
  ["neq0", "nonzero"],
  ["!=0", "nonzero"],
]);

/** `^+`, `_{>0}`, `^*` behind a number set; anything else stays for the factor that it is part of. */
function partOf(p: Parser): NumberSetNode["part"] {
  if (!isSymbol(peek(p), "^") && !isSymbol(peek(p), "_")) return "all";
  const start = p.position++;
  const part = PARTS.get(rawArgument(p));
  if (part === undefined) p.position = start;
  return part ?? "all";
}

function numberSet(p: Parser, name: NumberSetNode["name"]): NumberSetNode {
  return { kind: "number_set", name, part: partOf(p) };
}

function blackboard(p: Parser): Node {
  const letter = rawArgument(p);
  if (letter.length !== 1) fail(p, "unexpected_token");
  const name = NUMBER_SETS.get(letter);
  return name === undefined ? symbol(nameWithMarks(p, `bb(${letter})`)) : numberSet(p, name);
}

const empty = (): Node => ({ kind: "set", items: [] });

export const SETS: CommandTable = new Map([
  ["mathbb", blackboard],
  ["emptyset", empty],
  ["varnothing", empty],
  ...(["N", "Z", "Q", "R"] as const).map((name) => [name, (p: Parser): Node => numberSet(p, name)] as const),
  ["reals", (p: Parser): Node => numberSet(p, "R")],
]);
