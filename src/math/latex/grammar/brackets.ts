import type { Node, RelationNode, SequenceNode } from "../../ast.js";
import { isBracedRows, parseBracedRows } from "../commands/environments.js";
import { apply, isBareSequence, itemsOf } from "../nodes.js";
import { accept, enclosed, expect, fail, isCommand, isSymbol, nested, type Parser, peek } from "../parser.js";
import type { Token, TokenKind } from "../scanner/token.js";

function sequence(items: readonly Node[], open: "(" | "[" | "<", close: ")" | "]" | ">"): SequenceNode {
  return { kind: "sequence", items, open, close, joined: "comma" };
}

const BEHIND_INTERVAL: ReadonlySet<string> = new Set([")", "}", "\\}", ",", ";", "cup", "cap", "setminus"]);
const ENDING_KINDS: ReadonlySet<TokenKind> = new Set(["end", "text", "conjunction", "end_environment"]);

/** `[` closes an interval written `[0, 1[` where no factor can follow it. */
export function isReversedClose(p: Parser): boolean {
  const { kind, text } = peek(p, 1);
  return ENDING_KINDS.has(kind) || ((kind === "symbol" || kind === "command") && BEHIND_INTERVAL.has(text));
}

/** The closing bracket, as the round or square one that it stands for. */
function readClose(p: Parser): ")" | "]" {
  if (accept(p, ")")) return ")";
  if (accept(p, "]")) return "]";
  if (isSymbol(peek(p), "[") && isReversedClose(p)) {
    p.position++;
    return ")";
  }
  fail(p, peek(p).kind === "end" ? "unbalanced" : "unexpected_token");
}

/** Brackets around one thing group it; around several they make a tuple, a point or an interval. */
function bracketed(open: "(" | "["): (p: Parser) => Node {
  return (p) => {
    const closing = open === "(" ? ")" : "]";
    if (accept(p, closing)) return sequence([], open, closing);
    const list = enclosed(p, "none", p.grammar.list);
    const close = readClose(p);
    if (isCommaList(list)) return sequence(list.items, open, close);
    if (close !== closing) fail(p, "unbalanced");
    // `(5,)` is neither a number nor a point.
    if (isSymbol(peek(p, -2), ",")) fail(p, "unexpected_token");
    return list;
  };
}

/** `]a, b[`: the bracket that turns away leaves its end out. */
function reversed(p: Parser): Node {
  const items = itemsOf(enclosed(p, "none", p.grammar.list));
  if (items.length < 2) fail(p, "unexpected_token");
  return sequence(items, "(", readClose(p));
}

function angled(p: Parser): Node {
  const items = itemsOf(enclosed(p, "angle", p.grammar.list));
  expect(p, ">");
  if (items.length < 2) fail(p, "unexpected_token");
  return sequence(items, "<", ">");
}

function isSetSeparator(p: Parser): boolean {
  return isSymbol(peek(p), "|") || isSymbol(peek(p), ":") || isCommand(peek(p), "mid");
}

/** The members of a set: also those joined by "and". */
function members(list: Node): readonly Node[] {
  return isBareSequence(list) ? list.items : [list];
}

function set(p: Parser): Node {
  if (accept(p, "\\}")) return { kind: "set", items: [] };
  if (isBracedRows(p)) {
    p.position++;
    const rows = parseBracedRows(p);
    if (isCommand(peek(p), "right.")) p.position++;
    return rows;
  }
  const list = enclosed(p, "set", p.grammar.list);
  if (!isSetSeparator(p)) {
    expect(p, "\\}");
    return { kind: "set", items: members(list) };
  }
  p.position++;
  const condition = enclosed(p, "none", p.grammar.list);
  expect(p, "\\}");
  return { kind: "set_builder", element: list, condition };
}

const SET_COMMANDS = new Set([
  "cup",
  "cap",
  "setminus",
  "smallsetminus",
  "in",
  "notin",
  "subset",
  "subseteq",
  "supset",
  "supseteq",
]);
const COLLECTIONS = new Set<Node["kind"]>([
  "set",
  "sequence",
  "number_set",
  "set_builder",
  "set_operation",
  "symbol",
]);

