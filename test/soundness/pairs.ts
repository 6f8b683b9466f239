import fc from "fast-check";
import {
  type Binary,
  binary,
  type Expression,
  number,
  type Pick,
  power,
  toLatex,
  type Unary,
  unary,
} from "./expression.js";
import { judge } from "./oracle.js";
import { rewriteOnce, slipOnce } from "./rewrites.js";

/** Two answers in LaTeX, and the expressions that they write. */
export interface Pair {
  readonly reference: string;
  readonly answer: string;
}

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 30 }).map(number) },
  { weight: 3, arbitrary: fc.constantFrom("x", "y").map((name): Expression => ({ op: "variable", name })) },
  { weight: 1, arbitrary: fc.constant<Expression>({ op: "pi" }) },
);

const BINARY: readonly Binary[] = ["add", "subtract", "multiply", "divide"];
const UNARY: readonly Unary[] = ["negate", "sqrt", "sin", "cos", "exp", "ln", "abs"];

function grow(operand: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  return fc.oneof(
    { weight: 2, arbitrary: leaf },
    {
      weight: 5,
      arbitrary: fc.tuple(fc.constantFrom(...BINARY), operand, operand).map(([op, a, b]) => binary(op, a, b)),
    },
    { weight: 2, arbitrary: fc.tuple(operand, fc.integer({ min: 2, max: 4 })).map(([a, n]) => power(a, n)) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...UNARY), operand).map(([op, a]) => unary(op, a)) },
  );
}

const expression: fc.Arbitrary<Expression> = grow(grow(grow(leaf)));

/** Draws that shrink: the numbers come from fast-check. */
function picker(draws: readonly number[]): Pick {
  let index = 0;
  return (count) => (count < 1 ? 0 : (draws[index++ % draws.length] ?? 0) % count);
}

const draws = fc.array(fc.nat({ max: 9999 }), { minLength: 40, maxLength: 40 });

function write(a: Expression, b: Expression, pick: Pick): Pair {
  return { reference: toLatex(a, pick), answer: toLatex(b, pick) };
}

/** Equal by a chain of identities, and by the oracle. */
export const equalPair: fc.Arbitrary<Pair> = fc
  .tuple(expression, draws, fc.integer({ min: 1, max: 4 }))
  .map(([start, numbers, steps]) => {
    const pick = picker(numbers);
    let end = start;
    for (let step = 0; step < steps; step++) end = rewriteOnce(end, pick);
    return { start, end, pair: write(start, end, pick) };
  })
  .filter(({ start, end }) => judge(start, end) === "equal")
  .map(({ pair }) => pair);

/** One slip apart, perhaps rewritten as well, and confirmed to be different by the oracle. */
export const differentPair: fc.Arbitrary<Pair> = fc
  .tuple(expression, draws, fc.integer({ min: 0, max: 2 }))
  .map(([start, numbers, steps]) => {
    const pick = picker(numbers);
    let end = slipOnce(start, pick);
    for (let step = 0; step < steps; step++) end = rewriteOnce(end, pick);
    return { start, end, pair: write(start, end, pick) };
  })
  .filter(({ start, end }) => judge(start, end) === "different")
  .map(({ pair }) => pair);

/** The same pair inside something larger: a list, a tuple, an interval, an equation, a box. */
export const SETTINGS: Readonly<Record<string, (item: string) => string>> = {
  bare: (item) => item,
  "in a list": (item) => `${item}, 1000`,
  "in a tuple": (item) => `\\left(${item}, 1000\\right)`,
  "in a set": (item) => `\\{${item}, 1000\\}`,
  "as a value": (item) => `z = ${item}`,
};
