import type { Node } from "../../ast.js";
import { nameWithMarks, rawArgument } from "../names.js";
import { apply, symbol } from "../nodes.js";
import { isSymbol, type Parser, peek } from "../parser.js";
import { isName } from "./symbols.js";
import type { CommandTable } from "./command.js";

/** Each accent with the one that stands for its kind in names. */
const ACCENTS: readonly (readonly [command: string, name: string])[] = [
  ["vec", "vec"],
  ["overrightarrow", "vec"],
  ["hat", "hat"],
  ["widehat", "hat"],
  ["tilde", "tilde"],
  ["widetilde", "tilde"],
  ["dot", "dot"],
  ["ddot", "ddot"],
  ["breve", "breve"],
  ["check", "check"],
  ["overleftrightarrow", "line"],
  ["overarc", "arc"],
  ["overset", "over"],
];

const CONJUGATED = new Set(["z", "w"]);

const accent =
  (name: string) =>
  (p: Parser): Node =>
    symbol(nameWithMarks(p, `${name}(${rawArgument(p)})`));

/** The next group as one token; `null` if it holds more, as in `\overline{3+4i}`. */
function loneLetters(p: Parser): string | null {
  if (!isSymbol(peek(p), "{")) return isName(peek(p)) ? peek(p).text : null;
  let letters = "";
  for (let offset = 1; offset < 8; offset++) {
    const token = peek(p, offset);
    if (isSymbol(token, "}")) return letters;
    if (token.kind !== "letter" && token.kind !== "number" && !isSymbol(token, "_")) return null;
    letters += token.text;
  }
  return null;
}

/** A bar over letters is part of a name; over `z`, or over an expression, it conjugates. */
function bar(p: Parser): Node {
  const letters = loneLetters(p);
  if (letters === null) return apply("conjugate", [p.grammar.argument(p)]);
  if (CONJUGATED.has(letters)) return apply("conjugate", [symbol(nameWithMarks(p, rawArgument(p)))]);
  return accent("bar")(p);
}

export const ACCENT_COMMANDS: CommandTable = new Map([
  ...ACCENTS.map(([command, name]) => [command, accent(name)] as const),
  ["bar", bar],
  ["overline", bar],
]);
