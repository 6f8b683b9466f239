import {
  binary,
  type Expression,
  number,
  operands,
  type Pick,
  power,
  unary,
  withOperands,
} from "./expression.js";

/** Rewrites an expression at its root, or does not apply (`null`). Each is an identity for all complex values. */
type Rewrite = (e: Expression, pick: Pick) => Expression | null;

const isNumber = (e: Expression): e is Expression & { op: "number" } => e.op === "number";

const REWRITES: Readonly<Record<string, Rewrite>> = {
  "commute a sum": (e) => (e.op === "add" ? binary("add", e.b, e.a) : null),
  "commute a product": (e) => (e.op === "multiply" ? binary("multiply", e.b, e.a) : null),
  "subtract the opposite": (e) => (e.op === "add" ? binary("subtract", e.a, unary("negate", e.b)) : null),
  "turn a difference": (e) => (e.op === "subtract" ? unary("negate", binary("subtract", e.b, e.a)) : null),
  distribute: (e) =>
    e.op === "multiply" && (e.b.op === "add" || e.b.op === "subtract")
      ? binary(e.b.op, binary("multiply", e.a, e.b.a), binary("multiply", e.a, e.b.b))
      : null,
  "associate a sum": (e) =>
    e.op === "add" && e.a.op === "add" ? binary("add", e.a.a, binary("add", e.a.b, e.b)) : null,
  "associate a product": (e) =>
    e.op === "multiply" && e.a.op === "multiply"
      ? binary("multiply", e.a.a, binary("multiply", e.a.b, e.b))
      : null,
  "split a number": (e, pick) => (isNumber(e) && e.value > 1 ? splitSum(e.value, pick) : null),
  "unreduce a number": (e, pick) => {
    const k = 2 + pick(5);
    return isNumber(e) ? binary("divide", number(e.value * k), number(k)) : null;
  },
  "expand a fraction": (e, pick) => {
    if (e.op !== "divide") return null;
    const k = number(2 + pick(5));
    return binary("divide", binary("multiply", k, e.a), binary("multiply", k, e.b));
  },
  "multiply by the inverse": (e) =>
    e.op === "divide" ? binary("multiply", e.a, binary("divide", number(1), e.b)) : null,
  "split a fraction": (e) =>
    e.op === "divide" && e.a.op === "add"
      ? binary("add", binary("divide", e.a.a, e.b), binary("divide", e.a.b, e.b))
      : null,
  "common denominator": (e) =>
    e.op === "add" && e.a.op === "divide" && e.b.op === "divide"
      ? binary(
          "divide",
          binary("add", binary("multiply", e.a.a, e.b.b), binary("multiply", e.b.a, e.a.b)),
          binary("multiply", e.a.b, e.b.b),
        )
      : null,
  "write out a square": (e) => (e.op === "power" && e.n === 2 ? binary("multiply", e.a, e.a) : null),
  "expand a square": (e) =>
    e.op === "power" && e.n === 2 && e.a.op === "add"
      ? binary(
          "add",
          binary("add", power(e.a.a, 2), binary("multiply", binary("multiply", number(2), e.a.a), e.a.b)),
          power(e.a.b, 2),
        )
      : null,
  "peel a power": (e) => (e.op === "power" && e.n > 2 ? binary("multiply", e.a, power(e.a, e.n - 1)) : null),
  "square under a root": (e, pick) => {
    const k = 2 + pick(4);
    return e.op === "sqrt" && isNumber(e.a)
      ? binary("divide", unary("sqrt", number(e.a.value * k * k)), number(k))
      : null;
  },
  "square of a root": (e) => (isNumber(e) ? power(unary("sqrt", e), 2) : null),
  "double angle": (e) =>
    e.op === "sin" && e.a.op === "multiply" && isNumber(e.a.a) && e.a.a.value === 2
      ? binary("multiply", number(2), binary("multiply", unary("sin", e.a.b), unary("cos", e.a.b)))
      : null,
  pythagoras: (e) =>
    e.op === "power" && e.n === 2 && e.a.op === "sin"
      ? binary("subtract", number(1), power(unary("cos", e.a.a), 2))
      : null,
  "odd sine": (e) => (e.op === "sin" ? unary("negate", unary("sin", unary("negate", e.a))) : null),
  "even cosine": (e) => (e.op === "cos" ? unary("cos", unary("negate", e.a)) : null),
  "exponential of a sum": (e) =>
    e.op === "exp" && e.a.op === "add" ? binary("multiply", unary("exp", e.a.a), unary("exp", e.a.b)) : null,
  "logarithm of a product": (e, pick) => {
    const k = 2 + pick(4);
    return e.op === "ln" && isNumber(e.a) && e.a.value > 0
      ? binary("subtract", unary("ln", number(e.a.value * k)), unary("ln", number(k)))
      : null;
  },
  "powers of i": (e, pick) => {
    if (e.op !== "i") return null;
    return pick(2) === 0 ? unary("negate", binary("divide", number(1), e)) : unary("negate", power(e, 3));
  },
  "square of i": (e) => (e.op === "negate" ? binary("multiply", power({ op: "i" }, 2), e.a) : null),
  "formula of Euler": (e) =>
    e.op === "exp" && e.a.op === "multiply" && e.a.a.op === "i"
      ? binary("add", unary("cos", e.a.b), binary("multiply", e.a.a, unary("sin", e.a.b)))
      : null,
  "absolute value of the opposite": (e) => (e.op === "abs" ? unary("abs", unary("negate", e.a)) : null),
};

