import { rational } from "../../rational.js";
import { exponential } from "../exponentials.js";
import type { Context, Quotient } from "../form.js";
import { logarithm } from "../logarithms.js";
import { ONE_QUOTIENT, add, divide, invert, multiply, negateQuotient, scale, subtract } from "../quotient.js";
import { root } from "../roots.js";
import { unary, type CanonicalFunction } from "./function.js";

const HALF = rational(1n, 2n);

function sinh(context: Context, value: Quotient): Quotient {
  const [plus, minus] = [exponential(context, value), exponential(context, negateQuotient(value))];
  return scale(context, subtract(context, plus, minus), HALF);
}

function cosh(context: Context, value: Quotient): Quotient {
  const [plus, minus] = [exponential(context, value), exponential(context, negateQuotient(value))];
  return scale(context, add(context, plus, minus), HALF);
}

/** `ln(x + sqrt(x^2 + shift))`. */
function logarithmWithRoot(context: Context, value: Quotient, shift: Quotient): Quotient {
  const square = add(context, multiply(context, value, value), shift);
  return logarithm(context, add(context, value, root(context, square, 2)));
}

function artanh(context: Context, value: Quotient): Quotient {
  const over = add(context, ONE_QUOTIENT, value);
  const ratio = divide(context, over, subtract(context, ONE_QUOTIENT, value));
  return scale(context, logarithm(context, ratio), HALF);
}

function arsinh(context: Context, value: Quotient): Quotient {
  return logarithmWithRoot(context, value, ONE_QUOTIENT);
}

function arcosh(context: Context, value: Quotient): Quotient {
  return logarithmWithRoot(context, value, negateQuotient(ONE_QUOTIENT));
}

export const HYPERBOLIC_FUNCTIONS: Readonly<Record<string, CanonicalFunction>> = {
  sinh: unary(sinh),
  cosh: unary(cosh),
  tanh: unary((context, value) => divide(context, sinh(context, value), cosh(context, value))),
  coth: unary((context, value) => divide(context, cosh(context, value), sinh(context, value))),
  sech: unary((context, value) => invert(context, cosh(context, value))),
  csch: unary((context, value) => invert(context, sinh(context, value))),
  asinh: unary(arsinh),
  acosh: unary(arcosh),
  atanh: unary(artanh),
  asech: unary((context, value) => arcosh(context, invert(context, value))),
  acsch: unary((context, value) => arsinh(context, invert(context, value))),
  acoth: unary((context, value) => artanh(context, invert(context, value))),
};
