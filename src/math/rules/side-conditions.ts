import type { Node } from "../ast.js";
import { negation } from "../construct.js";

interface Split {
  readonly statement: Node;
  readonly conditions: readonly Node[];
}

/** The conditions that stand in brackets: `(x \ge 0)`, `(a, b \in \mathbb{R})`. */
function conditionsIn(node: Node | undefined): readonly Node[] {
  if (node?.kind === "relation") return [node];
  if (node?.kind !== "sequence" || node.items.at(-1)?.kind !== "relation") return [];
  return node.items.every(({ kind }) => kind === "relation" || kind === "symbol") ? node.items : [];
}

/** Whether a product ends in conditions in brackets, as `x^2\ (x \ge 0)` does: no relation is a factor. */
export function endsInCondition(node: Node): boolean {
  return node.kind === "product" && conditionsIn(node.factors.at(-1)).length > 0;
}

function splitLast(parts: readonly Node[], join: (parts: readonly Node[]) => Node): Split | null {
  const last = parts.at(-1);
  const split = last === undefined ? null : splitCondition(last);
  return split && { ...split, statement: join([...parts.slice(0, -1), split.statement]) };
}

function splitCondition(node: Node): Split | null {
  switch (node.kind) {
    case "product": {
      const conditions = conditionsIn(node.factors.at(-1));
      if (conditions.length === 0) return null;
      const factors = node.factors.slice(0, -1);
      const [only] = factors;
      const isSingle = factors.length === 1 && only !== undefined;
      return { statement: isSingle ? only : { ...node, factors }, conditions };
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
    return split === null ? node : list([split.statement, ...split.conditions]);
  }
  const split = splitCondition(node);
  return split === null ? node : list([split.statement, ...split.conditions]);
}
