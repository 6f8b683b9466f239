import type { Node } from "../ast.js";
import { polynomialIn } from "../canonical/index.js";
import { approximate, compareOrder, type NumericOptions } from "../numeric/index.js";
import type { Order } from "./real-set.js";

/** What the rules for sets of reals need from the arithmetic of constants and polynomials. */
export interface Solver {
  /** Throws {@link Unsolvable} if the order is not known. */
  readonly order: Order;
  /** The coefficients, lowest first, of an expression that is a polynomial in the variable; `null` if it is none. */
  readonly polynomial: (node: Node, variable: string) => readonly Node[] | null;
  /** A real constant to double precision; throws {@link Unsolvable} if it is not known to be one. */
  readonly approximate: (node: Node) => number;
}

/** Thrown where a set cannot be worked out, and caught where sets are compared. */
export class Unsolvable extends Error {
  override readonly name = "Unsolvable";
}

/** Solves with exact algebra, and with values that have error bounds. */
export function createSolver(options: NumericOptions): Solver {
  return {
    polynomial: (node, variable) => polynomialIn(node, variable, options),
    order: (a, b) => {
      const order = compareOrder(a, b, options);
      if (order === null) throw new Unsolvable("the order of two bounds is not known");
      return order;
    },
    approximate: (node) => {
      const value = approximate(node, options);
      if (value === null) throw new Unsolvable("the value of a bound is not known");
      return value.value;
    },
  };
}
