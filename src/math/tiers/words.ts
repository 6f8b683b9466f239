import type { Node, SequenceNode } from "../ast.js";
import { compareWords } from "../words/index.js";
import type { ExpressionTier, TextTier } from "./tier.js";

/** Longer texts are only compared as they are. */
const MAX_LENGTH = 300;

/** The same words, whatever the case, the articles and the markup. Other words may still be symbols: `ab` is `ba`. */
export const words: TextTier = {
  name: "words",
  decide: ({ text: a }, { text: b }) => {
    if (a.length > MAX_LENGTH || b.length > MAX_LENGTH) return null;
    return compareWords(a, b) === true ? true : null;
  },
};

const NUMBER_SETS: ReadonlyMap<string, string> = new Map([
  ["R all", "all real numbers"],
  ["Z all", "all integers"],
  ["Q all", "all rational numbers"],
  ["C all", "all complex numbers"],
  ["N all", "all natural numbers"],
  ["Z positive", "all positive integers"],
  ["N positive", "all positive integers"],
  ["N nonzero", "all positive integers"],
  ["Z nonnegative", "all nonnegative integers"],
  ["Z negative", "all negative integers"],
]);

/** `(-\infty, \infty)`. */
function isRealLine({ items, open }: SequenceNode): boolean {
  const [low, high, ...others] = items;
  const isInfinite = (node: Node | undefined): boolean =>
    node?.kind === "constant" && node.name === "infinity";
  const isDownward = low?.kind === "negation" && isInfinite(low.operand);
  return open === "(" && isDownward && isInfinite(high) && others.length === 0;
}

/** The words that an expression may be meant as: `odd` is written like the product of three symbols. */
function toText(node: Node): string | null {
  switch (node.kind) {
    case "text":
      return node.text;
    case "symbol":
    case "constant":
      return node.name;
    case "number":
      return node.literal;
    case "product": {
      const parts = node.factors.map(toText);
      return parts.every((part) => part !== null) ? parts.join("") : null;
    }
    case "number_set":
      return NUMBER_SETS.get(`${node.name} ${node.part}`) ?? null;
    case "sequence":
      return isRealLine(node) ? "all real numbers" : null;
    case "set":
      return node.items.length === 0 ? "∅" : null;
    default:
      return null;
  }
}

/** Words inside an expression, and words against an expression: only the same words are equal. */
export const text: ExpressionTier = {
  name: "text",
  decide: (reference, candidate) => {
    if (reference.kind !== "text" && candidate.kind !== "text") return null;
    const [a, b] = [toText(reference), toText(candidate)];
    return a !== null && b !== null && (a.trim() === b.trim() || compareWords(a, b) === true);
  },
};
