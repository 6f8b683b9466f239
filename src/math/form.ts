import { children, type Node } from "./ast.js";
import { gcd } from "./rational.js";

function isNumber(node: Node): boolean {
  if (node.kind === "negation") return isNumber(node.operand);
  return node.kind === "number";
}

function integerOf(node: Node): bigint | null {
  if (node.kind === "negation") return integerOf(node.operand);
  return node.kind === "number" && node.value.den === 1n ? node.value.num : null;
}

/** `2/4` and `6/3` reduce; `1/\sqrt2` is left alone, as are fractions of expressions. */
function isReduced(numerator: Node, denominator: Node): boolean {
  const [a, b] = [integerOf(numerator), integerOf(denominator)];
  if (a === null || b === null) return !(isNumber(numerator) && isNumber(denominator));
  return b !== 1n && gcd(a, b) === 1n;
}

/** No square divides the radicand. Larger radicands are not examined. */
const MAX_RADICAND = 1_000_000n;

function isSquareFree(radicand: bigint, index: bigint): boolean {
  if (radicand > MAX_RADICAND || index > 20n) return true;
  for (let factor = 2n; factor ** index <= radicand; factor++)
    if (radicand % factor ** index === 0n) return false;
  return radicand > 1n;
}

/** `1\frac12` is written as the sum of a whole and a fraction. */
function isMixedNumber(terms: readonly Node[]): boolean {
  const [whole, part] = terms;
  return terms.length === 2 && whole?.kind === "number" && part?.kind === "quotient";
}

function isSimple(node: Node): boolean {
  switch (node.kind) {
    case "sum":
      return isMixedNumber(node.terms) || node.terms.filter(isNumber).length < 2;
    case "product":
      return node.factors.filter(isNumber).length < 2;
    case "quotient":
      return isReduced(node.numerator, node.denominator);
    case "power":
      return !(isNumber(node.base) && isNumber(node.exponent));
    case "call": {
      const [radicand, index] = node.args.map(integerOf);
      if (node.name === "root" && typeof radicand === "bigint" && typeof index === "bigint") {
        return isSquareFree(radicand < 0n ? -radicand : radicand, index);
      }
      return !node.args.every(isNumber) || node.name === "degrees" || node.name === "percent";
    }
    case "big_operator":
    case "derivative":
      return false;
    default:
      return true;
  }
}

/** Whether an answer is in simplest form: fractions reduced, radicals simplified, no arithmetic left to do. */
export function isSimplified(node: Node | null): boolean {
  return node !== null && isSimple(node) && children(node).every(isSimplified);
}
