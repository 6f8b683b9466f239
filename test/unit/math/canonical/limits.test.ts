import { describe, expect, it } from "vitest";
import { Exhausted, createBudget } from "../../../../src/math/budget.js";
import {
  compareCanonical,
  polynomialIn,
  printCanonical,
  proportion,
  rationalValue,
} from "../../../../src/math/canonical/index.js";
import { expression } from "../expression.js";
import { options } from "./options.js";

const list = (count: number, item: (k: number) => string, joint: string): string =>
  Array.from({ length: count }, (_, k) => item(k)).join(joint);

function nest(depth: number, wrap: (inner: string) => string, seed = "x"): string {
  return Array.from({ length: depth }).reduce<string>((inner) => wrap(inner), seed);
}

const BOMBS: readonly string[] = [
  "(10^8)!",
  "123456789^123456789",
  "(a+b+c+d+g1+h1)^20",
  "sum(k,1,1000,1/k)",
  "integral(x,0,1,sin(x^x)*e^(x^2))",
  "sin(x)^40*cos(x)^40",
  "log(log(log(2^(2^(2^40)),4),8),16)",
  "binomial(10^7,5*10^6)",
  "mod(99999999999999999999999999999999,3^99999999)",
  "sum(k,0,2000,binomial(2000,k)*sqrt(3)^k)",
  "10^(10^(10^10))",
  "9!!!!!!",
  "((9!)!)!",
  "5^(5^(5^(5^5)))",
  "2^(((999983+1/2)^12)^12)",
  "x^((10^400+1)/3)",
  `sqrt(${"9".repeat(3000)})`,
  `(${"9".repeat(5000)})^50`,
  `1/${"9".repeat(4000)}+1/${"7".repeat(4001)}`,
  `gcd(${"1".repeat(3000)},${"7".repeat(3001)})`,
  "sum(k,1,100,sum(j,1,100,sum(l,1,100,k*j*l/(k+j+l))))",
  "product(k,1,500,x+k)",
  nest(100, (inner) => `sin(${inner})`),
  nest(100, (inner) => `sqrt(1+${inner})`),
  nest(400, (inner) => `(-${inner})`),
  nest(40, (inner) => `(${inner}^2+1)`),
  nest(10, (inner) => `derivative(x,${inner})`, "x^x^x"),
  nest(6, (inner) => `limit(x,0,sin(${inner})/x)`),
  "limit(x,0,(sin(x)^20-x^20)/x^40)",
  `(${list(20, (k) => `x${k}`, "+")})^3`,
  list(60, (k) => `(x${k}+1)`, "*"),
  list(30, (k) => `1/(x+${k})`, "+"),
  list(30, (k) => `sin(${k}*x)`, "*"),
  `1/(${list(12, (k) => `sqrt(${k * k + 2})`, "+")})`,
  "root(2,1000000)",
  "x^(10^20)",
  "(x^399-1)/(x^7-1)",
  "tan(20*x)",
  "integral(x,0,1,x^8*e^(x+x*sqrt(2))*sin(x)^8)",
  nest(30, (inner) => `abs(x-${inner})`),
  "x^x^x^x^x^x^x",
];

describe("the budget", () => {
  it.each(BOMBS)("ends %.60s", (source) => {
    const node = expression(source);
    const entries = [
      () => compareCanonical(node, expression("x+1"), options()),
      () => proportion(node, expression("x+1"), options()),
      () => polynomialIn(node, "x", options()),
      () => printCanonical(node, options()),
    ];
    for (const entry of entries) expect(entry).not.toThrow();
    expect(compareCanonical(node, expression("x+1"), options())).not.toBe(true);
    expect(rationalValue(expression(`0*(${source})+1/0`), options())).toBeNull();
  });

  it("that is used up stays used up", () => {
    const budget = createBudget(50);
    expect(compareCanonical(expression("(x+y+z)^9"), expression("x"), options({ budget }))).toBeNull();
    expect(() => budget.spend(1)).toThrow(Exhausted);
  });

  it("is spent by every comparison", () => {
    let spent = 0;
    const budget = { ...createBudget(0), spend: (count: number) => void (spent += count) };
    compareCanonical(expression("(x+1)^2"), expression("x^2+2*x+1"), options({ budget }));
    expect(spent).toBeGreaterThan(5);
  });
});
