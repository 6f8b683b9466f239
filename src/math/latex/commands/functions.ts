import type { FunctionName, Node } from "../../ast.js";
import { apply, naturalPower } from "../nodes.js";
import { accept, fail, isSymbol, type Parser, peek } from "../parser.js";

const TRIGONOMETRIC = ["sin", "cos", "tan", "cot", "sec", "csc"] as const;

function trigonometricNames(): [string, FunctionName][] {
  return TRIGONOMETRIC.flatMap((name): [string, FunctionName][] => [
    [name, name],
    [`${name}h`, `${name}h`],
    [`arc${name}`, `a${name}`],
    [`a${name}`, `a${name}`],
    [`arc${name}h`, `a${name}h`],
    [`ar${name}h`, `a${name}h`],
    [`a${name}h`, `a${name}h`],
  ]);
}

/** Every spelling of a function that has a meaning, to the function. `log`, `exp` and `sqrt` have their own files. */
export const FUNCTIONS: ReadonlyMap<string, FunctionName> = new Map<string, FunctionName>([
  ...trigonometricNames(),
  ["tg", "tan"],
  ["ctg", "cot"],
  ["cotg", "cot"],
  ["arctg", "atan"],
  ["arcctg", "acot"],
  ["cosec", "csc"],
  ["sh", "sinh"],
  ["ch", "cosh"],
  ["th", "tanh"],
  ["abs", "abs"],
  ["floor", "floor"],
  ["ceil", "ceil"],
  ["ceiling", "ceil"],
  ["round", "round"],
  ["sgn", "sign"],
  ["sign", "sign"],
  ["gcd", "gcd"],
  ["gcf", "gcd"],
  ["hcf", "gcd"],
  ["lcm", "lcm"],
  ["max", "max"],
  ["min", "min"],
  ["Mod", "mod"],
  ["mod", "mod"],
  ["Re", "re"],
  ["Im", "im"],
  ["arg", "arg"],
  ["Arg", "arg"],
  ["conj", "conjugate"],
  ["det", "determinant"],
  ["tr", "trace"],
  ["Tr", "trace"],
  ["transpose", "transpose"],
  ["norm", "norm"],
  ["binom", "binomial"],
  ["binomial", "binomial"],
  ["permutations", "permutations"],
  ["factorial", "factorial"],
  ["lnot", "not"],
]);

/** The functions whose inverse `f^{-1}` has a name; for the others it is the power. */
const INVERSES: ReadonlyMap<FunctionName, FunctionName> = new Map(
  TRIGONOMETRIC.flatMap((name): [FunctionName, FunctionName][] => [
    [name, `a${name}`],
    [`${name}h`, `a${name}h`],
  ]),
);

const ARGUMENT_COUNTS: ReadonlyMap<FunctionName, readonly [least: number, most: number]> = new Map([
  ["gcd", [1, Infinity]],
  ["lcm", [1, Infinity]],
  ["max", [1, Infinity]],
  ["min", [1, Infinity]],
  ["mod", [2, 2]],
  ["binomial", [2, 2]],
  ["permutations", [2, 2]],
]);

function isMinusOne(node: Node): boolean {
  return node.kind === "negation" && node.operand.kind === "number" && node.operand.literal === "1";
}

/** `\max\{1, 2\}` is the maximum of 1 and 2. */
function argumentsOf(p: Parser, name: FunctionName): readonly Node[] {
  const braced = isSymbol(peek(p), "\\{");
  const args = p.grammar.functionArguments(p);
  const [only] = args;
  const most = ARGUMENT_COUNTS.get(name)?.[1] ?? 1;
  const spread = braced && only?.kind === "set" && (most > 1 || only.items.length === 1);
  return spread ? only.items : args;
}

/** A function's name has been read: its power, as in `\sin^2 x`, and what it applies to. */
export function parseFunction(p: Parser, name: FunctionName): Node {
  let exponent = accept(p, "^") ? p.grammar.argument(p) : null;
  let callee = name;
  const inverse = INVERSES.get(name);
  if (exponent !== null && inverse !== undefined && isMinusOne(exponent)) {
    callee = inverse;
    exponent = null;
  }
  const args = argumentsOf(p, callee);
  const [least, most] = ARGUMENT_COUNTS.get(callee) ?? [1, 1];
  if (args.length < least || args.length > most) fail(p, "wrong_argument_count");
  return naturalPower(apply(callee, args), exponent);
}
