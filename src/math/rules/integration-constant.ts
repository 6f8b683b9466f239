import type { Node } from "../ast.js";
import { freeSymbols, substitute } from "../canonical/index.js";
import { difference, fromRational, sum } from "../construct.js";
import { rational } from "../rational.js";
import { readAssignment } from "./names.js";
import { isArbitraryConstant } from "./arbitrary-constants.js";

/** Where the antiderivatives are made to agree: they are seldom infinite there. */
const PLACE = rational(2n, 7n);

/** An antiderivative without its constant. */
interface Antiderivative {
  readonly body: Node;
  readonly variable: string;
  /** Whether the constant is written `C`; a `c` may be a given number. */
  readonly isCapital: boolean;
}

/** What stands behind a `y =`. */
function readValue(node: Node): Node {
  if (node.kind !== "relation" || node.operators.length > 1) return node;
  return readAssignment(node)?.value ?? node;
}

/** `F(x) + C`, behind a `y =` perhaps, whose constant stands nowhere else. */
function readAntiderivative(node: Node): Antiderivative | null {
  const value = readValue(node);
  if (value.kind !== "sum") return null;
  const isConstant = (term: Node): boolean => term.kind === "symbol" && isArbitraryConstant(term.name);
  const terms = value.terms.filter((term) => !isConstant(term));
  const body = terms.length === 1 ? (terms[0] as Node) : sum(...terms);
  const symbols = [...freeSymbols(body)];
  const [only] = symbols;
  const variable = symbols.length === 1 ? only : symbols.find((name) => name === "x");
  const isOne = terms.length === value.terms.length - 1 && !symbols.some(isArbitraryConstant);
  return isOne && variable !== undefined ? { body, variable, isCapital: freeSymbols(value).has("C") } : null;
}

/**
 * Two antiderivatives `F + C` and `G + C` of one variable, as what they grow by from a fixed place: `\sin^2 x + C` and
 * `-\cos^2 x + C` are equal, since the constants absorb what lies between them.
 */
export function withoutIntegrationConstant(reference: Node, candidate: Node): readonly [Node, Node] | null {
  const a = readAntiderivative(reference);
  const b = a && readAntiderivative(candidate);
  if (a === null || b?.variable !== a.variable || !(a.isCapital || b.isCapital)) return null;
  const growth = ({ body, variable }: Antiderivative): Node =>
    difference(body, substitute(body, variable, fromRational(PLACE)));
  return [growth(a), growth(b)];
}
