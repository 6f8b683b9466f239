import type { FunctionName } from "../ast.js";

/**
 * Whose syntax is printed: that of an engine, which takes radicals as powers, or that of the numeric check, whose
 * `root` knows the real odd roots of negative numbers.
 */
export type Dialect = "nerdamer" | "mathjs" | "numeric";

/** How a call is written; its arguments come printed, with parentheses where they need them. */
type Template = (args: readonly string[], dialect: Dialect) => string;

const named =
  (name: string): Template =>
  ([argument = ""]) =>
    `${name}(${argument})`;

const ofReciprocal =
  (name: string): Template =>
  ([argument = ""]) =>
    `${name}(1/${argument})`;

const sameNames = [
  ...["sin", "cos", "tan", "cot", "sec", "csc", "asin", "acos", "atan"],
  ...["sinh", "cosh", "tanh", "coth", "sech", "csch", "asinh", "acosh", "atanh"],
  ...["abs", "floor", "ceil", "sign", "factorial"],
] as const satisfies readonly FunctionName[];

/** Arity and template. What is missing has no meaning that both engines share; `acot` has two in use. */
const FUNCTIONS = new Map<FunctionName, readonly [arity: number, write: Template]>([
  ...sameNames.map((name) => [name, [1, named(name)]] as const),
  ["ln", [1, named("log")]],
  ["log", [2, ([argument, base]) => `(log(${argument ?? ""})/log(${base ?? ""}))`]],
  ["asec", [1, ofReciprocal("acos")]],
  ["acsc", [1, ofReciprocal("asin")]],
  ["acoth", [1, ofReciprocal("atanh")]],
  ["asech", [1, ofReciprocal("acosh")]],
  ["acsch", [1, ofReciprocal("asinh")]],
  ["root", [2, root]],
  ["binomial", [2, ([n = "", k = ""]) => `(factorial(${n})/(factorial(${k})*factorial(${n}-${k})))`]],
  ["permutations", [2, ([n = "", k = ""]) => `(factorial(${n})/factorial(${n}-${k}))`]],
  ["degrees", [1, ([argument = ""]) => `(${argument}*pi/180)`]],
  ["percent", [1, ([argument = ""]) => `(${argument}/100)`]],
  ["re", [1, ([argument = ""], dialect) => `${dialect === "nerdamer" ? "realpart" : "re"}(${argument})`]],
  ["im", [1, ([argument = ""], dialect) => `${dialect === "nerdamer" ? "imagpart" : "im"}(${argument})`]],
]);

function root([argument = "", index = ""]: readonly string[], dialect: Dialect): string {
  if (index === "2") return `sqrt(${argument})`;
  return dialect === "numeric" ? `root(${argument},${index})` : `(${argument}^(1/${index}))`;
}

/** The call in the syntax of a dialect; `null` for a function that is not translated, or a wrong count of arguments. */
export function printCall(name: FunctionName, args: readonly string[], dialect: Dialect): string | null {
  const [arity, write] = FUNCTIONS.get(name) ?? [];
  return arity === args.length && write !== undefined ? write(args, dialect) : null;
}
