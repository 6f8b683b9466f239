import { children, type Node } from "../ast.js";
import { freeSymbols, substitute } from "../canonical/index.js";

/** The letters of arbitrary constants, as in `x^2 + C` and `C_1 e^x + C_2 e^{-x}`. */
const ARBITRARY = /^(?:c|[ck]_\d)$/i;
const CAPITAL = /^C(?:_\d)?$/;
/** Letters that are arbitrary constants beside a capital `C` on the other side: one alone, and one of several. */
const ALONE: ReadonlySet<string> = new Set(["K", "k"]);
const AMONG: ReadonlySet<string> = new Set(["A", "B", "D", "K", "k"]);

/** Solutions with more constants are compared with the constants in the order of their indices only. */
const MAX_PERMUTED = 3;

/** Whether a symbol always names an arbitrary constant. */
export function isArbitraryConstant(name: string): boolean {
  return ARBITRARY.test(name);
}

/** What the constants stand in: behind the `y =` of a solution. */
function bodyOf(node: Node): Node {
  const isEquation = node.kind === "relation" && node.operators.length === 1 && node.operators[0] === "=";
  return isEquation ? (node.operands[1] as Node) : node;
}

function isUnknown(name: Node): boolean {
  if (name.kind === "symbol") return /^[uxyz]$/.test(name.name);
  return name.kind === "application" && /^[f-hu-z]$/.test(name.name);
}

/** `y = Ce^{2x}` and `y = Ae^{2x}`: both say what they are the solution for, so that no other letter is given. */
function areSolutions(reference: Node, candidate: Node): boolean {
  return [reference, candidate].every((node) => {
    return node.kind === "relation" && bodyOf(node) !== node && isUnknown(node.operands[0] as Node);
  });
}

/** Whether an expression is of degree 0 or 1 in all the constants together. */
function isLinear(node: Node, names: readonly string[]): boolean {
  const isFree = (inner: Node): boolean => {
    const free = freeSymbols(inner);
    return !names.some((name) => free.has(name));
  };
  switch (node.kind) {
    case "symbol":
      return true;
    case "sum":
    case "negation":
      return children(node).every((child) => isLinear(child, names));
    case "product": {
      const factors = node.factors.filter((factor) => !isFree(factor));
      return factors.length < 2 && factors.every((factor) => isLinear(factor, names));
    }
    case "quotient":
      return isFree(node.denominator) && isLinear(node.numerator, names);
    default:
      return isFree(node);
  }
}

/** The symbols of a solution by what they are. */
interface Solution {
  readonly body: Node;
  readonly constants: readonly string[];
  /** The one variable that the solution depends on. */
  readonly variable: string;
}

function readSolution(node: Node, isConstant: (name: string) => boolean): Solution | null {
  const body = bodyOf(node);
  const symbols = [...freeSymbols(body)];
  const constants = symbols.filter(isConstant).sort();
  const [variable, ...others] = symbols.filter((name) => !isConstant(name));
  if (variable === undefined || others.length > 0 || constants.length === 0) return null;
  return constants.length <= MAX_PERMUTED && isLinear(body, constants) ? { body, constants, variable } : null;
}

function permutations(names: readonly string[]): readonly (readonly string[])[] {
  if (names.length < 2) return [names];
  return names.flatMap((first) =>
    permutations(names.filter((name) => name !== first)).map((rest) => [first, ...rest]),
  );
}

function rename(node: Node, from: readonly string[], to: readonly string[]): Node {
  const parked = from.reduce((result, name) => {
    return substitute(result, name, { kind: "symbol", name: `constant ${name}` });
  }, node);
  return from.reduce((result, name, index) => {
    return substitute(result, `constant ${name}`, { kind: "symbol", name: to[index] ?? name });
  }, parked);
}

/**
 * The candidate with its arbitrary constants named as those of the reference, in every order. Only for general
 * solutions: both are linear in the constants and depend on the same variable, and one side at least writes `C`.
 */
export function withConstantsOf(reference: Node, candidate: Node): readonly Node[] {
  const isWritten = [reference, candidate].map((node) => readSolution(node, isArbitraryConstant));
  const count = Math.max(...isWritten.map((solution) => solution?.constants.length ?? 0));
  if (count === 0) return [];
  const others = count === 1 && !areSolutions(reference, candidate) ? ALONE : AMONG;
  const either = (name: string): boolean => isArbitraryConstant(name) || others.has(name);
  const a = isWritten[0] ?? readSolution(reference, either);
  const b = isWritten[1] ?? readSolution(candidate, either);
  if (a === null || b?.variable !== a.variable || a.constants.length !== b.constants.length) return [];
  if (![a, b].some(({ constants }) => constants.every((name) => CAPITAL.test(name)))) return [];
  return permutations(a.constants).map((names) => rename(candidate, b.constants, names));
}
