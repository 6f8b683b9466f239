import { describe, expect, it } from "vitest";
import { compare } from "../../../src/testing/expression/compare.js";
import { evaluate } from "../../../src/testing/expression/evaluate.js";
import type { Expression } from "../../../src/testing/expression/expression.js";
import { exactValue, modularValue } from "../../../src/testing/expression/rational-value.js";
import { pattern } from "../../../src/testing/rules/pattern.js";

const NOTHING = { value: NaN, radius: 0 };
/** `x` is a variable of patterns. */
const read = (text: string): Expression => pattern(text).build({});

describe("evaluate", () => {
  it.each([
    ["2+3*4", 14],
    ["2^10", 1024],
    ["sqrt(49)", 7],
    ["7/8", 7 / 8],
    ["binomial(7, 3)", 35],
    ["6!", 720],
    ["max(3, 5)-1", 4],
    ["x/2", 1.5],
  ])("%s is exact", (text, value) => {
    expect(evaluate(read(text), { x: 3 })).toEqual({ value, radius: 0 });
  });

  it.each([
    ["1/3", 1 / 3],
    ["sqrt(2)", Math.SQRT2],
    ["root(27, 3)", 3],
    ["root(-8, 3)", -2],
    ["ln(7)", Math.log(7)],
    ["exp(2)", Math.exp(2)],
    ["sin(deg(30))", 0.5],
    ["cos(pi/3)", 0.5],
    ["tan(1)", Math.tan(1)],
    ["log(8, 2)", 3],
    ["2^(1/2)", Math.SQRT2],
    ["arctan(1)", Math.PI / 4],
    ["(1/3)^(-2)", 9],
    ["sin(pi)", 0],
  ])("%s lies in a small ball", (text, value) => {
    const { value: middle, radius } = evaluate(read(text), {});
    expect(Math.abs(middle - value)).toBeLessThanOrEqual(radius);
    expect(radius).toBeLessThan(1e-12 * Math.max(1, Math.abs(value)));
    expect(radius).toBeGreaterThan(0);
  });

  it.each(["1/0", "sqrt(-2)", "ln(0)", "ln(-1)", "0^0", "1/(x-3)", "arcsin(2)", "root(-8, 4)"])(
    "%s has no real value",
    (text) => {
      expect(evaluate(read(text), { x: 3 })).toEqual(NOTHING);
    },
  );

  it.each(["1/sin(pi)", "ln(sin(pi))", "exp(exp(exp(9)))", "sqrt(sin(pi))", "y"])(
    "of %s nothing is known",
    (text) => {
      expect(evaluate(read(text), {})).toEqual({ value: NaN, radius: Infinity });
    },
  );
});

describe("compare", () => {
  it.each([
    ["cos(pi/2-0)", "0", "same"],
    ["1/2^54", "1/2^55", "different"],
    ["1/10^20", "0", "different"],
    ["1/3+1/6", "1/2", "same"],
    ["x*(x+1)", "x^2+x", "same"],
    ["sqrt(x^2)", "abs(x)", "same"],
    ["sqrt(x^2)", "x", "different"],
    ["ln(x^2)", "2*ln(x)", "domain"],
    ["x^2", "x^3", "different"],
    ["ln(exp(2))", "2", "same"],
    ["1/(x-x)", "1", "unknown"],
    ["exp(700)", "exp(700)", "unknown"],
  ])("%s and %s: %s", (a, b, comparison) => {
    expect(compare(read(a), read(b))).toBe(comparison);
    expect(compare(read(b), read(a))).toBe(comparison);
  });
});

describe("values of rational expressions", () => {
  it("are exact", () => {
    expect(exactValue(read("(1/3-1/2)^3*6"))).toEqual({ numerator: -1n, denominator: 36n });
    expect(exactValue(read("1/(2-2)"))).toBeUndefined();
    expect(exactValue(read("sqrt(4)"))).toBeUndefined();
  });

  it("agree modulo a prime where the expressions are equal", () => {
    const at = { x: 12345, y: 678 };
    expect(modularValue(read("(x+y)^3"), at)).toBe(modularValue(read("x^3+3*x^2*y+3*x*y^2+y^3"), at));
    expect(modularValue(read("(x+y)^3"), at)).not.toBe(modularValue(read("x^3+y^3"), at));
    expect(modularValue(read("x/3*3"), at)).toBe(12345);
  });
});
