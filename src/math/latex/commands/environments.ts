import type { CasesNode, Node } from "../../ast.js";
import { apply, itemsOf, textNode } from "../nodes.js";
import { accept, enclosed, fail, isCommand, isSymbol, type Parser, peek } from "../parser.js";

const MATRICES = new Set(["matrix", "pmatrix", "bmatrix", "Bmatrix", "smallmatrix", "array", "tabular"]);
const CASES = new Set(["cases", "dcases", "rcases", "numcases"]);
/** Environments whose rows are formulas; `&` only aligns them. */
export const ALIGNED: ReadonlySet<string> = new Set([
  "aligned",
  "align",
  "gathered",
  "gather",
  "split",
  "equation",
  "eqnarray",
  "alignedat",
]);

type Row = readonly Node[];

const CONDITION_WORDS = new Set(["if", "for", "when", "where", "as", "whenever", "with", "provided"]);
const OTHERWISE = new Set(["otherwise", "else", "elsewhere", "other"]);

function isRowEnd(p: Parser): boolean {
  const token = peek(p);
  return isSymbol(token, "\\\\") || token.kind === "end_environment" || token.kind === "end";
}

/** An empty cell is an empty text. */
function cell(p: Parser): Node {
  if (isSymbol(peek(p), "&") || isRowEnd(p)) return textNode("");
  const node = p.grammar.list(p);
  if (!isSymbol(peek(p), "&") && !isRowEnd(p)) fail(p, "unexpected_token");
  return node;
}

function row(p: Parser): Row {
  const cells = [cell(p)];
  while (accept(p, "&")) cells.push(cell(p));
  return cells;
}

/** Words such as "if" before a condition say nothing; "otherwise" is the condition `null`. */
function condition(p: Parser): Node | null {
  const { kind, text } = peek(p);
  if (kind === "text" && CONDITION_WORDS.has(text.toLowerCase())) p.position++;
  const word = peek(p);
  if (word.kind === "text" && OTHERWISE.has(word.text.toLowerCase())) {
    p.position++;
    return null;
  }
  return isRowEnd(p) ? null : p.grammar.list(p);
}

function branch(p: Parser): CasesNode["branches"][number] {
  const value = p.grammar.list(p);
  const separated = accept(p, "&");
  accept(p, ",");
  if (!separated && isRowEnd(p)) return { value, condition: null };
  return { value, condition: condition(p) };
}

/** Rows up to the end of the environment, which is consumed; blank rows are left out. */
function rows<T>(p: Parser, parseRow: (p: Parser) => T): T[] {
  return enclosed(p, "none", () => {
    const result: T[] = [];
    for (;;) {
      while (accept(p, "\\\\")) continue;
      if (peek(p).kind === "end_environment" || peek(p).kind === "end") break;
      result.push(parseRow(p));
      if (!isRowEnd(p)) fail(p, "unexpected_token");
    }
    p.position++;
    return result;
  });
}

function matrixOf(p: Parser, content: readonly Row[]): Node {
  const width = content[0]?.length ?? 0;
  if (width === 0 || content.some(({ length }) => length !== width)) fail(p, "ragged_matrix");
  return { kind: "matrix", rows: content };
}

/** One row is itself; several hold together. */
function system(p: Parser, lists: readonly Node[]): Node {
  const items = lists.flatMap(itemsOf);
  const [only] = items;
  if (only === undefined) fail(p, "empty");
  return items.length === 1 ? only : { kind: "sequence", items, open: "", close: "", joined: "and" };
}

/** Whether any row says when it holds; without, the rows are equations of a system. */
function hasConditions(p: Parser): boolean {
  for (let offset = 0, depth = 0; ; offset++) {
    const token = peek(p, offset);
    if (token.kind === "begin") depth++;
    if (token.kind === "end" || (token.kind === "end_environment" && depth-- === 0)) return false;
    if (depth === 0 && isSymbol(token, "&")) return true;
  }
}

function casesOf(p: Parser): Node {
  if (!hasConditions(p)) return system(p, rows(p, p.grammar.list));
  const branches = rows(p, branch);
  if (branches.length === 0) fail(p, "empty");
  return { kind: "cases", branches };
}

/** `\begin{name}` has been read. */
export function parseEnvironment(p: Parser, environment: string): Node {
  const name = environment.replace("*", "");
  if (CASES.has(name)) return casesOf(p);
  if (ALIGNED.has(name)) return system(p, rows(p, p.grammar.list));
  if (name === "vmatrix") return apply("determinant", [matrixOf(p, rows(p, row))]);
  if (name === "Vmatrix") return apply("norm", [matrixOf(p, rows(p, row))]);
  if (MATRICES.has(name)) return matrixOf(p, rows(p, row));
  fail(p, "unknown_environment");
}

/** An array behind `\left\{` that no brace closes: cases, or the equations of a system. */
export function parseBracedRows(p: Parser): Node {
  return casesOf(p);
}

/** Whether the environment that comes next is the right side of a lone brace: it ends before `\right.` or the end. */
export function isBracedRows(p: Parser): boolean {
  if (peek(p).kind !== "begin") return false;
  for (let offset = 1, depth = 1; ; offset++) {
    const { kind } = peek(p, offset);
    if (kind === "end") return true;
    if (kind === "begin") depth++;
    if (kind === "end_environment" && --depth === 0) {
      const after = peek(p, offset + 1);
      return after.kind === "end" || isCommand(after, "right.");
    }
  }
}
