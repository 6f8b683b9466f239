import { describe, expect, it } from "vitest";
import type { Node } from "../../../../src/math/ast.js";
import {
  compareCanonical,
  freeSymbols,
  polynomialIn,
  printCanonical,
  proportion,
  rationalValue,
  substitute,
} from "../../../../src/math/canonical/index.js";
import { rational } from "../../../../src/math/rational.js";
import { number } from "../../../nodes.js";
import { expression } from "../expression.js";
import { options } from "./options.js";

describe("rationalValue", () => {
  it.each([
    ["1/2+1/3", 5n, 6n],
    ["(1+sqrt(2))*(1-sqrt(2))", -1n, 1n],
    ["sin(pi/6)", 1n, 2n],
    ["e^(ln(3))", 3n, 1n],
    ["(x+1)-x", 1n, 1n],
    ["5!/3!", 20n, 1n],
  ])("of %s", (source, num, den) => {
    expect(rationalValue(expression(source), options())).toEqual(rational(num, den));
  });

  it.each(["x", "sqrt(2)", "pi", "1/0", "0^0", "7^100000000", "infinity"])("is unknown of %s", (source) => {
    expect(rationalValue(expression(source), options())).toBeNull();
  });
});

describe("proportion", () => {
  it.each([
    ["2*x+4", "x+2", 2n, 1n],
    ["1-x", "x-1", -1n, 1n],
    ["x/3-y/3", "2*x-2*y", 1n, 6n],
    ["(x+1)^2/(x+1)", "3*x+3", 1n, 3n],
  ])("of %s and %s", (a, b, num, den) => {
    expect(proportion(expression(a), expression(b), options())).toEqual(rational(num, den));
  });

  it.each([
    ["x", "y"],
    ["x", "x+1"],
    ["x", "0"],
    ["0", "x"],
    ["0", "0"],
    ["sqrt(2)*x", "x"],
    ["x^2", "x"],
  ])("there is none of %s and %s", (a, b) => {
    expect(proportion(expression(a), expression(b), options())).toBeNull();
  });
});

describe("polynomialIn", () => {
  it.each([
    ["x^2-3*x+2", ["2", "-3", "1"]],
    ["(x-1)*(x+1)", ["-1", "0", "1"]],
    ["a*x+sqrt(2)", ["sqrt(2)", "a"]],
    ["(x^3-x)/x", ["-1", "0", "1"]],
    ["x/(a+1)", ["0", "1/(a+1)"]],
    ["x*sin(t)+cos(t)", ["cos(t)", "sin(t)"]],
    ["5", ["5"]],
  ])("reads the coefficients of %s", (source, expected) => {
    const coefficients = polynomialIn(expression(source), "x", options());
    expect(coefficients).toHaveLength(expected.length);
    expected.forEach((coefficient, power) => {
      const node = coefficients?.[power] as Node;
      expect(compareCanonical(node, expression(coefficient), options())).toBe(true);
      expect([...freeSymbols(node)]).not.toContain("x");
    });
  });

  it.each(["1/x", "sqrt(x)", "sin(x)", "x^5", "abs(x)+1", "2^x", "x/(x+1)", "f(x)"])(
    "refuses %s",
    (source) => {
      expect(polynomialIn(expression(source), "x", options())).toBeNull();
    },
  );

  it("has no coefficients of zero", () => {
    expect(polynomialIn(expression("x-x"), "x", options())).toEqual([]);
  });
});

describe("freeSymbols", () => {
  it.each([
    ["x+y*x", ["x", "y"]],
    ["sum(k,1,n,k*x)", ["n", "x"]],
    ["sum(k,k,n,k)", ["k", "n"]],
    ["f(t)+pi+e", ["t"]],
    ["derivative(x,x^2)", ["x"]],
    ["2", []],
  ])("of %s", (source, expected) => {
    expect([...freeSymbols(expression(source))].sort()).toEqual(expected);
  });
});

describe("substitute", () => {
  it("replaces free occurrences only", () => {
    expect(substitute(expression("x+f(x)*y"), "x", expression("z"))).toEqual(expression("z+f(z)*y"));
    expect(substitute(expression("sum(k,1,k,k)"), "k", number(3))).toEqual(expression("sum(k,1,3,k)"));
  });

  it("keeps the tree that it is given", () => {
    const node = expression("x/2");
    substitute(node, "x", number(1));
    expect(node).toEqual(expression("x/2"));
  });
});

describe("printCanonical", () => {
  it.each([
    ["x^2/2+sqrt(3)", "1/2*x^2 + sqrt(3)"],
    ["(x+1)^2", "x^2 + 2*x + 1"],
    ["1/2+1/3", "5/6"],
    ["sin(2*x)", "sin(2*x)"],
    ["2*sin(x)*cos(x)", "sin(2*x)"],
    ["-x", "-x"],
    ["0*x", "0"],
    ["e^x", "e^x"],
    ["1/(x+1)", "1/(x + 1)"],
    ["2^(1/3)", "root(2, 3)"],
    ["x^-1", "x^(-1)"],
    ["n!", "n!"],
  ])("prints %s as %s", (source, text) => {
    expect(printCanonical(expression(source), options())).toBe(text);
  });

  it("prints nothing for what has no canonical form", () => {
    expect(printCanonical(expression("1/0"), options())).toBeNull();
  });
});

describe("unsupported expressions", () => {
  const text: Node = { kind: "text", text: "none" };
  const set: Node = { kind: "set", items: [number(1)] };
  const quantity: Node = { kind: "quantity", value: number(1), unit: "cm" };
  const plusMinus: Node = { kind: "plus_minus", sign: 1, operand: number(1) };

  it.each([text, set, quantity, plusMinus])("are unknown: $kind", (node) => {
    expect(compareCanonical(node, node, options())).toBeNull();
    expect(rationalValue(node, options())).toBeNull();
    expect(proportion(node, number(1), options())).toBeNull();
    expect(polynomialIn(node, "x", options())).toBeNull();
    expect(printCanonical(node, options())).toBeNull();
  });
});
