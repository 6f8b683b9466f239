import type { Node, RelationNode } from "../ast.js";
import { freeSymbols } from "../canonical/index.js";
import { isCountedBy, isCountingLetter } from "./family.js";
import { readMembership } from "./membership.js";
import { readAssignment } from "./names.js";

/** Longer lists are compared with all that they say: each remark is held against each statement. */
const MAX_ITEMS = 20;

/** A statement that says of a letter what it is anyway, where it stands for a real number or counts terms. */
interface Remark {
  readonly letter: string;
  readonly kind: "real" | "counting";
}

/** `n \ge 1`, `n > 0`: the first term has the number 0 or 1. */
function readStart({ operands, operators }: RelationNode): Remark | null {
  const [letter, start] = operands;
  if (operators.length !== 1 || letter?.kind !== "symbol" || start?.kind !== "number") return null;
  const isFirst =
    operators[0] === ">=" ? /^[01]$/.test(start.literal) : operators[0] === ">" && start.literal === "0";
  return isFirst ? { letter: letter.name, kind: "counting" } : null;
}

/** `C \in \mathbb{R}`, `n \in \mathbb{N}^*`, `n \ge 1`; `null` for what is no such statement. */
export function readRemark(node: Node): Remark | null {
  if (node.kind !== "relation") return null;
  const { name, set } = readMembership(node) ?? {};
  if (set === undefined) return readStart(node);
  if (name?.kind !== "symbol" || set.kind !== "number_set" || set.part === "negative") return null;
  if (set.name === "R") return set.part === "all" ? { letter: name.name, kind: "real" } : null;
  return set.name === "N" || set.name === "Z" ? { letter: name.name, kind: "counting" } : null;
}

/** `a_n = 2n` */
function isSequenceOf(statement: Node, letter: string): boolean {
  const assignment = statement.kind === "relation" ? readAssignment(statement) : null;
  return assignment !== null && isCountedBy(assignment.name, [letter]);
}

function isIdle({ letter, kind }: Remark, statements: readonly Node[]): boolean {
  if (kind === "counting") return statements.some((statement) => isSequenceOf(statement, letter));
  // One that counts would be an integer.
  return !isCountingLetter(letter) && statements.some((statement) => freeSymbols(statement).has(letter));
}

/**
 * A list without the statements that say nothing of its letters: `Ce^x, C \in \mathbb{R}` and
 * `a_n = 2n, n \in \mathbb{N}^*`. The same node if there are none.
 */
export function withoutRemarks(node: Node): Node {
  if (node.kind !== "sequence" || node.open !== "" || node.items.length > MAX_ITEMS) return node;
  const items = node.items.map(withoutRemarks);
  const statements = items.filter((item) => readRemark(item) === null);
  const kept = items.filter((item) => {
    const remark = readRemark(item);
    return remark === null || !isIdle(remark, statements);
  });
  const [only] = kept;
  if (kept.length === 1 && only !== undefined) return only;
  const isSame = kept.length === node.items.length && kept.every((item, index) => item === node.items[index]);
  return isSame ? node : { ...node, items: kept };
}
