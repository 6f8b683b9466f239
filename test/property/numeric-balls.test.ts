import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Node } from "../../src/math/ast.js";
import { createBudget } from "../../src/math/budget.js";
import { createBigField } from "../../src/math/numeric/big-field.js";
import { createDoubleField } from "../../src/math/numeric/double-field.js";
import type { Field } from "../../src/math/numeric/field.js";
import { approximate, type NumericOptions, testIdentity } from "../../src/math/numeric/index.js";

const double = createDoubleField();
const big = createBigField(140);
type Double = typeof double.zero;
type Big = typeof big.zero;

const part = fc.oneof(
  fc.integer({ min: -6, max: 6 }),
  fc.integer({ min: -40, max: 40 }).map((n) => n / 8),
  fc.double({ min: -20, max: 20, noNaN: true }),
  fc.double({ min: -1e-3, max: 1e-3, noNaN: true }),
);
const complex = fc.tuple(part, fc.oneof(fc.constant(0), part));

type Operation = <V>(field: Field<V>, a: V, b: V) => V;
const OPERATIONS: readonly (readonly [string, Operation])[] = [
  ["add", (field, a, b) => field.add(a, b)],
  ["multiply", (field, a, b) => field.multiply(a, b)],
  ["divide", (field, a, b) => field.divide(a, b)],
  ["exp", (field, a) => field.exp(a)],
  ["ln", (field, a) => field.ln(a)],
  ["sin", (field, a) => field.sin(a)],
  ["cos", (field, a) => field.cos(a)],
  ["atan", (field, a) => field.atan(a)],
  ["sqrt", (field, a) => field.sqrt(a)],
  ["abs", (field, a) => field.abs(a)],
];
const operation = fc.constantFrom(...OPERATIONS);

/** How far the true value is from the midpoint of a double ball, at least. */
function distance(found: Double, truth: Big): number {
  const gap = big.abs(big.add(truth, big.fromNumber(-found.re, -found.im)));
  const { re, error } = big.toDouble(gap);
  return re - error;
}

describe("double balls", () => {
  it("hold the values that 40 digits find, through chains of operations", () => {
    const chain = fc.array(fc.tuple(operation, complex), { minLength: 1, maxLength: 6 });
    let compared = 0;
    fc.assert(
      fc.property(complex, chain, ([re, im], steps) => {
        let found = double.fromNumber(re, im);
        let truth = big.fromNumber(re, im);
        for (const [[, apply], [x, y]] of steps) {
          found = apply(double, found, double.fromNumber(x, y));
          truth = apply(big, truth, big.fromNumber(x, y));
          if (!double.isDefined(found) || !big.isDefined(truth)) return;
          compared++;
          expect(distance(found, truth)).toBeLessThanOrEqual(found.err);
        }
      }),
      { numRuns: 1_500 },
    );
    expect(compared).toBeGreaterThan(1_500);
  });
});

describe("big balls", () => {
  const laws: readonly (readonly [string, (a: Big, b: Big) => readonly [Big, Big]])[] = [
    [
      "(a + b) b = ab + bb",
      (a, b) => [big.multiply(big.add(a, b), b), big.add(big.multiply(a, b), big.multiply(b, b))],
    ],
    ["a / b b = a", (a, b) => [big.multiply(big.divide(a, b), b), a]],
    ["e^(a + b) = e^a e^b", (a, b) => [big.exp(big.add(a, b)), big.multiply(big.exp(a), big.exp(b))]],
    ["e^(ln a) = a", (a) => [big.exp(big.ln(a)), a]],
    ["sqrt(a)^2 = a", (a) => [big.multiply(big.sqrt(a), big.sqrt(a)), a]],
    [
      "sin^2 + cos^2 = 1",
      (a) => [big.add(big.multiply(big.sin(a), big.sin(a)), big.multiply(big.cos(a), big.cos(a))), big.one],
    ],
    [
      "tan(atan(re a)) = re a",
      (a) => [big.divide(big.sin(big.atan(big.re(a))), big.cos(big.atan(big.re(a)))), big.re(a)],
    ],
  ];
  it.each(laws)("obey %s", (_, law) => {
    let compared = 0;
    fc.assert(
      fc.property(complex, complex, ([a, b], [c, d]) => {
        const [left, right] = law(big.fromNumber(a, b), big.fromNumber(c, d));
        if (!big.isDefined(left) || !big.isDefined(right)) return;
        compared++;
        expect(big.disjoint(left, right)).toBe(false);
        expect(big.uncertainty(left, right)).toBeLessThan(Math.max(0, big.magnitude(left, right)) - 20);
      }),
    );
    expect(compared).toBeGreaterThan(50);
  });

  it("at one precision hold a part of those at another", () => {
    const coarse = createBigField(90);
    fc.assert(
      fc.property(operation, complex, complex, ([, apply], [a, b], [c, d]) => {
        const rough = apply(coarse, coarse.fromNumber(a, b), coarse.fromNumber(c, d));
        const fine = apply(big, big.fromNumber(a, b), big.fromNumber(c, d));
        expect(coarse.isDefined(rough)).toBe(big.isDefined(fine));
        if (big.isDefined(fine)) expect(big.disjoint(rough, fine)).toBe(false);
      }),
    );
  });
});

