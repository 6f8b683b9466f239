import type { FunctionName, Node } from "../../ast.js";
import { apply, isIntegerLiteral } from "../nodes.js";
import { numberNode } from "../numbers.js";
import { isSymbol, type Parser, peek } from "../parser.js";

const COUNTING: ReadonlyMap<string, FunctionName> = new Map([
  ["C", "binomial"],
  ["P", "permutations"],
  ["A", "permutations"],
]);

/** `_{10}`: an integer as a sub- or superscript, read only if it is one. */
function integerScript(p: Parser, sign: "_" | "^"): Node | null {
  if (!isSymbol(peek(p), sign)) return null;
  const braced = isSymbol(peek(p, 1), "{");
  const token = peek(p, braced ? 2 : 1);
  if (token.kind !== "number" || (braced && !isSymbol(peek(p, 3), "}"))) return null;
  const node = numberNode(token.text);
  if (!isIntegerLiteral(node)) return null;
  p.position += braced ? 4 : 2;
  return node;
}

function isAtMost(k: Node, n: Node): boolean {
  return k.kind === "number" && n.kind === "number" && k.value.num <= n.value.num;
}

/** `C_{10}^{3}` and `C^{3}_{10}` behind the letter; `null`, and nothing read, if it is a name like any other. */
export function parseChoice(p: Parser, letter: string): Node | null {
  const name = COUNTING.get(letter);
  if (name === undefined) return null;
  const start = p.position;
  const first = integerScript(p, "^");
  const below = integerScript(p, "_");
  const above = first ?? integerScript(p, "^");
  if (below !== null && above !== null && isAtMost(above, below)) return apply(name, [below, above]);
  p.position = start;
  return null;
}

/**
 * `{}_{10}C_{3}`, `{}^{10}C_3`, `_{10}C_3`: a script in front of the letter. The position may be on the script's sign
 * or right behind it.
 */
export function parsePrescripts(p: Parser): Node | null {
  const start = p.position;
  const onSign = isSymbol(peek(p), "_") || isSymbol(peek(p), "^");
  if (!onSign) p.position--;
  const n = integerScript(p, "_") ?? integerScript(p, "^");
  const { kind, text } = peek(p);
  const name = kind === "letter" ? COUNTING.get(text) : undefined;
  if (n !== null && name !== undefined) {
    p.position++;
    const k = integerScript(p, "_");
    if (k !== null) return apply(name, [n, k]);
  }
  p.position = start;
  return null;
}
