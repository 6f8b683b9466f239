import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FunctionName, Node } from "../../src/math/ast.js";
import { createBudget } from "../../src/math/budget.js";
import {
  compareCanonical,
  polynomialIn,
  printCanonical,
  proportion,
  rationalValue,
  type CanonicalOptions,
} from "../../src/math/canonical/index.js";
import { rational } from "../../src/math/rational.js";
import { evaluate } from "./doubles.js";

const options = (): CanonicalOptions => ({ budget: createBudget(20_000), logBase: "e", positive: false });

const integer = (value: number): Node => ({
  kind: "number",
  value: rational(BigInt(value)),
  literal: String(value),
  decimals: null,
});
const symbol = (name: string): Node => ({ kind: "symbol", name });
const call = (name: FunctionName, ...args: Node[]): Node => ({ kind: "call", name, args });
const sum = (...terms: Node[]): Node => ({ kind: "sum", terms });
const product = (...factors: Node[]): Node => ({ kind: "product", factors });
const negation = (operand: Node): Node => ({ kind: "negation", operand });
const quotient = (numerator: Node, denominator: Node): Node => ({ kind: "quotient", numerator, denominator });
const power = (base: Node, exponent: Node): Node => ({ kind: "power", base, exponent });
const E: Node = { kind: "constant", name: "e" };

const leaf: fc.Arbitrary<Node> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("x", "y").map(symbol) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }).map(integer) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Node>({ kind: "constant", name: "pi" }, E, { kind: "constant", name: "i" }),
  },
);

/** Expressions in which every rewriting rule has something to do. */
const { expression } = fc.letrec<{ expression: Node }>((tie) => {
  const inner = tie("expression");
  return {
    expression: fc.oneof(
      { maxDepth: 4, depthIdentifier: "expression" },
      leaf,
      fc.tuple(inner, inner).map(([a, b]) => sum(a, b)),
      fc.tuple(inner, inner).map(([a, b]) => product(a, b)),
      fc.tuple(inner, inner).map(([a, b]) => quotient(a, b)),
      inner.map(negation),
      fc
        .tuple(inner, fc.integer({ min: -2, max: 3 }))
        .map(([a, n]) => power(a, n < 0 ? negation(integer(-n)) : integer(n))),
      fc.tuple(inner, fc.constantFrom(2, 3)).map(([a, n]) => call("root", a, integer(n))),
      fc
        .tuple(fc.constantFrom<FunctionName>("sin", "cos", "abs", "ln"), inner)
        .map(([name, a]) => call(name, a)),
      inner.map((a) => power(E, a)),
    ),
  };
});

const POINTS = [
  [0.731, 1.379],
  [1.913, 0.457],
  [2.271, 3.137],
  [0.317, 0.889],
] as const;

/** Whether the values of two expressions agree at all points, at none, or cannot be told. */
function oracle(a: Node, b: Node): "same" | "different" | "unknown" {
  let evidence = 0;
  for (const [x, y] of POINTS) {
    const [u, v] = [evaluate(a, x, y), evaluate(b, x, y)];
    const size = Math.hypot(u.re, u.im) + Math.hypot(v.re, v.im);
    if (!(size < 1e9 && size > 1e-6)) continue;
    evidence++;
    if (Math.hypot(u.re - v.re, u.im - v.im) > 1e-4 * size) return "different";
  }
  return evidence >= 2 ? "same" : "unknown";
}

/** Rewriting rules that keep the value wherever there is one. */
const RULES: readonly ((node: Node, other: Node) => Node)[] = [
  (node, other) => sum(other, node, negation(other)),
  (node) => product(integer(1), node),
  (node) => negation(negation(node)),
  (node) => quotient(product(node, integer(6)), integer(6)),
  (node) => quotient(node, power(E, integer(0))),
  (node) => sum(quotient(node, integer(3)), product(node, quotient(integer(2), integer(3)))),
  (node) => (node.kind === "sum" ? { ...node, terms: [...node.terms].reverse() } : node),
  (node) => (node.kind === "product" ? { ...node, factors: [...node.factors].reverse() } : node),
  (node) =>
    node.kind === "quotient" ? product(node.numerator, power(node.denominator, negation(integer(1)))) : node,
  (node) =>
    node.kind === "call" && node.name === "sin" && node.args[0]
      ? product(
          integer(2),
          call("sin", quotient(node.args[0], integer(2))),
          call("cos", quotient(node.args[0], integer(2))),
        )
      : node,
  (node) =>
    node.kind === "call" && node.name === "cos" && node.args[0]
      ? sum(
          integer(1),
          negation(product(integer(2), power(call("sin", quotient(node.args[0], integer(2))), integer(2)))),
        )
      : node,
  (node) =>
    node.kind === "power" && node.base === E
      ? power(power(E, quotient(node.exponent, integer(2))), integer(2))
      : node,
];

