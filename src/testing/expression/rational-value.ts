import { type Expression, integerValue } from "./expression.js";
import { type Fraction, fraction, numeralFraction } from "./numerals.js";

/** Arithmetic in which expressions without roots and functions have values. `undefined`: there is no value. */
interface Arithmetic<Value> {
  readonly fromInteger: (value: number) => Value;
  readonly fromDigits: (digits: string) => Value | undefined;
  readonly add: (a: Value, b: Value) => Value;
  readonly multiply: (a: Value, b: Value) => Value;
  readonly inverse: (a: Value) => Value | undefined;
}

type Variables<Value> = Readonly<Record<string, Value>>;

const MAX_EXPONENT = 64;

function power<Value>(base: Value, exponent: number, arithmetic: Arithmetic<Value>): Value | undefined {
  // 0⁰ has no value, as in the evaluation with bounds.
  const inverse = exponent <= 0 ? arithmetic.inverse(base) : base;
  if (inverse === undefined) return undefined;
  let result = arithmetic.fromInteger(1);
  const factor = exponent < 0 ? inverse : base;
  for (let i = Math.abs(exponent); i > 0; i--) result = arithmetic.multiply(result, factor);
  return result;
}

/** The value in the arithmetic; `undefined` if there is none, or the expression is not rational. */
function valueIn<Value>(
  expression: Expression,
  arithmetic: Arithmetic<Value>,
  at: Variables<Value>,
): Value | undefined {
  const { op, args, value, name } = expression;
  switch (op) {
    case "integer":
      return arithmetic.fromInteger(value);
    case "decimal":
    case "repeating":
      return arithmetic.fromDigits(name);
    case "variable":
      return at[name];
    case "power": {
      const exponent = integerValue(args[1] as Expression);
      if (exponent === undefined || Math.abs(exponent) > MAX_EXPONENT) return undefined;
      const base = valueIn(args[0] as Expression, arithmetic, at);
      return base === undefined ? undefined : power(base, exponent, arithmetic);
    }
    case "negate":
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
      return operate(expression, arithmetic, at);
    default:
      return undefined;
  }
}

function operate<Value>(
  { op, args }: Expression,
  arithmetic: Arithmetic<Value>,
  at: Variables<Value>,
): Value | undefined {
  const first = valueIn(args[0] as Expression, arithmetic, at);
  if (first === undefined) return undefined;
  const minusOne = (): Value => arithmetic.fromInteger(-1);
  if (op === "negate") return arithmetic.multiply(minusOne(), first);
  const second = valueIn(args[1] as Expression, arithmetic, at);
  if (second === undefined) return undefined;
  if (op === "add") return arithmetic.add(first, second);
  if (op === "subtract") return arithmetic.add(first, arithmetic.multiply(minusOne(), second));
  if (op === "multiply") return arithmetic.multiply(first, second);
  const inverse = arithmetic.inverse(second);
  return inverse === undefined ? undefined : arithmetic.multiply(first, inverse);
}

const EXACT: Arithmetic<Fraction> = {
  fromInteger: (value) => ({ numerator: BigInt(value), denominator: 1n }),
  fromDigits: numeralFraction,
  add: (a, b) =>
    fraction(
      a.numerator * b.denominator + b.numerator * a.denominator,
      a.denominator * b.denominator,
    ) as Fraction,
  multiply: (a, b) => fraction(a.numerator * b.numerator, a.denominator * b.denominator) as Fraction,
  inverse: (a) => fraction(a.denominator, a.numerator),
};

/** The exact value of a rational expression without variables; `undefined` for others. */
export const exactValue = (expression: Expression): Fraction | undefined => valueIn(expression, EXACT, {});

/** A prime below 2²⁶, so that products of residues are exact in doubles. */
const PRIME = 67_108_859;

const residue = (value: number): number => ((value % PRIME) + PRIME) % PRIME;

function inverseResidue(value: number): number | undefined {
  if (value === 0) return undefined;
  let [a, b, u, v] = [value, PRIME, 1, 0];
  while (b !== 0) {
    const quotient = Math.floor(a / b);
    [a, b, u, v] = [b, a - quotient * b, v, u - quotient * v];
  }
  return residue(u);
}

const MODULAR: Arithmetic<number> = {
  fromInteger: residue,
  fromDigits: (digits) => {
    const { numerator, denominator } = numeralFraction(digits);
    const inverse = inverseResidue(Number(denominator % BigInt(PRIME)));
    return inverse === undefined ? undefined : (residue(Number(numerator % BigInt(PRIME))) * inverse) % PRIME;
  },
  add: (a, b) => (a + b) % PRIME,
  multiply: (a, b) => (a * b) % PRIME,
  inverse: inverseResidue,
};

/**
 * The value of a rational expression modulo a prime; `undefined` for others. Two that differ belong to expressions
 * that differ, as rational functions.
 */
export const modularValue = (expression: Expression, at: Variables<number>): number | undefined =>
  valueIn(expression, MODULAR, at);
