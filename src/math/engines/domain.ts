import { children, type Node } from "../ast.js";
import type { Domain } from "./task.js";

const REAL_FUNCTIONS = new Set(["abs", "floor", "ceil", "sign"]);
const NATURAL_FUNCTIONS = new Set(["factorial", "binomial", "permutations"]);

/**
 * The largest domain on which identities between such expressions are meant: `|x| = \sqrt{x^2}` is one of the reals,
 * `n! = n (n - 1)!` of the natural numbers.
 */
export function domainOf(node: Node): Domain {
  let domain: Domain = "complex";
  const open = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === "big_operator" || (next.kind === "call" && NATURAL_FUNCTIONS.has(next.name)))
      return "natural";
    if (next.kind === "call" && REAL_FUNCTIONS.has(next.name)) domain = "real";
    for (const child of children(next)) open.push(child);
  }
  return domain;
}
