import type { Node } from "../ast.js";
import type { Order } from "./real-set.js";

/** What the rules for sets of reals need from the arithmetic of constants and polynomials. */
export interface Solver {
  /** Throws {@link Unsolvable} if the order is not known. */
  readonly order: Order;
  /** The coefficients, lowest first, of an expression that is a polynomial in the variable; `null` if it is none. */
  readonly polynomial: (node: Node, variable: string) => readonly Node[] | null;
}

/** Thrown where a set cannot be worked out, and caught where sets are compared. */
export class Unsolvable extends Error {
  override readonly name = "Unsolvable";
}
