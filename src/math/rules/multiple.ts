import type { Node } from "../ast.js";
import { freeSymbols, proportion, rationalValue, substitute } from "../canonical/index.js";
import { integer, product } from "../construct.js";
import type { NumericOptions } from "../numeric/index.js";

/** Whether `whole` is `part` times a variable, and keeps that from being 0. */
function isTimesVariable(whole: Node, part: Node, name: string, options: NumericOptions): boolean {
  if (proportion(whole, product({ kind: "symbol", name }, part), options) === null) return false;
  const atZero = rationalValue(substitute(whole, name, integer(0)), options);
  return atZero !== null && atZero.num !== 0n;
}

/** Whether two expressions are 0 together since one is the other times a variable: those of `xy = 6` and `y = 6/x`. */
export function isMultipleByVariable(a: Node, b: Node, options: NumericOptions): boolean {
  return [...freeSymbols(a)].some(
    (name) => isTimesVariable(a, b, name, options) || isTimesVariable(b, a, name, options),
  );
}
