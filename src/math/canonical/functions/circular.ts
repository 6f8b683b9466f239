import { arccosine, arcsine, arctangent, cosine, sine, tangent } from "../trigonometry.js";
import { opaqueGenerator, piGenerator } from "../generators.js";
import { divide, fromGenerator, invert, multiply, scale } from "../quotient.js";
import type { Context, Quotient } from "../form.js";
import { signOf } from "../magnitude.js";
import { unary, type CanonicalFunction } from "./function.js";

/** The conventions differ for negative arguments only. */
function arccotangent(context: Context, value: Quotient): Quotient {
  const positive = value.den === null && signOf(context, value.num) === 1;
  if (positive) return arctangent(context, invert(context, value));
  return fromGenerator(opaqueGenerator(context, "acot", [value]));
}

function degrees(context: Context, value: Quotient): Quotient {
  return multiply(
    context,
    scale(context, value, { num: 1n, den: 180n }),
    fromGenerator(piGenerator(context)),
  );
}

function percent(context: Context, value: Quotient): Quotient {
  return scale(context, value, { num: 1n, den: 100n });
}

export const CIRCULAR_FUNCTIONS: Readonly<Record<string, CanonicalFunction>> = {
  sin: unary(sine),
  cos: unary(cosine),
  tan: unary(tangent),
  cot: unary((context, angle) => divide(context, cosine(context, angle), sine(context, angle))),
  sec: unary((context, angle) => invert(context, cosine(context, angle))),
  csc: unary((context, angle) => invert(context, sine(context, angle))),
  asin: unary(arcsine),
  acos: unary(arccosine),
  atan: unary(arctangent),
  acot: unary(arccotangent),
  asec: unary((context, value) => arccosine(context, invert(context, value))),
  acsc: unary((context, value) => arcsine(context, invert(context, value))),
  degrees: unary(degrees),
  percent: unary(percent),
};
