import type { Node } from "../../ast.js";
import { toNode } from "../expression.js";
import type { Context, Polynomial, Quotient } from "../form.js";
import { enclose } from "../magnitude.js";
import { constantValue } from "../polynomial.js";
import { fromPolynomial } from "../quotient.js";
import { substitute } from "../tree.js";

/** A canonical form with a value in the place of a variable. */
export function evaluateAt(context: Context, form: Quotient, variable: string, value: Node): Quotient {
  context.spend(10 + form.num.size * 5);
  return context.canonicalize(substitute(toNode(form), variable, value));
}

export function polynomialAt(
  context: Context,
  polynomial: Polynomial,
  variable: string,
  value: Node,
): Quotient {
  return evaluateAt(context, fromPolynomial(polynomial), variable, value);
}

/** Whether a constant is proven not to be 0, by its value in doubles. */
export function isProvenNonzeroConstant({ num, den }: Quotient): boolean {
  if (den !== null) return false;
  if (num.size === 0) return false;
  if (constantValue(num) !== null) return true;
  const value = enclose(num);
  return value !== null && Math.hypot(value.re, value.im) > value.error;
}
