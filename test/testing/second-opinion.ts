import { call, constant, negation, number, power, product, quotient, sqrt, sum, symbol } from "../nodes.js";
import { type Complex, evaluate } from "../property/doubles.js";
import type { Node } from "../../src/math/ast.js";
import type { AnswerPair } from "../../src/testing/pairs/recipe.js";
import type { Expression } from "../../src/testing/expression/expression.js";
import { exactValue } from "../../src/testing/expression/rational-value.js";

const binomial = (n: number, k: number): number => (k === 0 ? 1 : (binomial(n - 1, k - 1) * n) / k);
const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
const value = ({ value: whole }: Expression): number => whole;

/** Of a constant. */
const real = (expression: Expression): number => evaluate(toNode(expression), 1, 1).re;

/** The expression as a tree of the second evaluator; `undefined` for what that one does not know. */
function toNode(expression: Expression): Node {
  const { op, args, name } = expression;
  const [first, second] = args as readonly [Expression, Expression];
  switch (op) {
    case "integer":
      return number(expression.value);
    case "decimal":
    case "repeating": {
      const { numerator, denominator } = exactValue(expression) as { numerator: bigint; denominator: bigint };
      return number(numerator, denominator);
    }
    case "variable":
      return symbol(name);
    case "constant":
      return constant(name as "pi" | "e");
    case "negate":
      return negation(toNode(first));
    case "add":
      return sum(toNode(first), toNode(second));
    case "subtract":
      return sum(toNode(first), negation(toNode(second)));
    case "multiply":
      return product(toNode(first), toNode(second));
    case "divide":
      return quotient(toNode(first), toNode(second));
    case "power":
      return second.op === "divide" ? sqrt(toNode(first)) : power(toNode(first), toNode(second));
    case "sqrt":
      return sqrt(toNode(first));
    case "root":
      return call("root", toNode(first), toNode(second));
    case "absolute":
      return call("abs", toNode(first));
    case "sin":
    case "cos":
    case "ln":
      return call(op, toNode(first));
    case "tan":
      return quotient(call("sin", toNode(first)), call("cos", toNode(first)));
    case "exp":
      return power(constant("e"), toNode(first));
    case "log":
      return quotient(call("ln", toNode(first)), call("ln", toNode(second)));
    case "degrees":
      return quotient(product(toNode(first), constant("pi")), number(180));
    case "factorial":
      return number(factorial(value(first)));
    case "binomial":
      return number(binomial(value(first), value(second)));
    case "maximum":
      return number(Math.round(Math.max(real(first), real(second)) * 1e6), 1e6);
    case "floor":
      return number(Math.floor(real(first)));
    case "summation":
      return number((value(args[2] as Expression) * (value(args[2] as Expression) + 1)) / 2);
    default:
      throw new Error(op);
  }
}

const POINTS = [
  [1.2345, -0.6789],
  [-2.71, 1.618],
  [0.333, 2.05],
] as const;

const isReal = ({ re, im }: Complex): boolean =>
  Number.isFinite(re) && Math.abs(im) <= 1e-9 * (1 + Math.abs(re));

/** What the second evaluator says of two expressions, over the reals. */
function secondOpinion(a: Expression, b: Expression): "equal" | "different" | "unclear" {
  let agreeing = 0;
  for (const [x, y] of POINTS) {
    const [p, q] = [evaluate(toNode(a), x, y), evaluate(toNode(b), x, y)];
    if (!isReal(p) || !isReal(q)) continue;
    const size = Math.max(Math.abs(p.re), Math.abs(q.re));
    if (Math.abs(p.re - q.re) > 1e-6 * size) return "different";
    if (Math.abs(p.re - q.re) <= 1e-14 * size && size < 1e10) agreeing++;
  }
  return agreeing === POINTS.length ? "equal" : "unclear";
}

/** Whether the second evaluator contradicts a pair of single expressions. */
export function isContradicted({ gold, candidate, relation }: AnswerPair): boolean {
  const [a, b] = [gold.parts[0], candidate.parts[0]];
  if (a === undefined || b === undefined) return false;
  try {
    return secondOpinion(a, b) === (relation === "equivalent" ? "different" : "equal");
  } catch {
    return false;
  }
}
