import type { Node, RelationNode } from "../ast.js";

/** A point, or a segment or polygon that is named by its points: `A`, `P_1`. */
const POINT = /^[A-Z](?:_\w+)?'*$/;

function isPoint(node: Node): boolean {
  return node.kind === "symbol" && POINT.test(node.name);
}

/** Symbols in front of the name of an angle or a triangle: `m\angle ABC`. */
const PREFIXES: ReadonlySet<string> = new Set(["m", "angle", "triangle", "S", "A"]);

function isGeometric(factors: readonly Node[]): boolean {
  return factors.every(
    (factor) => isPoint(factor) || (factor.kind === "symbol" && PREFIXES.has(factor.name)),
  );
}

/**
 * Whether an expression names a quantity rather than computing one, so that `name = value` states the value: `x`,
 * `f(x)`, `AB`, `|AB|`, `(p, q)`, `\angle A`, `\frac{NO}{BO}`, `\frac{dy}{dx}`. `a + 3z = 0` states no value.
 */
export function isName(node: Node): boolean {
  switch (node.kind) {
    case "symbol":
    case "application":
    case "text":
      return true;
    case "constant":
      return node.name === "e" || node.name === "i";
    case "product":
      return isGeometric(node.factors) || isDerivative(node.factors);
    case "quotient":
      return isName(node.numerator) && isName(node.denominator);
    case "call":
      return node.args.every(isName);
    case "ratio":
      return node.parts.every(isName);
    case "sequence":
      return node.open !== "" && node.items.every(isName);
    case "derivative":
      return isName(node.body);
    case "big_operator":
      return node.body.kind === "application";
    default:
      return false;
  }
}

/** `dy`, as in `dV = 32`, and `\nabla f`. */
function isDerivative([sign, variable, ...others]: readonly Node[]): boolean {
  if (sign?.kind !== "symbol" || variable === undefined || others.length > 0) return false;
  return sign.name === "d" ? variable.kind === "symbol" : sign.name === "nabla" && isName(variable);
}

/** An equation that gives a name a value: what stands left, and the value. */
export interface Assignment {
  readonly name: Node;
  readonly value: Node;
}

/**
 * Reads `x = 5`, and chains such as `x = 2 + 3 = 5` and `x = 1/3 \approx 0.33`, whose value is the last one that is
 * exact. `x \approx 5` has only the approximate value. `null` if the relation does not start with a name.
 */
export function readAssignment({ operands, operators }: RelationNode): Assignment | null {
  const [name] = operands;
  if (name === undefined || !isName(name)) return null;
  if (!operators.every((operator) => operator === "=" || operator === "~")) return null;
  const approximation = operators.indexOf("~", 1);
  const value = operands.at(approximation < 0 ? -1 : approximation);
  return value === undefined ? null : { name, value };
}