function splitSum(value: number, pick: Pick): Expression {
  const part = 1 + pick(value - 1);
  return binary("add", number(part), number(value - part));
}

function* positions(e: Expression, path: readonly number[] = []): Generator<readonly number[]> {
  yield path;
  for (const [index, operand] of operands(e).entries()) yield* positions(operand, [...path, index]);
}

function changeAt(e: Expression, path: readonly number[], change: (e: Expression) => Expression): Expression {
  const [index, ...rest] = path;
  if (index === undefined) return change(e);
  const parts = operands(e).map((part, at) => (at === index ? changeAt(part, rest, change) : part));
  return withOperands(e, parts);
}

function at(e: Expression, path: readonly number[]): Expression {
  return path.reduce<Expression>((node, index) => operands(node)[index] ?? node, e);
}

/** The expression after one rewrite that applies somewhere in it; itself if the draw finds none. */
export function rewriteOnce(e: Expression, pick: Pick): Expression {
  const paths = [...positions(e)];
  const rules = Object.values(REWRITES);
  for (let attempt = 0; attempt < 12; attempt++) {
    const path = paths[pick(paths.length)] ?? [];
    const rule = rules[pick(rules.length)];
    const rewritten = rule?.(at(e, path), pick);
    if (rewritten) return changeAt(e, path, () => rewritten);
  }
  return e;
}

const OTHER_OPERATION = { add: "subtract", subtract: "add", multiply: "divide", divide: "multiply" } as const;
const OTHER_FUNCTION = {
  sin: "cos",
  cos: "sin",
  sqrt: "ln",
  ln: "sqrt",
  exp: "sin",
  abs: "negate",
  negate: "abs",
} as const;

/** A slip of the kind that models make: a number off by one, a lost sign, another operation, another variable. */
function slip(e: Expression, pick: Pick): Expression {
  switch (e.op) {
    case "number":
      return number(pick(2) === 0 ? e.value + 1 : -e.value);
    case "variable":
      return { op: "variable", name: e.name === "x" ? "y" : "x" };
    case "pi":
      return number(3);
    case "i":
      return number(1);
    case "power":
      return pick(2) === 0 ? { ...e, n: e.n + 1 } : e.a;
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
      return pick(2) === 0 ? binary(OTHER_OPERATION[e.op], e.a, e.b) : e.a;
    case "negate":
    case "sqrt":
    case "sin":
    case "cos":
    case "exp":
    case "ln":
    case "abs":
      return pick(2) === 0 ? e.a : unary(OTHER_FUNCTION[e.op], e.a);
  }
}

/** The expression with one slip in it, which mostly changes its value: the oracle says. */
export function slipOnce(e: Expression, pick: Pick): Expression {
  const paths = [...positions(e)];
  return changeAt(e, paths[pick(paths.length)] ?? [], (node) => slip(node, pick));
}
