import { describe, expect, it } from "vitest";
import { createBudget } from "../../../../src/math/budget.js";
import { type NumericOptions, testIdentity } from "../../../../src/math/numeric/index.js";
import { expression } from "../expression.js";

const withBudget = (operations: number, positive = false): NumericOptions => ({
  budget: createBudget(operations),
  logBase: "e",
  positive,
});

type Case = readonly [a: string, b: string];

function expectAll(cases: readonly Case[], verdict: boolean | null, positive = false): void {
  const name = positive ? "%s and %s for positive symbols" : "%s and %s";
  it.each(cases)(name, (a, b) => {
    const [x, y] = [expression(a), expression(b)];
    expect(testIdentity(x, y, withBudget(200_000, positive))).toBe(verdict);
    expect(testIdentity(y, x, withBudget(200_000, positive))).toBe(verdict);
  });
}

describe("testIdentity confirms", () => {
  expectAll(
    [
      ["sin(2*x)", "2*sin(x)*cos(x)"],
      ["sin(x)^2 + cos(x)^2", "1"],
      ["sin(x)^2 + cos(x)^2 - 1", "0"],
      ["x + 0*y", "x"],
      ["(x^2 - 1)/(x - 1)", "x + 1"],
      ["(x - 1)^6", "x^6 - 6*x^5 + 15*x^4 - 20*x^3 + 15*x^2 - 6*x + 1"],
      ["2^x*2^y", "2^(x + y)"],
      ["x^a*x^b", "x^(a + b)"],
      ["tanh(x)", "(e^(2*x) - 1)/(e^(2*x) + 1)"],
      ["det(a, b; c, d)", "a*d - b*c"],
      ["conj(z)*z", "abs(z)^2"],
      ["(e^(i*x) + e^(-i*x))/2", "cos(x)"],
      ["percent(5*x)", "x/20"],
      ["degrees(180*x)", "pi*x"],
    ],
    true,
  );
});

describe("testIdentity tells functions of integers apart", () => {
  expectAll(
    [
      ["gcd(a, b)", "gcd(a, c)"],
      ["gcd(a, b)", "1"],
      ["lcm(a, b)", "a*b"],
      ["gcd(n, 60)", "gcd(n, 6060)"],
      ["(n-1)*(n-2)*(n-3)*(n-4)*(n-5)*(n-6)*(n-7)*(n-8)*(n-9)*(n-10)*(n-11)*(n-12)*(n-13)*n!", "0"],
      ["floor(1/(1 + abs(x)))", "0"],
      ["max(x, -10^9)", "x"],
    ],
    false,
  );
  expectAll(
    [
      ["gcd(a, b)", "gcd(b, a)"],
      ["lcm(a, b)*gcd(a, b)", "a*b"],
    ],
    true,
  );
  expectAll([["sum(k, 1, n, x_k)", "n*x_k"]], null);
});

describe("testIdentity keeps branches apart", () => {
  expectAll(
    [
      ["sqrt(x^2)", "x"],
      ["sqrt(x*y)", "sqrt(x)*sqrt(y)"],
      ["ln(x^2)", "2*ln(x)"],
      ["ln(x*y)", "ln(x) + ln(y)"],
      ["abs(x - 10)", "10 - x"],
      ["sqrt((x - 500)^2)", "500 - x"],
      ["abs(x - 10) + abs(x - 12)", "abs(2*x - 22)"],
      ["max(0, x - 50)", "0"],
      ["(x^2)^(1/2)", "x"],
    ],
    false,
  );
  expectAll(
    [
      ["sqrt(x^2)", "abs(x)"],
      ["sqrt(x^4)", "x^2"],
      ["root(x^3, 3)", "x"],
      ["root(-8*x^3, 3)", "-2*x"],
      ["x^(2/3)", "root(x, 3)^2"],
      ["abs(x*y)", "abs(x)*abs(y)"],
      ["max(a, b)", "(a + b + abs(a - b))/2"],
      ["asin(x) + acos(x)", "pi/2"],
      ["asin(x)", "atan(x/sqrt(1 - x^2))"],
    ],
    true,
  );
  expectAll(
    [
      ["sqrt(x^2)", "x"],
      ["ln(x^2)", "2*ln(x)"],
      ["sqrt(x*y)", "sqrt(x)*sqrt(y)"],
    ],
    true,
    true,
  );
});

describe("testIdentity takes counting symbols for integers", () => {
  expectAll(
    [
      ["(-1)^(n + 1)", "-(-1)^n"],
      ["cos(n*pi)", "(-1)^n"],
      ["binom(n, k)", "n!/(k!*(n - k)!)"],
      ["binom(n, k)", "binom(n, n - k)"],
      ["binom(n, 2)", "n*(n - 1)/2"],
      ["permutations(n, k)", "n!/(n - k)!"],
      ["n!/(n - 1)!", "n"],
      ["(2*n)!/(2^n*n!)", "(2*n - 1)!!"],
      ["sum(k, 1, n, k)", "n*(n + 1)/2"],
      ["sum(k, 0, n, binom(n, k))", "2^n"],
      ["product(k, 1, n, k)", "n!"],
      ["gcd(n, n + 1)", "1"],
    ],
    true,
  );
  expectAll(
    [
      ["n!", "n*(n - 1)"],
      ["binom(n, k)", "binom(n, k + 1)"],
      ["sum(k, 1, n, k)", "n^2/2"],
      ["(-1)^n", "1"],
    ],
    false,
  );
});

