import { Unsupported, type Context, type Quotient } from "../form.js";

/** The canonical value of a function at canonical arguments. Throws `Unsupported` where it has none. */
export type CanonicalFunction = (context: Context, ...args: readonly Quotient[]) => Quotient;

/** The argument at a place. Throws `Unsupported` where there is none. */
export function argumentAt(args: readonly Quotient[], place: number): Quotient {
  const argument = args[place];
  if (argument === undefined) throw new Unsupported("a function lacks an argument");
  return argument;
}

/** A function of one argument as one of an argument list. */
export function unary(apply: (context: Context, argument: Quotient) => Quotient): CanonicalFunction {
  return (context, ...args) => apply(context, argumentAt(args, 0));
}

export function binary(
  apply: (context: Context, first: Quotient, second: Quotient) => Quotient,
): CanonicalFunction {
  return (context, ...args) => apply(context, argumentAt(args, 0), argumentAt(args, 1));
}
