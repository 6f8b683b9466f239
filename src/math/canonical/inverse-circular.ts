import type { Context, Factor, Quotient } from "./form.js";
import { imaginaryGenerator } from "./generators.js";
import { ONE_QUOTIENT, add, divide, fromGenerator, multiply, subtract } from "./quotient.js";
import { root } from "./roots.js";

/** `e ** (i arcsin x)` and `e ** (i arctan x)` in terms of `x`, or `null` for other functions. */
export function circularOfInverse(context: Context, { generator, num, den }: Factor): Quotient | null {
  if (generator.kind !== "opaque" || num !== 1 || den !== 1) return null;
  const [argument] = generator.args;
  if (argument === undefined) return null;
  const turned = multiply(context, fromGenerator(imaginaryGenerator(context)), argument);
  const square = multiply(context, argument, argument);
  if (generator.name === "asin")
    return add(context, root(context, subtract(context, ONE_QUOTIENT, square), 2), turned);
  if (generator.name === "atan")
    return divide(
      context,
      add(context, ONE_QUOTIENT, turned),
      root(context, add(context, ONE_QUOTIENT, square), 2),
    );
  return null;
}
