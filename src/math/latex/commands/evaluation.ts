import { children, type Node } from "../../ast.js";
import { contains, mapChildren } from "../../transform.js";
import { negation } from "../nodes.js";
import { enclosed, fail, type Parser, peek } from "../parser.js";
import { scriptBounds } from "./bounds.js";
import type { CommandTable } from "./command.js";

const isSymbolNode = (node: Node): boolean => node.kind === "symbol";

function collectVariables(node: Node, names: Set<string>): Set<string> {
  if (node.kind === "symbol") names.add(node.name);
  for (const child of children(node)) collectVariables(child, names);
  return names;
}

function substitute(node: Node, variable: string, value: Node): Node {
  if (node.kind === "symbol") return node.name === variable ? value : node;
  return mapChildren(node, (child) => substitute(child, variable, value));
}

interface Point {
  /** `null` if it was not written. */
  readonly variable: string | null;
  readonly value: Node;
}

/** `2`, or `x = 2`. A value with variables could grow without bound. */
function pointOf(p: Parser, bound: Node): Point {
  if (contains(bound, isSymbolNode) && bound.kind !== "relation") fail(p, "unclear_evaluation");
  if (bound.kind !== "relation") return { variable: null, value: bound };
  const [left, value] = bound.operands;
  const assigns = left?.kind === "symbol" && bound.operators.join("") === "=";
  if (!assigns || value === undefined || contains(value, isSymbolNode)) fail(p, "unclear_evaluation");
  return { variable: left.name, value };
}

const BINDING = new Set<Node["kind"]>(["big_operator", "derivative", "application", "set_builder"]);

/** The variable that the points name, or the only one that there is; with two points there must be no other. */
function variableOf(p: Parser, body: Node, points: readonly Point[]): string {
  const variables = [...collectVariables(body, new Set())];
  const named = points.map(({ variable }) => variable).filter((variable) => variable !== null);
  const variable = named[0] ?? variables[0];
  const alone = variables.length === 1 || (points.length === 1 && named.length === 1);
  if (variable === undefined || !alone || named.some((name) => name !== variable))
    fail(p, "unclear_evaluation");
  return variable;
}

function evaluationOf(p: Parser, body: Node, bounds: readonly Node[]): Node {
  if (contains(body, ({ kind }) => BINDING.has(kind))) fail(p, "unclear_evaluation");
  const points = bounds.map((bound) => pointOf(p, bound));
  const variable = variableOf(p, body, points);
  const [below, above] = points.map(({ value }) => substitute(body, variable, value));
  if (below === undefined) fail(p, "unclear_evaluation");
  return above === undefined ? below : { kind: "sum", terms: [above, negation(below)] };
}

/** `\left. x^2 \right|_0^1`, the value at 1 less that at 0, and `\left. x^2 \right|_{x=3}`. */
function evaluation(p: Parser): Node {
  const body = enclosed(p, "none", p.grammar.list);
  if (peek(p).kind !== "close_bar") fail(p, "unbalanced");
  p.position++;
  const { lower, upper } = scriptBounds(p);
  if (lower === null) fail(p, "unclear_evaluation");
  return evaluationOf(p, body, upper === null ? [lower] : [lower, upper]);
}

/** The scanner puts this command where a `\left.` stands that a `\right|` closes. */
export const EVALUATED = "left.";

export const EVALUATION: CommandTable = new Map([[EVALUATED, evaluation]]);
