/** What a node of the tree stands for. */
export type Operator =
  | "integer"
  | "decimal"
  | "repeating"
  | "variable"
  | "constant"
  | "negate"
  | "add"
  | "subtract"
  | "multiply"
  | "divide"
  | "power"
  | "sqrt"
  | "root"
  | "absolute"
  | "sin"
  | "cos"
  | "tan"
  | "arcsin"
  | "arctan"
  | "ln"
  | "exp"
  | "log"
  | "factorial"
  | "binomial"
  | "floor"
  | "maximum"
  | "degrees"
  | "summation";

/**
 * A mathematical expression over the real numbers, apart from the trees of the verifier, so that neither takes over
 * what the other believes. All nodes have one shape, which keeps walks over them fast.
 */
export interface Expression {
  readonly op: Operator;
  /**
   * Operands in reading order. `power`: base, exponent. `root`: radicand, index. `log`: argument, base. `summation`:
   * body, first, last.
   */
  readonly args: readonly Expression[];
  /** Of `integer`: the number, which is neither negative nor beyond 2⁵³. */
  readonly value: number;
  /** Of `variable` and `constant`: the name. Of `decimal`: its digits, as `1.50`. Of `repeating`: as `0.1(6)`. */
  readonly name: string;
}

const NONE: readonly Expression[] = [];

const leaf = (op: Operator, value: number, name: string): Expression => ({ op, args: NONE, value, name });

/** An operator applied to operands. */
export const node = (op: Operator, ...args: readonly Expression[]): Expression => ({
  op,
  args,
  value: 0,
  name: "",
});

/** The same operator with other operands. */
export const withArgs = ({ op, value, name }: Expression, args: readonly Expression[]): Expression => ({
  op,
  args,
  value,
  name,
});

/** A whole number; a negative one is the negation of a positive one. */
export const integer = (value: number): Expression =>
  value < 0 ? node("negate", leaf("integer", -value, "")) : leaf("integer", value, "");
export const decimal = (digits: string): Expression => leaf("decimal", 0, digits);
export const repeating = (digits: string): Expression => leaf("repeating", 0, digits);
export const variable = (name: string): Expression => leaf("variable", 0, name);
export const constant = (name: "pi" | "e"): Expression => leaf("constant", 0, name);
/** The sum of `body` over the whole numbers from `first` to `last`, which `name` runs through. */
export const summation = (
  name: string,
  body: Expression,
  first: Expression,
  last: Expression,
): Expression => ({
  op: "summation",
  args: [body, first, last],
  value: 0,
  name,
});

/** The whole number that an expression is, written as one; `undefined` for others. */
export function integerValue(expression: Expression): number | undefined {
  if (expression.op === "integer") return expression.value;
  if (expression.op !== "negate") return undefined;
  const operand = expression.args[0] as Expression;
  return operand.op === "integer" ? -operand.value : undefined;
}

/** How many nodes an expression has. */
export function size({ args }: Expression): number {
  let count = 1;
  for (const arg of args) count += size(arg);
  return count;
}

/** Whether an operator stands somewhere in the tree. */
export function hasOperator({ op, args }: Expression, wanted: Operator): boolean {
  if (op === wanted) return true;
  for (const arg of args) if (hasOperator(arg, wanted)) return true;
  return false;
}

export const isConstant = (expression: Expression): boolean => !hasOperator(expression, "variable");

export function isSameTree(a: Expression, b: Expression): boolean {
  if (a === b) return true;
  if (a.op !== b.op || a.value !== b.value || a.name !== b.name || a.args.length !== b.args.length)
    return false;
  return a.args.every((arg, i) => isSameTree(arg, b.args[i] as Expression));
}

/** Where a node stands: the number of an operand at each level. */
export type Path = readonly number[];

export function nodeAt(expression: Expression, path: Path): Expression | undefined {
  let found: Expression | undefined = expression;
  for (const index of path) found = found?.args[index];
  return found;
}

/** The tree with another node at a place that it has. */
export function replaceAt(
  expression: Expression,
  path: Path,
  replacement: Expression,
  depth = 0,
): Expression {
  const index = path[depth];
  if (index === undefined) return replacement;
  const args = expression.args.slice();
  args[index] = replaceAt(args[index] as Expression, path, replacement, depth + 1);
  return withArgs(expression, args);
}

/**
 * Whether an operand must stay as it is written, since its operator needs a whole number there, or a guard has read
 * it: exponents, indices of roots, bases of logarithms, and bounds.
 */
export function isFrozen(op: Operator, index: number): boolean {
  switch (op) {
    case "power":
    case "root":
    case "log":
      return index === 1;
    case "factorial":
    case "binomial":
    case "degrees":
    case "summation":
      return true;
    default:
      return false;
  }
}
