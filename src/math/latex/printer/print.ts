import type {
  Node,
  NumberNode,
  NumberSetNode,
  PowerNode,
  RelationNode,
  SequenceNode,
  SetBuilderNode,
  SetNode,
} from "../../ast.js";
import { isBareSequence } from "../nodes.js";
import { printCall } from "./calls.js";
import {
  printBigOperator,
  printCases,
  printDerivative,
  printMatrix,
  printRelationSign,
  printSetOperation,
} from "./operators.js";
import type { Print } from "./print-rules.js";
import { printName } from "./symbols.js";

/** What nothing around can take apart: these never need brackets. */
const ATOMS = new Set<Node["kind"]>([
  "constant",
  "application",
  "matrix",
  "set",
  "number_set",
  "set_builder",
  "cases",
]);
/** What a sign or an operator of a sum in front or behind leaves whole. */
const TERMS = new Set<Node["kind"]>(["product", "quotient", "power", "call", "symbol", "number", "text"]);
/** What a relation sign leaves whole. */
const OPERANDS = new Set<Node["kind"]>([
  "sum",
  "negation",
  "plus_minus",
  "set_operation",
  "quantity",
  "derivative",
]);

function isPlain(node: Node): boolean {
  if (ATOMS.has(node.kind)) return true;
  if (node.kind === "sequence") return node.open !== "";
  if (node.kind === "number") return !node.literal.includes("_");
  return node.kind === "symbol" && !/[_']/.test(node.name);
}

const brackets = (node: Node): string => `\\left(${printLatex(node)}\\right)`;

const PRINT: Print = {
  bracketed: (node) => (node === undefined ? "" : brackets(node)),
  atom: (node) => (node === undefined ? "" : isPlain(node) ? printLatex(node) : brackets(node)),
  term: (node) =>
    node === undefined ? "" : isPlain(node) || TERMS.has(node.kind) ? printLatex(node) : brackets(node),
  operand: (node) =>
    node === undefined
      ? ""
      : isPlain(node) || TERMS.has(node.kind) || OPERANDS.has(node.kind)
        ? printLatex(node)
        : brackets(node),
  item: (node) => (node === undefined ? "" : printLatex(node)),
  items: printItems,
};

function isCommaList(node: Node): boolean {
  return isBareSequence(node) && node.joined === "comma";
}

/** An item of a list; alternatives inside a list keep together in brackets. */
function printItem(node: Node): string {
  return isBareSequence(node) && !isCommaList(node) ? brackets(node) : printLatex(node);
}

/** An item joined by a word; without brackets "1 hour and 30 minutes" is one quantity. */
function printAlternative(node: Node): string {
  return node.kind === "quantity" ? brackets(node) : printItem(node);
}

function printItems(nodes: readonly Node[]): string {
  return nodes.map(printItem).join(nodes.some(isCommaList) ? "; " : ", ");
}

/** A member of a set, where `:` and `\\mid` begin the condition. */
function printMember(node: Node): string {
  const divides = node.kind === "relation" && node.operators.includes("divides");
  return divides || node.kind === "ratio" ? brackets(node) : printItem(node);
}

function printSet({ items }: SetNode): string {
  if (items.length === 0) return "\\emptyset";
  return `\\left\\{${items.map(printMember).join(items.some(isCommaList) ? "; " : ", ")}\\right\\}`;
}

function printSetBuilder({ element, condition }: SetBuilderNode): string {
  return `\\left\\{${printMember(element)} \\mid ${printLatex(condition)}\\right\\}`;
}

function printNumber({ literal }: NumberNode): string {
  const mark = literal.indexOf("_");
  return mark < 0 ? literal : `${literal.slice(0, mark)}_{${literal.slice(mark + 1)}}`;
}

function printPower({ base, exponent }: PowerNode): string {
  const transposing = base.kind === "matrix" && exponent.kind === "symbol" && exponent.name === "T";
  return `${PRINT.atom(base)}^{${transposing ? brackets(exponent) : printLatex(exponent)}}`;
}

const OPENERS: Readonly<Record<SequenceNode["open"], string>> = {
  "": "",
  "(": "\\left(",
  "[": "\\left[",
  "<": "\\left\\langle ",
};

const CLOSERS: Readonly<Record<SequenceNode["close"], string>> = {
  "": "",
  ")": "\\right)",
  "]": "\\right]",
  ">": "\\right\\rangle ",
};

function printSequence({ items, open, close, joined }: SequenceNode): string {
  if (joined !== "comma") return items.map(printAlternative).join(` \\text{ ${joined} } `);
  return OPENERS[open] + printItems(items) + CLOSERS[close];
}

function printRelation({ operands, operators }: RelationNode): string {
  return operands
    .map((operand, index) => {
      const operator = operators[index];
      return PRINT.operand(operand) + (operator === undefined ? "" : ` ${printRelationSign(operator)} `);
    })
    .join("");
}

function printTerms(terms: readonly Node[]): string {
  return terms
    .map((term, index) => {
      if (term.kind === "negation")
        return index === 0 ? PRINT.operand(term) : ` - ${PRINT.term(term.operand)}`;
      if (term.kind === "plus_minus") {
        const sign = term.sign === 1 ? "\\pm" : "\\mp";
        return `${index === 0 ? "" : " "}${sign} ${PRINT.term(term.operand)}`;
      }
      return (index === 0 ? "" : " + ") + PRINT.term(term);
    })
    .join("");
}

const PARTS: Readonly<Record<NumberSetNode["part"], string>> = {
  all: "",
  positive: "^{+}",
  negative: "^{-}",
  nonnegative: "_{\\ge 0}",
  nonzero: "^{*}",
};

const CONSTANTS = { pi: "\\pi", e: "e", i: "i", infinity: "\\infty" } as const;

/** Words, with what TeX would take for its own escaped. */
function printWords(text: string): string {
  return `\\textnormal{${text.replace(/[$%&#_]/g, "\\$&")}}`;
}

type Printers = { readonly [Kind in Node["kind"]]: (node: Extract<Node, { kind: Kind }>) => string };

const PRINTERS: Printers = {
  number: printNumber,
  symbol: ({ name }) => printName(name),
  constant: ({ name }) => CONSTANTS[name],
  sum: ({ terms }) => printTerms(terms),
  negation: ({ operand }) => `-${PRINT.term(operand)}`,
  product: ({ factors }) => factors.map(printFactor).join(" \\cdot "),
  quotient: ({ numerator, denominator }) => `\\frac{${printLatex(numerator)}}{${printLatex(denominator)}}`,
  power: printPower,
  plus_minus: ({ sign, operand }) => `${sign === 1 ? "\\pm" : "\\mp"} ${PRINT.term(operand)}`,
  call: (node) => printCall(node, PRINT),
  application: ({ name, args }) => `\\operatorname{${name}}\\left(${printItems(args)}\\right)`,
  big_operator: (node) => printBigOperator(node, PRINT),
  derivative: (node) => printDerivative(node, PRINT),
  quantity: ({ value, unit }) => `${PRINT.atom(value)}${printWords(unit)}`,
  ratio: ({ parts }) => parts.map((part) => PRINT.term(part)).join(":"),
  matrix: (node) => printMatrix(node, PRINT),
  cases: (node) => printCases(node, PRINT),
  sequence: printSequence,
  set: printSet,
  number_set: ({ name, part }) => `\\mathbb{${name}}${PARTS[part]}`,
  set_operation: (node) => printSetOperation(node, PRINT),
  set_builder: printSetBuilder,
  relation: printRelation,
  text: ({ text }) => printWords(text),
};

/** Factors stand apart: juxtaposed, two could read as a mixed number or an application. */
function printFactor(factor: Node): string {
  if (
    factor.kind === "power" ||
    factor.kind === "call" ||
    factor.kind === "symbol" ||
    factor.kind === "number"
  ) {
    return printLatex(factor);
  }
  return factor.kind === "quotient" ? printLatex(factor) : PRINT.atom(factor);
}

/** LaTeX that parses to exactly this tree. Recurses as deep as the tree, which the parser bounds. */
export function printLatex(node: Node): string {
  const print = PRINTERS[node.kind] as (node: Node) => string;
  return print(node);
}