/** Rewrites the node and, by further choices, its parts. */
function rewrite(node: Node, choices: readonly number[], at = 0): Node {
  const choice = choices[at % choices.length] ?? 0;
  const inner = (child: Node, k: number): Node => rewrite(child, choices, at * 3 + k + 1);
  const parts = (children: readonly Node[]): Node[] => children.map(inner);
  const rule = RULES[choice];
  const rebuilt = ((): Node => {
    switch (node.kind) {
      case "sum":
        return sum(...parts(node.terms));
      case "product":
        return product(...parts(node.factors));
      case "negation":
        return negation(inner(node.operand, 0));
      case "quotient":
        return quotient(inner(node.numerator, 0), inner(node.denominator, 1));
      case "power":
        return node.base === E
          ? power(E, inner(node.exponent, 0))
          : power(inner(node.base, 0), node.exponent);
      case "call":
        return { ...node, args: [inner(node.args[0] as Node, 0), ...node.args.slice(1)] };
      default:
        return node;
    }
  })();
  return rule === undefined ? rebuilt : rule(rebuilt, symbol("y"));
}

const choices = fc.array(fc.integer({ min: 0, max: RULES.length + 4 }), { minLength: 1, maxLength: 12 });

describe("compareCanonical", () => {
  it("never contradicts an evaluation of unrelated expressions", () => {
    fc.assert(
      fc.property(expression, expression, (a, b) => {
        const expected = oracle(a, b);
        const verdict = compareCanonical(a, b, options());
        if (expected === "different") expect(verdict).not.toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("never tells an expression from a rewriting of itself", () => {
    let [proven, total] = [0, 0];
    fc.assert(
      fc.property(expression, choices, (node, picks) => {
        const verdict = compareCanonical(node, rewrite(node, picks), options());
        expect(verdict).not.toBe(false);
        if (compareCanonical(node, node, options()) === null) return;
        total++;
        if (verdict === true) proven++;
      }),
      { numRuns: 2000 },
    );
    expect(proven / total).toBeGreaterThan(0.9);
  });

  it("never takes a changed expression for the original", () => {
    const change = fc.tuple(fc.constantFrom(0, 1, 2), fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(expression, choices, change, (node, picks, [kind, amount]) => {
        const rewritten = rewrite(node, picks);
        const changed = [
          sum(rewritten, quotient(integer(amount), integer(7))),
          product(rewritten, quotient(integer(amount + 1), integer(amount))),
          sum(rewritten, product(symbol("x"), quotient(integer(amount), integer(7)))),
        ][kind] as Node;
        if (oracle(node, changed) !== "different") return;
        expect(compareCanonical(node, changed, options())).not.toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("proves inequality only of expressions that differ somewhere", () => {
    fc.assert(
      fc.property(expression, choices, choices, (node, first, second) => {
        const [a, b] = [rewrite(node, first), rewrite(node, second)];
        expect(compareCanonical(a, b, options())).not.toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it("is symmetric", () => {
    fc.assert(
      fc.property(expression, expression, (a, b) => {
        expect(compareCanonical(a, b, options())).toBe(compareCanonical(b, a, options()));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("printCanonical and the others", () => {
  it("have an answer for every expression", () => {
    fc.assert(
      fc.property(expression, expression, (a, b) => {
        expect(typeof (printCanonical(a, options()) ?? "")).toBe("string");
        const value = rationalValue(a, options());
        expect(value === null || value.den > 0n).toBe(true);
        const ratio = proportion(a, b, options());
        expect(ratio?.num).not.toBe(0n);
        polynomialIn(a, "x", options());
      }),
      { numRuns: 1000 },
    );
  });

  it("agree with each other", () => {
    fc.assert(
      fc.property(expression, fc.integer({ min: 1, max: 9 }), (node, factor) => {
        const ratio = proportion(product(integer(factor), node), node, options());
        expect(ratio ?? rational(BigInt(factor))).toEqual(rational(BigInt(factor)));
      }),
      { numRuns: 1000 },
    );
  });
});
