import type { FunctionName, Node } from "../../ast.js";
import { apply, itemsOf } from "../nodes.js";
import { enclosed, fail, isCommand, type Parser, peek } from "../parser.js";
import type { CommandTable } from "./command.js";

/** Commands that are a bracket by another name. */
export const BRACKET_ALIASES: ReadonlyMap<string, string> = new Map([
  ["lbrace", "\\{"],
  ["rbrace", "\\}"],
  ["lparen", "("],
  ["rparen", ")"],
  ["lgroup", "("],
  ["rgroup", ")"],
  ["lbrack", "["],
  ["rbrack", "]"],
]);

/** Commands for another command. */
export const DELIMITER_ALIASES: ReadonlyMap<string, string> = new Map([
  ["ulcorner", "lceil"],
  ["urcorner", "rceil"],
  ["llcorner", "lfloor"],
  ["lrcorner", "rfloor"],
]);

/** Bars that say which way they face, and those that do not. */
export const BAR_COMMANDS: ReadonlyMap<string, "open_bar" | "close_bar" | "symbol"> = new Map([
  ["lvert", "open_bar"],
  ["rvert", "close_bar"],
  ["lVert", "open_bar"],
  ["rVert", "close_bar"],
  ["vert", "symbol"],
  ["Vert", "symbol"],
]);

export const CLOSING_COMMANDS: ReadonlySet<string> = new Set(["rfloor", "rceil", "rangle"]);

function between(name: FunctionName, close: string): (p: Parser) => Node {
  return (p) => {
    const argument = enclosed(p, "none", p.grammar.list);
    if (!isCommand(peek(p), close)) fail(p, "unbalanced");
    p.position++;
    return apply(name, [argument]);
  };
}

function angle(p: Parser): Node {
  const list = enclosed(p, "none", p.grammar.list);
  if (!isCommand(peek(p), "rangle")) fail(p, "unbalanced");
  p.position++;
  return { kind: "sequence", items: itemsOf(list), open: "<", close: ">", joined: "comma" };
}

export const DELIMITERS: CommandTable = new Map([
  ["lfloor", between("floor", "rfloor")],
  ["lceil", between("ceil", "rceil")],
  ["langle", angle],
]);
