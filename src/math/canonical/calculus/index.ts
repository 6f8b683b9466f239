import type { BigOperatorNode, DerivativeNode } from "../../ast.js";
import { Exhausted } from "../../budget.js";
import { Unsupported, type Context, type Quotient } from "../form.js";
import { differentiate } from "./derivative.js";
import { integrate } from "./integral.js";
import { limit } from "./limit.js";
import { iterate } from "./summation.js";

const MAX_ORDER = 10;

/** The value of a sum, product, integral or limit. Throws `Unsupported` where it is not found. */
export function bigOperator(context: Context, node: BigOperatorNode): Quotient {
  switch (node.operator) {
    case "sum":
    case "product":
      return iterate(context, node);
    case "integral":
      return integrate(context, node);
    case "limit":
    case "limit_left":
    case "limit_right":
      return limit(context, node);
    case "union":
    case "intersection":
      throw new Unsupported("a set is no number");
  }
}

export function derivative(context: Context, { body, variable, order }: DerivativeNode): Quotient {
  if (order > MAX_ORDER) throw new Exhausted("a derivative of too high an order");
  if (body.kind === "symbol" && body.name !== variable) throw new Unsupported("an unknown function");
  let value = context.canonicalize(body);
  for (let k = 0; k < order; k++) value = differentiate(context, value, variable);
  return value;
}
