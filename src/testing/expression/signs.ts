import { type Expression, integerValue } from "./expression.js";

/**
 * What is certain of a sign for all real values of the variables at which the expression is defined, read off the tree
 * alone. `false` means that it is not known.
 */
export function isPositive({ op, args, value, name }: Expression): boolean {
  switch (op) {
    case "integer":
      return value > 0;
    case "decimal":
    case "repeating":
      return /[1-9]/.test(name);
    case "constant":
    case "exp":
    case "factorial":
      return true;
    case "sqrt":
    case "root":
    case "power":
      return isPositive(args[0] as Expression);
    case "multiply":
    case "divide":
      return args.every(isPositive);
    case "add":
      return args.some(isPositive) && args.every(isNonnegative);
    default:
      return false;
  }
}

export function isNonnegative(expression: Expression): boolean {
  if (isPositive(expression)) return true;
  const { op, args, value } = expression;
  switch (op) {
    case "integer":
      return value === 0;
    case "absolute":
    case "sqrt":
      return true;
    case "power": {
      const exponent = integerValue(args[1] as Expression);
      return exponent !== undefined && exponent > 0 && exponent % 2 === 0;
    }
    case "add":
    case "multiply":
      return args.every(isNonnegative);
    default:
      return false;
  }
}

export function isNonzero(expression: Expression): boolean {
  if (isPositive(expression)) return true;
  const { op, args } = expression;
  if (op === "negate" || op === "power") return isNonzero(args[0] as Expression);
  return (op === "multiply" || op === "divide") && args.every(isNonzero);
}
