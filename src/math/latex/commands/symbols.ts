import type { Node } from "../../ast.js";
import { parseNamed } from "../names.js";
import type { Parser } from "../parser.js";
import type { Token } from "../scanner/token.js";
import type { CommandTable } from "./command.js";

const LETTERS =
  "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron rho sigma tau upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega";

/** Greek letters by their names; `\pi` is a constant and not among them. */
export const GREEK: ReadonlySet<string> = new Set(LETTERS.split(" "));

/** Whether a token can be a variable. */
export function isName({ kind, text }: Token): boolean {
  return kind === "letter" || (kind === "command" && GREEK.has(text));
}

/** Commands that are nothing but a name. */
export const NAMES: ReadonlySet<string> = new Set([
  ...GREEK,
  ..."ell hbar partial nabla angle triangle square ldots wp aleph forall exists therefore top bot complement".split(
    " ",
  ),
]);

const ALIASES: readonly (readonly [command: string, name: string])[] = [
  ["varepsilon", "epsilon"],
  ["vartheta", "theta"],
  ["varphi", "phi"],
  ["varrho", "rho"],
  ["varsigma", "sigma"],
  ["varkappa", "kappa"],
  ["varpi", "pi"],
  ["dots", "ldots"],
  ["cdots", "ldots"],
  ["vdots", "ldots"],
  ["ddots", "ldots"],
  ["dotsc", "ldots"],
  ["dotsb", "ldots"],
  ["measuredangle", "angle"],
  ["vartriangle", "triangle"],
  ["Box", "square"],
  ["imath", "i"],
  ["jmath", "j"],
  ["hslash", "hbar"],
  ["exponentialE", "e"],
  ["imaginaryI", "i"],
  ["imaginaryJ", "i"],
];

const named =
  (name: string) =>
  (p: Parser): Node =>
    parseNamed(p, name);

const constant = (name: "pi" | "infinity") => (): Node => ({ kind: "constant", name });

/** Letters and other commands that stand for themselves, and the constants. */
export const SYMBOLS: CommandTable = new Map([
  ...[...NAMES].map((name) => [name, named(name)] as const),
  ...ALIASES.map(([command, name]) => [command, named(name)] as const),
  ["pi", constant("pi")],
  ["infty", constant("infinity")],
  ["infin", constant("infinity")],
]);
