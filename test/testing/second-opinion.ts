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

class UnknownOperator extends Error {}

/** The expression as a tree of the second evaluator. @throws UnknownOperator */
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
      return power(toNode(first), toNode(second));
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
      throw new UnknownOperator(op);
  }
}

/** Sine, cosine and tangent have either sign at both positive and negative ones. */
const POINTS = [
  [1.2345, -0.6789],
  [-2.71, 1.618],
  [0.333, 2.05],
  [2.05, 0.7],
  [-0.84, -2.2],
  [4.4, 3.9],
] as const;
/** So many must agree; at the others, neither is real. */
const ENOUGH = 3;

const isReal = ({ re, im }: Complex): boolean =>
  Number.isFinite(re) && Math.abs(im) <= 1e-9 * (1 + Math.abs(re));

export type Opinion = "equal" | "different" | "unclear";

/** What the second evaluator says of two expressions, over the reals: equal if they agree wherever one is real. */
function compare(a: Expression, b: Expression): Opinion {
  let [agreeing, isDoubtful] = [0, false];
  for (const [x, y] of POINTS) {
    const [p, q] = [evaluate(toNode(a), x, y), evaluate(toNode(b), x, y)];
    if (!isReal(p) && !isReal(q)) continue;
    const size = Math.max(Math.abs(p.re), Math.abs(q.re));
    const distance = isReal(p) && isReal(q) ? Math.abs(p.re - q.re) : NaN;
    if (distance > 1e-6 * size) return "different";
    if (distance <= 2e-15 * size && size < 1e10) agreeing++;
    else isDoubtful = true;
  }
  return !isDoubtful && agreeing >= ENOUGH ? "equal" : "unclear";
}

/** What the second evaluator says of a pair of single expressions. */
export function opinionOf({ gold, candidate }: AnswerPair): Opinion {
  const [a, b] = [gold.parts[0], candidate.parts[0]];
  if (a === undefined || b === undefined) return "unclear";
  try {
    return compare(a, b);
  } catch (error) {
    if (error instanceof UnknownOperator) return "unclear";
    throw error;
  }
}

/** Whether the second evaluator contradicts a pair of single expressions. */
export const isContradicted = (pair: AnswerPair): boolean =>
  opinionOf(pair) === (pair.relation === "equivalent" ? "different" : "equal");
