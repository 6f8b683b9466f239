import { describe, expect, it } from "vitest";
import type { Node } from "../../../../src/math/ast.js";
import { printAscii, type PrintOptions } from "../../../../src/math/engines/print-ascii.js";
import {
  call,
  constant,
  derivative,
  negation,
  number,
  power,
  product,
  quotient,
  sqrt,
  sum,
  symbol,
  total,
} from "../../../nodes.js";

function print(node: Node, options: PrintOptions = { dialect: "nerdamer" }): string | null {
  return printAscii(node, new Map(), options);
}

const x = symbol("x");

describe("printAscii", () => {
  it.each([
    ["an integer", number(12), "12"],
    ["a long integer, exactly", number(10n ** 30n + 1n), "1000000000000000000000000000001"],
    ["a fraction, exactly", number(1, 3), "(1/3)"],
    ["a sum with a subtraction", sum(x, negation(number(1))), "(v1+(-1))"],
    ["a power of a negation", power(negation(x), number(2)), "((-v1)^2)"],
    ["a quotient of products", quotient(product(x, x), number(2)), "((v1*v1)/2)"],
    ["constants", product(constant("pi"), constant("e"), constant("i")), "(pi*e*i)"],
    ["a square root", sqrt(number(2)), "sqrt(2)"],
    ["a logarithm with its base", call("log", x, number(2)), "(log(v1)/log(2))"],
    ["a function by its definition", call("acsc", x), "asin(1/v1)"],
    [
      "a bound variable apart from the free one",
      sum(symbol("k"), total(symbol("k"), number(1), number(3))),
      "(v1+sum(w2,w2,1,3))",
    ],
    ["a derivative", derivative(power(x, number(2))), "diff((v1^2),v1,1)"],
  ])("%s", (_name, node, expected) => {
    expect(print(node)).toBe(expected);
  });

  it("gives each engine its own radicals", () => {
    const node = call("root", x, number(3));
    expect(print(node)).toBe("(v1^(1/3))");
    expect(print(node, { dialect: "numeric" })).toBe("root(v1,3)");
  });

  it.each([
    [undefined, null],
    ["e", "(log(v1)/log(e))"],
    [10, "(log(v1)/log(10))"],
  ] as const)("a logarithm without a base, for the base %s", (logBase, expected) => {
    expect(print(call("log", x), { dialect: "mathjs", logBase })).toBe(expected);
  });

  it.each(["f(x):=x^2", "x:=5", "pi", "sum", "v2", "__proto__", "constructor", "x;flush()", ""])(
    "the symbol %j reaches no engine by its name",
    (name) => {
      expect(print(sum(symbol(name), symbol("other"), symbol(name)))).toBe("(v1+v2+v1)");
    },
  );

  it("shares the names of symbols between two expressions", () => {
    const names = new Map<string, string>();
    printAscii(sum(x, symbol("y")), names, { dialect: "mathjs" });
    expect(printAscii(symbol("y"), names, { dialect: "mathjs" })).toBe("v2");
  });

  it.each<[string, Node]>([
    ["infinity", constant("infinity")],
    ["an unknown function", { kind: "application", name: "f", args: [x] }],
    ["words", { kind: "text", text: "none" }],
    ["a set", { kind: "set", items: [x] }],
    ["a sign that is not decided", { kind: "plus_minus", sign: 1, operand: x }],
    ["an inverse function with two conventions", call("acot", x)],
    ["a call with too many arguments", call("sin", x, x)],
    ["a number of a million digits", number(BigInt(`0x${"f".repeat(830_000)}`))],
    ["a text that is too long", sum(...Array.from({ length: 900 }, () => number(123_456)))],
    ["too many nodes", sum(...Array.from({ length: 20_000 }, () => x))],
    ["too deep a nest", Array.from({ length: 5000 }).reduce<Node>((node) => call("sin", node), x)],
    [
      "what multiplies its arguments",
      Array.from({ length: 60 }).reduce<Node>((node) => call("binomial", node, x), x),
    ],
  ])("does not print %s", (_name, node) => {
    expect(print(node)).toBeNull();
  });
});
