import type { Node } from "../../../../src/math/ast.js";
import { parse, type ParseFailure } from "../../../../src/math/latex/index.js";

const list = (nodes: readonly Node[], separator = " "): string => nodes.map(outline).join(separator);

const OUTLINES: { readonly [Kind in Node["kind"]]: (node: Extract<Node, { kind: Kind }>) => string } = {
  number: ({ literal }) => literal,
  symbol: ({ name }) => name,
  constant: ({ name }) => `#${name}`,
  sum: ({ terms }) => `(+ ${list(terms)})`,
  negation: ({ operand }) => `(- ${outline(operand)})`,
  product: ({ factors }) => `(* ${list(factors)})`,
  quotient: ({ numerator, denominator }) => `(/ ${list([numerator, denominator])})`,
  power: ({ base, exponent }) => `(^ ${list([base, exponent])})`,
  plus_minus: ({ sign, operand }) => `(${sign === 1 ? "±" : "∓"} ${outline(operand)})`,
  call: ({ name, args }) => `${name}(${list(args, ", ")})`,
  application: ({ name, args }) => `@${name}(${list(args, ", ")})`,
  big_operator: ({ operator, variable, lower, upper, body }) =>
    `${operator}[${variable} ${lower ? outline(lower) : "?"} ${upper ? outline(upper) : "?"}](${outline(body)})`,
  derivative: ({ variable, order, body }) => `d${order}/d${variable}(${outline(body)})`,
  quantity: ({ value, unit }) => `${outline(value)} '${unit}'`,
  ratio: ({ parts }) => list(parts, ":"),
  matrix: ({ rows }) => `matrix(${rows.map((row) => list(row)).join("; ")})`,
  cases: ({ branches }) =>
    `cases(${branches.map(({ value, condition }) => `${outline(value)} if ${condition ? outline(condition) : "else"}`).join("; ")})`,
  sequence: ({ items, open, close, joined }) =>
    open === "" ? `${joined}<${list(items, ", ")}>` : `${open}${list(items, ", ")}${close}`,
  set: ({ items }) => `{${list(items, ", ")}}`,
  number_set: ({ name, part }) => `${name}:${part}`,
  set_operation: ({ operator, left, right }) => `(${operator} ${list([left, right])})`,
  set_builder: ({ element, condition }) => `{${outline(element)} | ${outline(condition)}}`,
  relation: ({ operands, operators }) =>
    `[${operands.map((operand, i) => outline(operand) + (operators[i] ? ` ${operators[i]} ` : "")).join("")}]`,
  text: ({ text }) => JSON.stringify(text),
};

/** A tree in one line, for tables of expectations. */
function outline(node: Node): string {
  const print = OUTLINES[node.kind] as (node: Node) => string;
  return print(node);
}

/** What a text parses to, in one line. */
export function outlineOf(source: string): string {
  const result: Node | ParseFailure = parse(source);
  return result.kind === "failure" ? `failure: ${result.reason}` : outline(result);
}
