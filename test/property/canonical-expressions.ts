import fc from "fast-check";
import type { FunctionName, Node } from "../../src/math/ast.js";
import { call, constant, negation, number, power, product, quotient, sum, symbol } from "../nodes.js";

/** Told from others by identity. */
const E: Node = constant("e");

const leaf: fc.Arbitrary<Node> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("x", "y").map(symbol) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }).map(number) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Node>(constant("pi"), E, constant("i")),
  },
);

/** Expressions in which every rewriting rule has something to do. */
export const expression: fc.Arbitrary<Node> = fc.letrec<{ expression: Node }>((tie) => {
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
        .map(([a, n]) => power(a, n < 0 ? negation(number(-n)) : number(n))),
      fc.tuple(inner, fc.constantFrom(2, 3)).map(([a, n]) => call("root", a, number(n))),
      fc
        .tuple(fc.constantFrom<FunctionName>("sin", "cos", "abs", "ln"), inner)
        .map(([name, a]) => call(name, a)),
      inner.map((a) => power(E, a)),
    ),
  };
}).expression;

/** Rewriting rules that keep the value wherever there is one. */
const RULES: readonly ((node: Node, other: Node) => Node)[] = [
  (node, other) => sum(other, node, negation(other)),
  (node) => product(number(1), node),
  (node) => negation(negation(node)),
  (node) => quotient(product(node, number(6)), number(6)),
  (node) => quotient(node, power(E, number(0))),
  (node) => sum(quotient(node, number(3)), product(node, quotient(number(2), number(3)))),
  (node) => (node.kind === "sum" ? { ...node, terms: [...node.terms].reverse() } : node),
  (node) => (node.kind === "product" ? { ...node, factors: [...node.factors].reverse() } : node),
  (node) =>
    node.kind === "quotient" ? product(node.numerator, power(node.denominator, negation(number(1)))) : node,
  (node) =>
    node.kind === "call" && node.name === "sin" && node.args[0]
      ? product(
          number(2),
          call("sin", quotient(node.args[0], number(2))),
          call("cos", quotient(node.args[0], number(2))),
        )
      : node,
  (node) =>
    node.kind === "call" && node.name === "cos" && node.args[0]
      ? sum(
          number(1),
          negation(product(number(2), power(call("sin", quotient(node.args[0], number(2))), number(2)))),
        )
      : node,
  (node) =>
    node.kind === "power" && node.base === E
      ? power(power(E, quotient(node.exponent, number(2))), number(2))
      : node,
];

/** Rewrites the node and, by further choices, its parts. */
export function rewrite(node: Node, choices: readonly number[], at = 0): Node {
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

/** Choices for {@link rewrite}. */
export const choices: fc.Arbitrary<number[]> = fc.array(fc.integer({ min: 0, max: RULES.length + 4 }), {
  minLength: 1,
  maxLength: 12,
});
