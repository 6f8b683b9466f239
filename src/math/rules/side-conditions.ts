import type { Node } from "../ast.js";
import { negation } from "../construct.js";

interface Split {
  readonly statement: Node;
  readonly condition: Node;
}

/** Whether a product ends in a condition in brackets, as `x^2\ (x \ge 0)` does: no relation is a factor. */
export function endsInCondition(node: Node): boolean {
  return node.kind === "product" && node.factors.at(-1)?.kind === "relation";
}

function splitLast(parts: readonly Node[], join: (parts: readonly Node[]) => Node): Split | null {
  const last = parts.at(-1);
  const split = last === undefined ? null : splitCondition(last);
  return split && { ...split, statement: join([...parts.slice(0, -1), split.statement]) };
}

function splitCondition(node: Node): Split | null {
  switch (node.kind) {
    case "product": {
      const condition = node.factors.at(-1);
      if (condition?.kind !== "relation") return null;
      const factors = node.factors.slice(0, -1);
      const [only] = factors;
      const isSingle = factors.length === 1 && only !== undefined;
      return { statement: isSingle ? only : { ...node, factors }, condition };
    }
    case "sum":
      return splitLast(node.terms, (terms) => ({ ...node, terms }));
    case "negation":
      return splitLast([node.operand], ([operand]) => negation(operand as Node));
    case "relation":
      return splitLast(node.operands, (operands) => ({ ...node, operands }));
    default:
      return null;
  }
}

function list(items: readonly Node[]): Node {
  return { kind: "sequence", items, open: "", close: "", joined: "comma" };
}

/** Writes a condition in brackets at the end of an answer as one behind a comma: `y = x^2, x \ge 0`. */
export function withSeparateConditions(node: Node): Node {
  if (node.kind === "sequence" && node.open === "") {
    const split = splitLast(node.items, (items) => ({ ...node, items }));
    return split === null ? node : list([split.statement, split.condition]);
  }
  const split = splitCondition(node);
  return split === null ? node : list([split.statement, split.condition]);
}
