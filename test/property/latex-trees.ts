import fc from "fast-check";
import { children, type FunctionName, type Node, type RelationOperator } from "../../src/math/ast.js";
import { parse } from "../../src/math/latex/index.js";

const number = (literal: string): Node => {
  const node = parse(literal);
  if (node.kind === "failure") throw new Error(`${literal} is no number`);
  return node;
};

const LITERALS = [
  "0",
  "1",
  "2",
  "17",
  "1000",
  "0.5",
  ".25",
  "05",
  "1.6e-19",
  "2e3",
  "0.(3)",
  "0.1(6)",
  "101_2",
  "1A_16",
];
const NAMES = [
  "x",
  "y",
  "n",
  "k",
  "x_1",
  "x_ij",
  "a_n+1",
  "alpha",
  "theta_23",
  "x'",
  "y''",
  "x_1'",
  "vec(v)",
  "hat(i)",
  "f",
  "C",
  "foo",
];
const WORDS = ["Alice", "no solution", "5 March", "yes"];
const UNITS = ["cm", "km/h", "cm^2", "$", "$ million", "apples", "min"];
const UNARY: readonly FunctionName[] = [
  "sin", "asin", "acsc", "tanh", "acosh", "ln", "log", "floor", "ceil", "round", "sign", "factorial", "double_factorial",
  "re", "im", "arg", "conjugate", "transpose", "norm", "trace", "degrees", "percent", "not",
]; // prettier-ignore
const BINARY: readonly FunctionName[] = ["log", "root", "binomial", "permutations", "mod"];
const MANY: readonly FunctionName[] = ["gcd", "lcm", "max", "min"];
const RELATIONS: readonly RelationOperator[] = [
  "=", "!=", "<", "<=", ">", ">=", "~", "in", "not_in", "subset", "subset_eq", "maps_to", "implies", "equivalent",
  "divides", "parallel", "perpendicular",
]; // prettier-ignore

const leaf: fc.Arbitrary<Node> = fc.oneof(
  fc.constantFrom(...LITERALS).map(number),
  fc.constantFrom(...NAMES).map((name): Node => ({ kind: "symbol", name })),
  fc.constantFrom("pi", "e", "i", "infinity").map((name): Node => ({ kind: "constant", name })),
  fc.constantFrom(...WORDS).map((text): Node => ({ kind: "text", text })),
  fc
    .tuple(
      fc.constantFrom("N", "Z", "Q", "R", "C", "P"),
      fc.constantFrom("all", "positive", "nonzero", "nonnegative"),
    )
    .map(([name, part]): Node => ({ kind: "number_set", name, part })),
);

const several = (node: fc.Arbitrary<Node>): fc.Arbitrary<Node[]> =>
  fc.array(node, { minLength: 2, maxLength: 3 });