const options = (budget = 20_000): NumericOptions => ({
  budget: createBudget(budget),
  logBase: "e",
  positive: false,
});

const number = (value: number): Node => ({
  kind: "number",
  value: { num: BigInt(value), den: 1n },
  literal: String(value),
  decimals: null,
});

const tree: fc.Arbitrary<Node> = fc.letrec<{ tree: Node }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.nat(12).map(number),
    fc.constantFrom("x", "y", "n").map((name): Node => ({ kind: "symbol", name })),
    fc.constantFrom("pi", "e", "i", "infinity").map((name): Node => ({ kind: "constant", name })),
    fc.array(tie("tree"), { minLength: 2, maxLength: 3 }).map((terms): Node => ({ kind: "sum", terms })),
    fc
      .array(tie("tree"), { minLength: 2, maxLength: 3 })
      .map((factors): Node => ({ kind: "product", factors })),
    fc
      .tuple(tie("tree"), tie("tree"))
      .map(([numerator, denominator]): Node => ({ kind: "quotient", numerator, denominator })),
    fc.tuple(tie("tree"), tie("tree")).map(([base, exponent]): Node => ({ kind: "power", base, exponent })),
    fc
      .tuple(
        fc.constantFrom(
          "sin",
          "ln",
          "root",
          "abs",
          "floor",
          "factorial",
          "binomial",
          "gcd",
          "max",
          "mod",
          "acosh",
          "determinant",
          "not",
        ),
        fc.array(tie("tree"), { minLength: 1, maxLength: 2 }),
      )
      .map(([name, args]): Node => ({ kind: "call", name, args })),
    fc.tuple(tie("tree"), tie("tree"), tie("tree")).map(([lower, upper, body]): Node => ({
      kind: "big_operator",
      operator: "sum",
      variable: "n",
      lower,
      upper,
      body,
    })),
  ),
})).tree;

describe("the numeric tests", () => {
  it("are total and deterministic, and never refute an expression against itself", () => {
    fc.assert(
      fc.property(tree, (node) => {
        const verdict = testIdentity(node, node, options());
        expect(verdict).not.toBe(false);
        expect(testIdentity(node, node, options())).toBe(verdict);
      }),
      { numRuns: 300 },
    );
  });

  it("give the same verdict in both orders, unless the budget ends one of them", () => {
    fc.assert(
      fc.property(tree, tree, (a, b) => {
        const verdicts = [testIdentity(a, b, options()), testIdentity(b, a, options())];
        expect(verdicts.includes(true) && verdicts.includes(false)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("tell a constant from its neighbours, however near", () => {
    fc.assert(
      fc.property(tree, fc.integer({ min: 1, max: 120 }), (node, digits) => {
        const tiny: Node = {
          kind: "quotient",
          numerator: number(1),
          denominator: { kind: "power", base: number(10), exponent: number(digits) },
        };
        expect(testIdentity(node, { kind: "sum", terms: [node, tiny] }, options())).not.toBe(true);
        const value = approximate(node, options());
        expect(value === null || Number.isFinite(value.value)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
