import type { Node } from "../ast.js";
import type { Context } from "./form.js";

const MAX_DEPTH = 100;

/** A total degree, and whether the terms of that degree are known to be positive for positive variables. */
interface Degree {
  readonly degree: number;
  readonly positive: boolean;
}

const CONSTANT: Degree = { degree: 0, positive: true };

function all(degrees: readonly (Degree | null)[]): readonly Degree[] | null {
  const known = degrees.filter((degree) => degree !== null);
  return known.length === degrees.length ? known : null;
}

function ofProduct(factors: readonly Degree[]): Degree {
  let degree = 0;
  for (const factor of factors) degree += factor.degree;
  return { degree, positive: factors.every(({ positive }) => positive) };
}

/** The greatest degree, if a single term has it or none of those that have it can cancel. */
function ofSum(terms: readonly Degree[]): Degree | null {
  const degree = Math.max(...terms.map((term) => term.degree));
  const leading = terms.filter((term) => term.degree === degree);
  const positive = leading.every((term) => term.positive);
  return positive || leading.length === 1 ? { degree, positive } : null;
}

function ofPower(base: Degree | null, exponent: Node): Degree | null {
  if (base === null || exponent.kind !== "number" || exponent.value.den !== 1n) return null;
  const degree = base.degree * Number(exponent.value.num);
  return Number.isSafeInteger(degree) ? { degree, positive: base.positive } : null;
}

function ofQuotient(over: Degree | null, under: Degree | null): Degree | null {
  if (over === null || under === null) return null;
  return { degree: over.degree - under.degree, positive: over.positive && under.positive };
}

function degreeOf(context: Context, node: Node, depth: number): Degree | null {
  if (depth > MAX_DEPTH) return null;
  context.spend(1);
  const inner = (child: Node): Degree | null => degreeOf(context, child, depth + 1);
  switch (node.kind) {
    case "number":
      return node.value.num === 0n ? null : CONSTANT;
    case "constant":
      return node.name === "infinity" ? null : { degree: 0, positive: node.name !== "i" };
    case "symbol":
      return { degree: 1, positive: true };
    case "negation": {
      const operand = inner(node.operand);
      return operand && { degree: operand.degree, positive: false };
    }
    case "product": {
      const factors = all(node.factors.map(inner));
      return factors && ofProduct(factors);
    }
    case "sum": {
      const terms = all(node.terms.map(inner));
      return terms && ofSum(terms);
    }
    case "quotient":
      return ofQuotient(inner(node.numerator), inner(node.denominator));
    case "power":
      return ofPower(inner(node.base), node.exponent);
    default:
      return null;
  }
}

/**
 * The total degree of a rational function of variables with constant coefficients, without multiplying it out; `null`
 * if it is none, or 0, or not known.
 */
export function totalDegree(context: Context, node: Node): number | null {
  return degreeOf(context, node, 0)?.degree ?? null;
}