/** Trees of every kind, as the parser could build them. */
export const tree: fc.Arbitrary<Node> = fc.letrec<{ node: Node }>((tie) => {
  const node = tie("node");
  const call = (name: FunctionName, args: readonly Node[]): Node => ({ kind: "call", name, args });
  const relation = fc
    .array(fc.tuple(fc.constantFrom(...RELATIONS), node), { minLength: 1, maxLength: 2 })
    .chain((links) =>
      node.map((first): Node => ({
        kind: "relation",
        operands: [first, ...links.map(([, operand]) => operand)],
        operators: links.map(([operator]) => operator),
      })),
    );
  return {
    node: fc.oneof(
      { maxDepth: 4 },
      leaf,
      several(node).map((terms): Node => ({ kind: "sum", terms })),
      several(node).map((factors): Node => ({ kind: "product", factors })),
      node.map((operand): Node => ({ kind: "negation", operand })),
      fc
        .tuple(node, fc.constantFrom(1 as const, -1 as const))
        .map(([operand, sign]): Node => ({ kind: "plus_minus", sign, operand })),
      fc
        .tuple(node, node)
        .map(([numerator, denominator]): Node => ({ kind: "quotient", numerator, denominator })),
      fc.tuple(node, node).map(([base, exponent]): Node => ({ kind: "power", base, exponent })),
      fc.tuple(fc.constantFrom(...UNARY), node).map(([name, argument]) => call(name, [argument])),
      fc.tuple(fc.constantFrom(...BINARY), node, node).map(([name, a, b]) => call(name, [a, b])),
      fc.tuple(fc.constantFrom(...MANY), several(node)).map(([name, args]) => call(name, args)),
      fc
        .tuple(fc.constantFrom("f", "g'", "P", "f^-1", "foo", "H_n"), fc.array(node, { maxLength: 2 }))
        .map(([name, args]): Node => ({ kind: "application", name, args })),
      fc
        .tuple(fc.constantFrom("sum", "product"), node, node, node)
        .map(([operator, body, lower, upper]): Node => ({
          kind: "big_operator",
          operator,
          variable: "k",
          body,
          lower,
          upper,
        })),
      fc.tuple(node, fc.option(node), fc.option(node)).map(([body, lower, upper]): Node => ({
        kind: "big_operator",
        operator: "integral",
        variable: "x",
        body,
        lower,
        upper,
      })),
      fc
        .tuple(fc.constantFrom("limit", "limit_left", "limit_right"), node, node)
        .map(([operator, body, lower]): Node => ({
          kind: "big_operator",
          operator,
          variable: "x",
          body,
          lower,
          upper: null,
        })),
      fc
        .tuple(node, fc.integer({ min: 1, max: 3 }))
        .map(([body, order]): Node => ({ kind: "derivative", variable: "x", order, body })),
      fc
        .tuple(node, fc.constantFrom(...UNITS))
        .map(([value, unit]): Node => ({ kind: "quantity", value, unit })),
      several(node).map((parts): Node => ({ kind: "ratio", parts })),
      fc
        .tuple(several(node), fc.boolean())
        .map(([row, column]): Node => ({ kind: "matrix", rows: column ? row.map((cell) => [cell]) : [row] })),
      fc.tuple(node, node, fc.option(node)).map(([value, condition, other]): Node => ({
        kind: "cases",
        branches: [
          { value, condition },
          { value: condition, condition: other },
        ],
      })),
      fc
        .tuple(several(node), fc.constantFrom("(", "["), fc.constantFrom(")", "]"))
        .map(([items, open, close]): Node => ({ kind: "sequence", items, open, close, joined: "comma" })),
      several(node).map((items): Node => ({
        kind: "sequence",
        items,
        open: "<",
        close: ">",
        joined: "comma",
      })),
      several(node).map((items): Node => ({ kind: "sequence", items, open: "", close: "", joined: "or" })),
      fc.array(node, { maxLength: 2 }).map((items): Node => ({ kind: "set", items })),
      fc
        .tuple(node, relation)
        .map(([element, condition]): Node => ({ kind: "set_builder", element, condition })),
      fc
        .tuple(fc.constantFrom("union", "intersection", "difference"), node, node)
        .map(([operator, left, right]): Node => ({ kind: "set_operation", operator, left, right })),
      relation,
    ),
  };
}).node;

/** A set whose only member is a list of alternatives has the same members as the set of them: no text says the first. */
export function isWritable(node: Node): boolean {
  const [only] = node.kind === "set" ? node.items : [];
  const ambiguous =
    node.kind === "set" && node.items.length === 1 && only?.kind === "sequence" && only.open === "";
  return !ambiguous && children(node).every(isWritable);
}

/** What answers are made of, well formed or not. */
const FRAGMENTS = [
  "\\frac", "{", "}", "1", "2", "12", "x", "y", "i", "e", "\\pi", "+", "-", "^", "_", "(", ")", "[", "]", "\\{", "\\}", ",",
  ";", "=", "<", "\\le", "\\sin", "\\ln", "\\log", "\\sqrt", "|", "\\left|", "\\right|", "\\|", "!", "%", "'", "/", "*",
  "\\cdot", "\\times", "\\pm", "\\cup", "\\setminus", "\\in", "\\mathbb{R}", "\\infty", "\\text{ cm}", "\\text{or}",
  "\\text{ if }", "\\text{otherwise}", "and", "words here", "\\$", "$", ":", "\\mid", "\\sum_{i=1}^n", "\\int", "dx",
  "\\lim_{x\\to 0}", "\\begin{pmatrix}", "\\end{pmatrix}", "\\begin{cases}", "\\end{cases}", "&", "\\\\", "0.", ".5", "1,000",
  "\\overline{3}", "\\overline", "f", "f(x)", "C", "C_5^2", "^\\circ", "\\langle", "\\rangle", "\\vec{v}", "½", "²", "√", "，",
  " ", ".", "\\frac{d}{dx}", "\\operatorname{foo}", "\\boxed{", "\\mathrm{m}", "cm", "min", "AM", "\\quad", "\\bmod", "\\neg",
]; // prettier-ignore

export const answer: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...FRAGMENTS), { maxLength: 12 })
  .map((parts) => parts.join(""));