/** `\{2\}` with its backslashes lost: braces around one value next to a set operator. */
function isBareSet(p: Parser, open: number, content: Node): boolean {
  const before = p.tokens[open - 1];
  const after = peek(p);
  const beside =
    (before?.kind === "command" && SET_COMMANDS.has(before.text)) ||
    (after.kind === "command" &&
      SET_COMMANDS.has(after.text) &&
      after.text !== "in" &&
      after.text !== "notin");
  return beside && !COLLECTIONS.has(content.kind);
}

function isCommaList(node: Node): node is SequenceNode {
  return isBareSequence(node) && node.joined === "comma";
}

/** `{x | 1 < x < 2}`, a set whose braces have lost their backslashes: read as "x divides 1 < x < 2" at first. */
function isMembership(content: Node): content is RelationNode {
  if (content.kind !== "relation" || content.operators.length < 2) return false;
  return content.operators[0] === "divides" && content.operands[0]?.kind === "symbol";
}

function toBuilder({ operands, operators }: RelationNode): Node {
  const condition: Node = { kind: "relation", operands: operands.slice(1), operators: operators.slice(1) };
  return { kind: "set_builder", element: operands[0] as Node, condition };
}

/** Whether the list between two positions is one of groups: `{1}, {2}`. */
function areGroups(p: Parser, start: number, end: number): boolean {
  let depth = 0;
  for (let i = start; i < end; i++) {
    const { text } = p.tokens[i] as Token;
    if (depth === 0 && text !== "{" && text !== ",") return false;
    if (text === "{") depth++;
    else if (text === "}") depth--;
  }
  return depth === 0;
}

/** `{{1}, {2}}`, a set of sets whose braces have lost their backslashes. */
function setOfSets(items: readonly Node[]): Node {
  return {
    kind: "set",
    items: items.map((item) => (item.kind === "set" ? item : { kind: "set", items: [item] })),
  };
}

/**
 * Braces group, but around one value next to a set operator, or around a list that is part of something, they are
 * those of a set.
 */
function group(p: Parser): Node {
  const open = p.position - 1;
  const content = groupContent(p);
  const whole = open === 0 && peek(p).kind === "end";
  if (isCommaList(content)) {
    if (whole && areGroups(p, open + 1, p.position - 1)) return setOfSets(content.items);
    const nests = content.items.some(({ kind }) => kind === "set");
    return whole && !nests ? content : { kind: "set", items: content.items };
  }
  if (whole && isMembership(content)) return toBuilder(content);
  return isBareSet(p, open, content) ? { kind: "set", items: [content] } : content;
}

/** Behind the opening brace of an argument. */
export function parseGroup(p: Parser): Node {
  const content = groupContent(p);
  return isCommaList(content) ? { kind: "set", items: content.items } : content;
}

function groupContent(p: Parser): Node {
  const content = enclosed(p, "none", p.grammar.list);
  expect(p, "}");
  return content;
}

/** Opening symbols, each with what reads on behind it. */
export const BRACKETS: ReadonlyMap<string, (p: Parser) => Node> = new Map([
  ["(", bracketed("(")],
  ["[", bracketed("[")],
  ["]", reversed],
  ["<", angled],
  ["\\{", set],
  ["{", group],
]);

/** Bars around a matrix are its determinant. */
function absolute(content: Node, double: boolean): Node {
  if (double) return apply("norm", [content]);
  return apply(content.kind === "matrix" ? "determinant" : "abs", [content]);
}

/** A plain bar behind a factor opens if none is open and another one follows to close it. */
export function opensBars(p: Parser, bar: string): boolean {
  if (p.bars > 0 || p.enclosure === "set") return false;
  for (let i = p.position + 1; i < p.tokens.length; i++) {
    const token = p.tokens[i];
    if (token?.kind === "symbol" && token.text === bar) return true;
  }
  return false;
}

/** Plain bars: the next one in the place of an operator closes. */
export function parseBars(p: Parser, bar: string): Node {
  p.bars++;
  const content = nested(p, p.grammar.list);
  expect(p, bar);
  p.bars--;
  return absolute(content, bar === "||");
}

/** `\left| … \right|`, and the double bars of a norm. */
export function parseFacingBars(p: Parser): Node {
  const { text } = peek(p, -1);
  const content = enclosed(p, "none", p.grammar.list);
  if (peek(p).kind !== "close_bar") fail(p, "unbalanced");
  p.position++;
  return absolute(content, text === "||");
}
