import { power } from "../exponentials.js";
import type { Context, Quotient } from "../form.js";
import { logarithm, logarithmOfRational } from "../logarithms.js";
import { divide, integerOf, invert } from "../quotient.js";
import { root } from "../roots.js";
import { binary, unary, argumentAt, type CanonicalFunction } from "./function.js";

const MAX_INDEX = 1000n;

function rootOf(context: Context, value: Quotient, index: Quotient): Quotient {
  const whole = integerOf(index);
  if (whole !== null && whole > 1n && whole <= MAX_INDEX) return root(context, value, Number(whole));
  return power(context, value, invert(context, index));
}

/** With one argument, to the base of the options. */
const log: CanonicalFunction = (context, ...args) => {
  const value = logarithm(context, argumentAt(args, 0));
  const base = args[1];
  if (base !== undefined) return divide(context, value, logarithm(context, base));
  if (context.options.logBase === "e") return value;
  return divide(context, value, logarithmOfRational(context, { num: 10n, den: 1n }));
};

export const ALGEBRAIC_FUNCTIONS: Readonly<Record<string, CanonicalFunction>> = {
  ln: unary(logarithm),
  log,
  root: binary(rootOf),
};
