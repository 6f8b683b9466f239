import type {
  BigOperatorNode,
  CasesNode,
  DerivativeNode,
  MatrixNode,
  Node,
  RelationOperator,
  SetOperationNode,
} from "../../ast.js";
import type { Print } from "./print-rules.js";
import { printName } from "./symbols.js";

const RELATION_SIGNS: Readonly<Record<RelationOperator, string>> = {
  "=": "=",
  "!=": "\\ne",
  "<": "<",
  "<=": "\\le",
  ">": ">",
  ">=": "\\ge",
  "~": "\\approx",
  in: "\\in",
  not_in: "\\notin",
  subset: "\\subset",
  subset_eq: "\\subseteq",
  maps_to: "\\to",
  implies: "\\implies",
  equivalent: "\\iff",
  divides: "\\mid",
  parallel: "\\parallel",
  perpendicular: "\\perp",
};

export function printRelationSign(operator: RelationOperator): string {
  return RELATION_SIGNS[operator];
}

const SET_SIGNS: Readonly<Record<SetOperationNode["operator"], string>> = {
  union: "\\cup",
  intersection: "\\cap",
  difference: "\\setminus",
  cartesian: "\\times",
};

export function printSetOperation({ operator, left, right }: SetOperationNode, print: Print): string {
  return `${print.atom(left)} ${SET_SIGNS[operator]} ${print.atom(right)}`;
}

const BIG_SIGNS: Readonly<Record<BigOperatorNode["operator"], string>> = {
  sum: "\\sum",
  product: "\\prod",
  integral: "\\int",
  union: "\\bigcup",
  intersection: "\\bigcap",
  limit: "\\lim",
  limit_left: "\\lim",
  limit_right: "\\lim",
};

function printIntegral({ lower, upper, body, variable }: BigOperatorNode, print: Print): string {
  const from = lower === null ? "" : `_{${print.item(lower)}}`;
  const to = upper === null ? "" : `^{${print.item(upper)}}`;
  return `\\int${from}${to} ${print.bracketed(body)}\\,d${printName(variable)}`;
}

function limitPoint({ operator, lower }: BigOperatorNode, print: Print): string {
  if (lower === null) return "";
  if (operator === "limit") return print.item(lower);
  const bare = lower.kind === "number" || lower.kind === "symbol" || lower.kind === "constant";
  const point = bare ? print.atom(lower) : print.bracketed(lower);
  return `${point}^{${operator === "limit_left" ? "-" : "+"}}`;
}

function subscript(node: BigOperatorNode, print: Print): string {
  const { operator, variable, lower } = node;
  const limit = operator.startsWith("limit");
  const name = variable === "" ? "" : printName(variable);
  const bound = limit ? limitPoint(node, print) : lower === null ? "" : print.item(lower);
  if (name === "" && bound === "") return "";
  const sign = name === "" || lower === null ? "" : limit ? " \\to " : "=";
  return `_{${name}${sign}${bound}}`;
}

export function printBigOperator(node: BigOperatorNode, print: Print): string {
  if (node.operator === "integral") return printIntegral(node, print);
  const upper = node.upper === null ? "" : `^{${print.item(node.upper)}}`;
  return `${BIG_SIGNS[node.operator]}${subscript(node, print)}${upper} ${print.bracketed(node.body)}`;
}

export function printDerivative({ variable, order, body }: DerivativeNode, print: Print): string {
  const power = order === 1 ? "" : `^{${order}}`;
  return `\\frac{d${power}}{d${printName(variable)}${power}} ${print.bracketed(body)}`;
}

export function printMatrix({ rows }: MatrixNode, print: Print): string {
  const lines = rows.map((row) => row.map((cell) => print.item(cell)).join(" & "));
  return `\\begin{pmatrix} ${lines.join(" \\\\ ")} \\end{pmatrix}`;
}

function printBranch(value: Node, condition: Node | null, print: Print): string {
  return `${print.item(value)} & ${condition === null ? "\\text{otherwise}" : print.item(condition)}`;
}

export function printCases({ branches }: CasesNode, print: Print): string {
  const lines = branches.map(({ value, condition }) => printBranch(value, condition, print));
  return `\\begin{cases} ${lines.join(" \\\\ ")} \\end{cases}`;
}
