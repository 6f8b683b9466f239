import type { Random } from "../random.js";
import { constant, decimal, type Expression, integer, node, type Operator, variable } from "./expression.js";

export interface ExpressionOptions {
  /** The variables that may stand in it. @default x and y */
  readonly variables?: readonly string[];
  /** How many operators may stand within one another. @default 2 */
  readonly depth?: number;
  /** `none`: sums, products and quotients. `algebraic`: powers, roots and bars too. @default "elementary" */
  readonly functions?: "none" | "algebraic" | "elementary";
}

const ELEMENTARY: readonly Operator[] = ["sin", "cos", "tan", "ln", "exp", "absolute"];

export function randomInteger(random: Random): Expression {
  const draw = random.below(8);
  if (draw < 5) return integer(random.below(13));
  return integer(draw < 7 ? random.below(1000) : random.between(1000, 99_999));
}

/** Digits with a point, which do not end in 0. */
export const randomDecimal = (random: Random): Expression =>
  decimal(
    `${random.below(5) === 0 ? 0 : random.below(100)}.${random.below(3) === 0 ? random.below(10) : ""}${random.between(1, 9)}`,
  );

function randomLeaf(random: Random, { variables = ["x", "y"] }: ExpressionOptions): Expression {
  const draw = random.below(11);
  if (draw < 4 && variables.length > 0) return variable(random.pick(variables));
  if (draw === 9) return randomDecimal(random);
  return draw === 10 ? constant(random.below(2) === 0 ? "pi" : "e") : randomInteger(random);
}

/** An expression at random, most often one with a real value somewhere. */
export function randomExpression(random: Random, options: ExpressionOptions = {}): Expression {
  return grow(random, options, options.depth ?? 2);
}

type Grower = (random: Random, operand: () => Expression) => Expression;

const power: Grower = (random, operand) => node("power", operand(), integer(random.between(2, 4)));
const root: Grower = (random, operand) =>
  node("sqrt", random.below(2) === 0 ? integer(random.between(2, 50)) : operand());
const quotient: Grower = (random, operand) =>
  node("divide", operand(), random.below(4) === 0 ? operand() : integer(random.between(2, 12)));
const sum: Grower = (_, operand) => node("add", operand(), operand());
const product: Grower = (_, operand) => node("multiply", operand(), operand());
const difference: Grower = (_, operand) => node("subtract", operand(), operand());
const call: Grower = (random, operand) => node(random.pick(ELEMENTARY), operand());

const BASIC: readonly Grower[] = [sum, sum, sum, product, product, difference, quotient, quotient];
const GROWERS = {
  none: BASIC,
  algebraic: [...BASIC, power, root, (random: Random) => combinatorial(random)],
  elementary: [...BASIC, power, root, (random: Random) => combinatorial(random), call, call, call],
} as const;

function grow(random: Random, options: ExpressionOptions, depth: number): Expression {
  if (depth <= 0 || random.below(8) === 0) return randomLeaf(random, options);
  const growers: readonly Grower[] = GROWERS[options.functions ?? "elementary"];
  const grown = random.pick(growers)(random, () => grow(random, options, depth - 1));
  return random.below(16) === 0 ? node("negate", grown) : grown;
}

function combinatorial(random: Random): Expression {
  const n = random.between(2, 8);
  if (random.below(2) === 0) return node("factorial", integer(n));
  return node("binomial", integer(n), integer(random.below(n + 1)));
}
