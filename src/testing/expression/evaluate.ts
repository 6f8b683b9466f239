import {
  absolute,
  add,
  arcsine,
  type Ball,
  divide,
  exactly,
  exponential,
  floor,
  gentle,
  logarithm,
  maximum,
  multiply,
  negate,
  power,
  realRoot,
  rounded,
  squareRoot,
  UNDEFINED,
  UNKNOWN,
} from "./ball.js";
import type { Expression } from "./expression.js";
import { numeralFraction } from "./numerals.js";

/** Values of variables. */
export type Point = Readonly<Record<string, number>>;

const sine = gentle(Math.sin);
const cosine = gentle(Math.cos);
const arctangent = gentle(Math.atan);

/** The real value of an expression at a point, with a proven bound of its error. */
export function evaluate(expression: Expression, at: Point): Ball {
  const { op, args, value, name } = expression;
  switch (op) {
    case "integer":
      return exactly(value);
    case "decimal":
      return rounded(Number(name), 0);
    case "repeating":
      return repeatingValue(name);
    case "variable":
      return name in at ? exactly(at[name] as number) : UNKNOWN;
    case "constant":
      return rounded(name === "pi" ? Math.PI : Math.E, 0);
    case "summation":
      return summationValue(expression, at);
    default:
      return args.length === 1
        ? unary(expression, evaluate(args[0] as Expression, at))
        : binary(expression, evaluate(args[0] as Expression, at), evaluate(args[1] as Expression, at));
  }
}

function repeatingValue(digits: string): Ball {
  const { numerator, denominator } = numeralFraction(digits);
  return divide(exactly(Number(numerator)), exactly(Number(denominator)));
}

function unary({ op }: Expression, a: Ball): Ball {
  switch (op) {
    case "negate":
      return negate(a);
    case "sqrt":
      return squareRoot(a);
    case "absolute":
      return absolute(a);
    case "sin":
      return sine(a);
    case "cos":
      return cosine(a);
    case "tan":
      return divide(sine(a), cosine(a));
    case "arcsin":
      return arcsine(a);
    case "arctan":
      return arctangent(a);
    case "ln":
      return logarithm(a);
    case "exp":
      return exponential(a);
    case "factorial":
      return factorial(a);
    case "floor":
      return floor(a);
    case "degrees":
      return multiply(a, rounded(Math.PI / 180, 0));
    default:
      return UNKNOWN;
  }
}

function binary({ op }: Expression, a: Ball, b: Ball): Ball {
  switch (op) {
    case "add":
      return add(a, b);
    case "subtract":
      return add(a, negate(b));
    case "multiply":
      return multiply(a, b);
    case "divide":
      return divide(a, b);
    case "power":
      return power(a, b);
    case "root":
      return b.radius === 0 ? realRoot(a, b.value) : UNKNOWN;
    case "log":
      return divide(logarithm(a), logarithm(b));
    case "binomial":
      return binomial(a, b);
    case "maximum":
      return maximum(a, b);
    default:
      return UNKNOWN;
  }
}

const isCount = ({ value, radius }: Ball): boolean =>
  radius === 0 && Number.isInteger(value) && value >= 0 && value <= 20;

function factorial(a: Ball): Ball {
  if (!isCount(a)) return a.radius === 0 && a.value < 0 ? UNDEFINED : UNKNOWN;
  let product = exactly(1);
  for (let i = 2; i <= a.value; i++) product = multiply(product, exactly(i));
  return product;
}

function binomial(n: Ball, k: Ball): Ball {
  if (!isCount(n) || !isCount(k)) return UNKNOWN;
  if (k.value > n.value) return exactly(0);
  let product = 1;
  for (let i = 1; i <= k.value; i++) product = (product * (n.value - k.value + i)) / i;
  return exactly(product);
}

const MAX_TERMS = 64;

function summationValue({ name, args: [body, first, last] }: Expression, at: Point): Ball {
  const from = evaluate(first as Expression, at);
  const to = evaluate(last as Expression, at);
  if (from.radius !== 0 || to.radius !== 0 || to.value - from.value > MAX_TERMS) return UNKNOWN;
  let total = exactly(0);
  for (let k = from.value; k <= to.value; k++) {
    total = add(total, evaluate(body as Expression, { ...at, [name]: k }));
  }
  return total;
}
