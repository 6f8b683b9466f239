import type { Node } from "../../ast.js";
import { apply, naturalPower, product } from "../nodes.js";
import { numberNode } from "../numbers.js";
import { accept, fail, type Parser, peek } from "../parser.js";
import type { CommandTable } from "./command.js";

interface Scripts {
  readonly base: Node | null;
  readonly exponent: Node | null;
}

/** `_2` and `^3` in either order. */
function scripts(p: Parser): Scripts {
  let base: Node | null = null;
  let exponent: Node | null = null;
  for (;;) {
    if (base === null && accept(p, "_")) base = p.grammar.argument(p);
    else if (exponent === null && accept(p, "^")) exponent = p.grammar.argument(p);
    else return { base, exponent };
  }
}

/** `log2(8)`, as programs write it. */
function gluedBase(p: Parser): Node | null {
  const token = peek(p);
  const after = peek(p, 1);
  const glued = token.kind === "number" && !token.spaced && after.text === "(" && !after.spaced;
  if (!glued || (token.text !== "2" && token.text !== "10")) return null;
  p.position++;
  return numberNode(token.text);
}

function logarithm(p: Parser): Node {
  const { base: written, exponent } = scripts(p);
  const base = written ?? gluedBase(p);
  const args = p.grammar.functionArguments(p);
  if (args.length < 1 || args.length > (base === null ? 2 : 1)) fail(p, "wrong_argument_count");
  return naturalPower(apply("log", base === null ? args : [...args, base]), exponent);
}

function withoutBase(build: (argument: Node) => Node): (p: Parser) => Node {
  return (p) => {
    const { base, exponent } = scripts(p);
    const [argument, ...more] = p.grammar.functionArguments(p);
    if (argument === undefined || more.length > 0 || base !== null) fail(p, "wrong_argument_count");
    return naturalPower(build(argument), exponent);
  };
}

function powerOfE(exponent: Node): Node {
  return { kind: "power", base: { kind: "constant", name: "e" }, exponent };
}

/** `\log`, `\ln`, `\lg` (base 10), `\lb` (base 2), and the powers of e: `\exp x`, and `\cis x` = e^{ix}. */
export const LOGARITHMS: CommandTable = new Map([
  ["log", logarithm],
  ["ln", withoutBase((argument) => apply("ln", [argument]))],
  ["lg", withoutBase((argument) => apply("log", [argument, numberNode("10")]))],
  ["lb", withoutBase((argument) => apply("log", [argument, numberNode("2")]))],
  ["exp", withoutBase(powerOfE)],
  ["cis", withoutBase((angle) => powerOfE(product([{ kind: "constant", name: "i" }, angle])))],
]);
