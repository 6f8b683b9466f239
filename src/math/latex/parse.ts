import type { Node } from "../ast.js";
import { type ParseFailure, SyntaxFailure } from "./failure.js";
import { GRAMMAR } from "./grammar/grammar.js";
import { formulaOf } from "./described.js";
import { isHeightAtMost } from "./height.js";
import { MAX_SOURCE_LENGTH, MAX_TREE_DEPTH } from "./limits.js";
import { textNode } from "./nodes.js";
import { plainNumber } from "./numbers.js";
import { accept, createParser, fail, isSymbol, type Parser, peek } from "./parser.js";
import { flattenText } from "./scanner/flatten.js";
import { withClauses } from "./clauses/clauses.js";
import { scan } from "./scanner/scan.js";
import type { Token } from "./scanner/token.js";
import { foldUnicode } from "./unicode.js";

const LEADING = new Set(
  "approx bullet therefore implies Rightarrow Longrightarrow rightarrow longrightarrow to".split(" "),
);

/** Signs that may stand in front of an answer and say nothing: `= 5`, `\approx 5`, `\bullet 5`. */
function skipLeadingRelation(p: Parser): void {
  const { kind, text } = peek(p);
  if ((kind === "symbol" && text === "=") || (kind === "command" && LEADING.has(text))) p.position++;
}

function skipTrailing(p: Parser): void {
  while (isSymbol(peek(p), ".") || isSymbol(peek(p), ",") || isSymbol(peek(p), ";")) p.position++;
}

const END_MARKS = new Set(["square", "Box"]);

/** `5 \square`: the end of a proof, which is no part of its answer. */
function withoutEndMark(tokens: readonly Token[]): readonly Token[] {
  const last = tokens[tokens.length - 1];
  const isMark = last !== undefined && last.kind !== "text" && END_MARKS.has(last.text);
  return isMark && tokens.length > 1 ? tokens.slice(0, -1) : tokens;
}

function parseTokens(tokens: readonly Token[]): Node {
  const p = createParser(withoutEndMark(tokens), GRAMMAR);
  skipLeadingRelation(p);
  const node = p.grammar.list(p);
  while (accept(p, "}")) continue;
  skipTrailing(p);
  if (peek(p).kind !== "end") fail(p, "unexpected_token");
  if (tokens.length > MAX_TREE_DEPTH / 3 && !isHeightAtMost(node, MAX_TREE_DEPTH)) fail(p, "too_deep");
  return node;
}

const FINAL = new Set(["too_deep", "too_many_tokens", "too_many_digits", "invalid_character", "empty"]);
/** A word, a command that sets one, a letter of another script, or the sign for "at". */
const WORDS = /[@\u0080-\uffff]|(?<![\\a-zA-Z{])[a-zA-Z]{3,}|\\(?:text|mbox|mathrm)[a-z]*\{/;

/** What is not mathematics but has words is a text. */
function proseOf(source: string, failure: SyntaxFailure): Node | ParseFailure {
  if (!FINAL.has(failure.reason) && WORDS.test(source)) {
    const text = flattenText(source);
    if (text !== "") return textNode(text);
  }
  return { kind: "failure", reason: failure.reason, position: failure.position };
}

/** What words say as a formula, if one says the same; else the words. */
function parseFolded(source: string): Node | ParseFailure {
  const node = parseWritten(source);
  if (node.kind !== "text") return node;
  const formula = formulaOf(node.text) ?? formulaOf(source);
  return formula === null ? node : parseWritten(formula);
}

function parseWritten(source: string): Node | ParseFailure {
  try {
    const tokens = withClauses(scan(source));
    if (tokens.length === 0) return { kind: "failure", reason: "empty", position: 0 };
    return parseTokens(tokens);
  } catch (error) {
    if (error instanceof SyntaxFailure) return proseOf(source, error);
    if (error instanceof RangeError) return { kind: "failure", reason: "too_deep", position: 0 };
    throw error;
  }
}

/**
 * Reads an answer in LaTeX or plain text, well formed or as models write it. Linear in the length of the text, and
 * bounded in size and depth.
 *
 * @returns the tree of what was written; words that are no mathematics are one text node. A failure if the text is
 * empty, beyond the limits, or neither mathematics nor words. Never throws.
 */
export function parse(source: string): Node | ParseFailure {
  if (source.length > MAX_SOURCE_LENGTH)
    return { kind: "failure", reason: "too_long", position: MAX_SOURCE_LENGTH };
  const number = plainNumber(source);
  if (number !== null) return number;
  try {
    return parseFolded(foldUnicode(source));
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    return { kind: "failure", reason: error.reason, position: error.position };
  }
}
