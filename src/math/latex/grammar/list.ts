import type { Node, RelationOperator, SequenceNode } from "../../ast.js";
import { isBareSequence, symbol } from "../nodes.js";
import { isCommand, isSymbol, type Parser, peek, POWER } from "../parser.js";
import { parseRelation, relationAt } from "./relations.js";

type Joined = SequenceNode["joined"];

/** From loosest to tightest. */
type Separator = ";" | "or" | "and" | ",";

const CLOSING = new Set([")", "]", "}", "\\}", ">", "&", "\\\\"]);

function separatorAt(p: Parser): Separator | null {
  const { kind, text } = peek(p);
  if (kind === "conjunction") return text === "or" ? "or" : "and";
  if (kind !== "symbol") return null;
  return text === ";" || text === "," ? text : null;
}

function endsHere(p: Parser): boolean {
  const token = peek(p);
  return (
    token.kind === "end" ||
    token.kind === "end_environment" ||
    token.kind === "close_bar" ||
    (token.kind === "symbol" && CLOSING.has(token.text)) ||
    isCommand(token, "right.")
  );
}

/** A run such as ", and" separates as its loosest member does. */
function readSeparator(p: Parser): Separator | null {
  let loosest: Separator | null = null;
  for (;;) {
    const separator = separatorAt(p);
    if (separator === null) return loosest;
    if (loosest === null || RANK[separator] < RANK[loosest]) loosest = separator;
    p.position++;
  }
}

const RANK: Readonly<Record<Separator, number>> = { ";": 0, or: 1, and: 2, ",": 3 };

function bare(items: readonly Node[], joined: Joined): Node {
  const [only] = items;
  if (items.length === 1 && only !== undefined) return only;
  return { kind: "sequence", items, open: "", close: "", joined };
}

function isCommaList(node: Node): node is SequenceNode {
  return isBareSequence(node) && node.joined === "comma";
}

/**
 * "1, 2 or 3" is one list of alternatives, but "x=1, y=2 or x=3, y=4" has two: parts that are all lists stay apart,
 * a list among single parts is taken in.
 */
function join(parts: readonly Node[], joined: Joined): Node {
  if (parts.length > 1 && !parts.every(isCommaList)) {
    return bare(
      parts.flatMap((part) => (isCommaList(part) ? part.items : [part])),
      joined,
    );
  }
  return bare(parts, joined);
}

/** The items and what stands between them: grouped by the loosest separator first. */
function group(items: readonly Node[], separators: readonly Separator[]): Node {
  const byComma = split(items, separators, ",", (parts) => bare(parts, "comma"));
  const byAnd = split(byComma.items, byComma.separators, "and", (parts) => join(parts, "and"));
  const byOr = split(byAnd.items, byAnd.separators, "or", (parts) => join(parts, "or"));
  return bare(byOr.items, "comma");
}

interface Split {
  readonly items: readonly Node[];
  readonly separators: readonly Separator[];
}

/** Joins the neighbours that `separator` separates; the looser separators stay. */
function split(
  items: readonly Node[],
  separators: readonly Separator[],
  separator: Separator,
  combine: (parts: readonly Node[]) => Node,
): Split {
  const joined: Node[] = [];
  const left: Separator[] = [];
  let run: Node[] = [];
  items.forEach((item, index) => {
    run.push(item);
    const behind = separators[index];
    if (behind === separator) return;
    joined.push(combine(run));
    run = [];
    if (behind !== undefined) left.push(behind);
  });
  return { items: joined, separators: left };
}

const INEQUALITIES = new Set<RelationOperator | null>(["<", "<=", ">", ">=", "!="]);

/** Whether an inequality without its left side comes next, and no vector `<1, 2>`. */
function startsNameless(p: Parser): boolean {
  if (p.depth > 0 || !INEQUALITIES.has(relationAt(p))) return false;
  return !isSymbol(peek(p), "<") || !p.tokens.slice(p.position).some((token) => isSymbol(token, ">"));
}

/** `\le 3` is about something that has no name. */
function parseItem(p: Parser): Node {
  return startsNameless(p) ? parseRelation(p, symbol("")) : p.grammar.expression(p, POWER.RELATION);
}

/** Items up to a closing token, which stays. A separator in front of it is ignored. */
export function parseList(p: Parser): Node {
  readSeparator(p);
  const first = parseItem(p);
  if (separatorAt(p) === null) return first;
  const items: Node[] = [first];
  const separators: Separator[] = [];
  for (;;) {
    const separator = readSeparator(p);
    if (separator === null || endsHere(p) || isSymbol(peek(p), ".")) break;
    separators.push(separator);
    items.push(parseItem(p));
  }
  return group(items, separators);
}
