import fc from "fast-check";
import {
  type Binary,
  binary,
  type Expression,
  number,
  power,
  toAscii,
  toLatex,
  type Unary,
  unary,
} from "../expression.js";
import type { Kind } from "../kind.js";
import { judge } from "../mathjs.js";
import { rewriteOnce, slipOnce } from "../rewrites.js";

type Draw = fc.Arbitrary<Expression>;

const wholeNumber: Draw = fc.integer({ min: 1, max: 30 }).map(number);
const variable: Draw = fc.constantFrom("x", "y").map((name): Expression => ({ op: "variable", name }));
const pi: Draw = fc.constant({ op: "pi" });
const i: Draw = fc.constant({ op: "i" });

const BINARY: readonly Binary[] = ["add", "subtract", "multiply", "divide"];
const UNARY: readonly Unary[] = ["negate", "sqrt", "sin", "cos", "exp", "ln", "abs"];

function grow(leaf: Draw, operand: Draw): Draw {
  const operands = fc.tuple(fc.constantFrom(...BINARY), operand, operand);
  return fc.oneof(
    { weight: 2, arbitrary: leaf },
    { weight: 5, arbitrary: operands.map(([op, a, b]) => binary(op, a, b)) },
    { weight: 2, arbitrary: fc.tuple(operand, fc.integer({ min: 2, max: 4 })).map(([a, n]) => power(a, n)) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...UNARY), operand).map(([op, a]) => unary(op, a)) },
  );
}

function expressions(leaf: Draw, depth: number): Draw {
  let grown = leaf;
  for (let level = 0; level < depth; level++) grown = grow(leaf, grown);
  return grown;
}

const leaf = fc.oneof(
  { weight: 4, arbitrary: wholeNumber },
  { weight: 3, arbitrary: variable },
  { weight: 1, arbitrary: pi },
);
const complexLeaf = fc.oneof({ weight: 2, arbitrary: wholeNumber }, { weight: 2, arbitrary: i });

/** A phase that the formula of Euler takes apart: `e^{i n pi / m}`. */
const phase: Draw = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(2, 3, 4, 6))
  .map(([n, m]) =>
    unary(
      "exp",
      binary(
        "multiply",
        { op: "i" },
        binary("divide", binary("multiply", number(n), { op: "pi" }), number(m)),
      ),
    ),
  );

/** Small ones, for the items of collections. */
export const item: Draw = expressions(leaf, 1);

/** The same pair inside something larger. */
const SETTINGS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `${text}, 1000`,
  (text) => `\\left(${text}, 1000\\right)`,
  (text) => `\\{${text}, 1000\\}`,
  (text) => `z = ${text}`,
];

const kind = (start: Draw): Kind<Expression> => ({
  start,
  rewrite: rewriteOnce,
  slip: slipOnce,
  judge,
  write: (a, b, pick) => {
    const latex = [toLatex(a, pick), toLatex(b, pick)] as const;
    const ascii = [toAscii(a), toAscii(b)] as const;
    const put = SETTINGS[pick(SETTINGS.length)] ?? String;
    return { reference: put(latex[0]), answer: put(latex[1]), sympy: ascii, scalars: { latex, ascii } };
  },
});

/** Elementary functions of two variables. */
export const expression: Kind<Expression> = kind(expressions(leaf, 3));

/** Complex constants, in Cartesian form and in polar form. */
export const complexNumber: Kind<Expression> = kind(
  fc.oneof(
    { weight: 3, arbitrary: expressions(complexLeaf, 2) },
    { weight: 1, arbitrary: fc.tuple(wholeNumber, phase).map(([r, e]) => binary("multiply", r, e)) },
  ),
);
