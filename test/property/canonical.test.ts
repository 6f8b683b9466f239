import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Node } from "../../src/math/ast.js";
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
import { number, product, quotient, sum, symbol } from "../nodes.js";
import { choices, expression, rewrite } from "./canonical-expressions.js";
import { evaluate } from "./doubles.js";

const options = (): CanonicalOptions => ({ budget: createBudget(20_000), logBase: "e", positive: false });

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
          sum(rewritten, quotient(number(amount), number(7))),
          product(rewritten, quotient(number(amount + 1), number(amount))),
          sum(rewritten, product(symbol("x"), quotient(number(amount), number(7)))),
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
        const ratio = proportion(product(number(factor), node), node, options());
        expect(ratio ?? rational(BigInt(factor))).toEqual(rational(BigInt(factor)));
      }),
      { numRuns: 1000 },
    );
  });
});
