import { describe, expect, it } from "vitest";
import { createBudget } from "../../../../src/math/budget.js";
import {
  approximate,
  compareOrder,
  evaluateAt,
  type NumericOptions,
  roundsTo,
  signOf,
  testIdentity,
} from "../../../../src/math/numeric/index.js";
import { expression, numberNode } from "../expression.js";

const options = (logBase: "e" | 10 = "e"): NumericOptions => ({
  budget: createBudget(200_000),
  logBase,
  positive: false,
});
const nines = "9".repeat(3_000);

describe("testIdentity of constants", () => {
  it.each([
    ["sqrt(5 + 2*sqrt(6))", "sqrt(2) + sqrt(3)"],
    ["cos(pi/5)", "(1 + sqrt(5))/4"],
    ["e^(i*pi)", "-1"],
    ["root(-8, 3)", "-2"],
    ["(-8)^(2/3)", "4"],
    ["sqrt(-4)", "2*i"],
    ["ln(-1)", "i*pi"],
    ["ln(-3) - ln(3)", "i*pi"],
    ["log(8, 2)", "3"],
    ["floor(log(8, 2))", "3"],
    ["root(27, 3) + floor(root(27, 3))", "6"],
    ["sin(degrees(30))", "1/2"],
    ["2025!/2024!", "2025"],
    ["20!", "2432902008176640000"],
    ["10^400 + 1", "1 + 10^400"],
    ["(sqrt(2) + sqrt(3))^2 - 5 - 2*sqrt(6)", "0"],
    ["acosh(2)", "ln(2 + sqrt(3))"],
    ["atan(1) + atan(2) + atan(3)", "pi"],
    ["4*atan(1/5) - atan(1/239)", "pi/4"],
    ["det(1, 2, 3; 4, 5, 6; 7, 8, 10)", "-3"],
    ["gcd(12, 18)*lcm(4, 6)", "72"],
    ["mod(-7, 3)", "2"],
    ["sum(k, 1, 10, 1/k)", "7381/2520"],
  ])("takes %s and %s for the same", (a, b) => {
    expect(testIdentity(expression(a), expression(b), options())).toBe(true);
  });

  it.each([
    ["e^(pi*sqrt(163))", "262537412640768744"],
    ["20!", "2432902008176640001"],
    ["2^100", "2^100 + 1"],
    ["10^100 + 1", "10^100"],
    ["10^400", "10^400 + 1"],
    ["1/2004!", "1/2006!"],
    ["2^(-99)", "2^(-98)"],
    ["4.6*10^(-24)", "0"],
    ["1 - 1/e", "1 + 1/e"],
    ["1/3", "0.333"],
    ["tanh(200)", "1"],
    ["atan(10^90)", "pi/2"],
    ["root(-8, 3)", "1 + i*sqrt(3)"],
    ["10^(10^10)", "10^(10^9)"],
    ["sqrt(10^40 + 1)", "10^20"],
    ["e^(-1500*pi)", "e^(-1501*pi)"],
    ["e^(-1500*pi)", "0"],
  ])("tells %s from %s", (a, b) => {
    expect(testIdentity(expression(a), expression(b), options())).toBe(false);
  });

  it.each([
    ["1 + e^(-1500*pi)", "1"],
    ["(1 + e^(-1500*pi))^2", "1"],
    ["atan(e^(3000*pi))", "pi/2"],
  ])("does not take %s for %s where doubles underflow", (a, b) => {
    expect(testIdentity(expression(a), expression(b), options())).toBeNull();
  });

  it("does not confirm what its precision cannot tell apart", () => {
    const root = expression(`sqrt(${nines})`);
    expect(testIdentity(root, expression("10^1500"), options())).toBeNull();
    expect(testIdentity(root, expression(`${nines} + 1`), options())).toBe(false);
  });

  it("reads a bare logarithm as told", () => {
    const [logarithm, two] = [expression("log(100)"), expression("2")];
    expect(testIdentity(logarithm, two, options(10))).toBe(true);
    expect(testIdentity(logarithm, two, options("e"))).toBe(false);
  });
});

describe("signOf and compareOrder", () => {
  it.each([
    ["sqrt(2) - 1.5", -1],
    ["sqrt(8) - 2*sqrt(2)", 0],
    ["e^(pi*sqrt(163)) - 262537412640768744", -1],
    ["10^(-400)", 1],
    ["(1 + i)*(1 - i)", 1],
    ["e^(i*pi)", -1],
    ["i", null],
    ["x", null],
    ["1/0", null],
  ] as const)("gives %s the sign %s", (text, sign) => {
    expect(signOf(expression(text), options())).toBe(sign);
  });

  it.each([
    ["22/7", "pi", 1],
    ["2^100", "2^100 + 1", -1],
    ["e^pi", "pi^e", 1],
    ["sqrt(12)", "2*sqrt(3)", 0],
    ["i", "1", null],
  ] as const)("puts %s to %s as %s", (a, b, order) => {
    expect(compareOrder(expression(a), expression(b), options())).toBe(order);
  });
});

describe("approximate", () => {
  it.each([
    ["pi", Math.PI],
    ["-7/2", -3.5],
    ["10^200/(3*10^200)", 1 / 3],
    ["10^400/10^399", 10],
    ["sqrt(10^30 + 1) - 10^15", 5e-16],
    ["sin(pi)", 0],
  ])("%s is about %d", (text, expected) => {
    const found = approximate(expression(text), options());
    expect(Math.abs((found?.value ?? Number.NaN) - expected)).toBeLessThanOrEqual(
      (found?.error ?? 0) + Math.abs(expected) * 1e-15,
    );
    expect(found?.error).toBeLessThan(1e-11 * Math.max(1e-15, Math.abs(expected)));
  });

  it.each(["i", "x", "1/0", "10^400", "infinity", "((9!)!)!"])("has none for %s", (text) => {
    expect(approximate(expression(text), options())).toBeNull();
  });
});

describe("evaluateAt", () => {
  it("evaluates at given values", () => {
    const values = new Map([
      ["x", 3],
      ["y", -4],
    ]);
    expect(evaluateAt(expression("x^2 + y^2"), values, options())).toEqual({ re: 25, im: 0, error: 0 });
    expect(evaluateAt(expression("sqrt(y)"), values, options())).toMatchObject({ re: 0, im: 2 });
    expect(evaluateAt(expression("x/(y + 4)"), values, options())).toBeNull();
    expect(evaluateAt(expression("z"), values, options())).toBeNull();
    expect(evaluateAt(expression("x"), new Map([["x", Number.POSITIVE_INFINITY]]), options())).toBeNull();
  });
});

describe("roundsTo", () => {
  it.each([
    ["pi", "3.14", 2, true],
    ["pi", "3.15", 2, false],
    ["pi", "3.1416", 4, true],
    ["1/3", "0.333", 3, true],
    ["1/3", "0.333", 4, false],
    ["1/8", "0.13", 2, true],
    ["1/8", "0.12", 2, true],
    ["sqrt(2)", "1.41421356237309504880168872420969807857", 38, true],
    ["sqrt(2)", "1.41421356237309504880168872420969807856", 38, false],
    ["12345", "12000", -3, true],
    ["e^(i*pi)", "0", 0, false],
    ["i", "1", 0, false],
    ["x", "1", 0, null],
  ] as const)("%s as %s to %d places: %s", (text, literal, decimals, verdict) => {
    expect(roundsTo(expression(text), numberNode(literal).value, decimals, options())).toBe(verdict);
  });
});