describe("testIdentity looks at the points where steps differ", () => {
  expectAll([["mod(x, 1)", "x - floor(x)"]], true);
  expectAll(
    [
      ["floor(x) + floor(-x)", "-1"],
      ["ceil(x)", "floor(x) + 1"],
      ["mod(x, 1)", "0"],
    ],
    false,
  );
});

describe("testIdentity is not fooled by the limits of doubles", () => {
  expectAll(
    [
      ["sin(2*x)", "2*sin(x)*cos(x) + 10^(-20)"],
      ["sin(x)", "sin(x + 10^(-40))"],
      ["x*tanh(100)", "x"],
      ["x", "x*1.0000000000000000000000001"],
      ["x^10000", "x^10001"],
      ["e^(-1000)*x", "e^(-1001)*x"],
      ["pi*x", "3.14159265358979323846*x"],
      ["sin(x)^40", "cos(x)^40"],
    ],
    false,
  );
  expectAll([["x^2000*x", "x^2001"]], true);
});

describe("testIdentity sums series that fall fast, and no others", () => {
  expectAll(
    [
      ["sum(k, 0, infinity, 1/2^k)", "2"],
      ["sum(k, 0, infinity, 1/k!)", "e"],
    ],
    true,
  );
  expectAll([["sum(k, 1, infinity, k/3^k)", "0.75000000001"]], false);
  expectAll([["sum(k, 1, infinity, 1/k^2)", "pi^2/6"]], null);
});

describe("testIdentity leaves unknown functions unknown", () => {
  expectAll(
    [
      ["f_(x) + f_(x)", "2*f_(x)"],
      ["f_(x + x)", "f_(2*x)"],
    ],
    true,
  );
  expectAll(
    [
      ["f_(x)", "f_(y)"],
      ["f_(x)", "g_(x)"],
      ["f_(x + y)", "f_(x) + f_(y)"],
      ["f_(-x)", "f_(x)"],
      ["f_(x, y)", "f_(y, x)"],
    ],
    false,
  );
});

describe("testIdentity knows no answer", () => {
  expectAll(
    [
      ["infinity", "infinity"],
      ["integral(x, 0, 1, x)", "1/2"],
      ["not(x)", "x"],
      ["1/(x - x)", "1/(x - x)"],
      ["transpose(x)", "x"],
      ["acot(-1)", "3*pi/4"],
    ],
    null,
  );

  it.each<Case>([
    ["((9!)!)!", "1"],
    ["10^(10^(10^10))", "(((((9!)!)!)!)!)!"],
    ["sum(k, 1, 1000000, 1/k)", "14"],
    ["(10^8)!", "1"],
    ["binom(10^7, 5*10^6)", "1"],
    ["10^(10^10)", "10^(10^10) + 1"],
    ["sum(l, 1, 1000, sum(j, 1, 1000, sum(k, 1, 1000, 1/(l + j + k))))", "1"],
    ["sin(10^(10^10))", "sin(10^(10^10) + 1)"],
  ])("and finds out within the budget: %s and %s", (a, b) => {
    expect(testIdentity(expression(a), expression(b), withBudget(20_000))).toBeNull();
  });

  it("leaves what it spent spent", () => {
    const options = withBudget(2_000);
    const [a, b] = [expression("sum(l, 1, 1000, sum(j, 1, 1000, l*j))"), expression("1")];
    expect(testIdentity(a, b, options)).toBeNull();
    expect(testIdentity(expression("sin(2*x)"), expression("2*sin(x)*cos(x)"), options)).toBeNull();
  });

  it("however deep the tree is", () => {
    let node = expression("x");
    for (let depth = 0; depth < 50_000; depth++) node = { kind: "negation", operand: node };
    expect(testIdentity(node, expression("x"), withBudget(100_000))).toBeNull();
  });
});

describe("testIdentity takes hostile shapes", () => {
  it("with very many terms", () => {
    const terms = Array.from({ length: 150_000 }, () => expression("x"));
    const wide = expression("sqrt(x)");
    const sum: typeof wide = { kind: "call", name: "ln", args: [{ kind: "sum", terms }] };
    expect(testIdentity(sum, wide, withBudget(100_000))).not.toBe(true);
  });

  expectAll([["sum(k, 1, infinity, floor(20/k))", "66"]], true);
  expectAll([["(10^9000 - 10^9000) + sin(1)", "sin(1)"]], null);
});
