import { type CallNode, children, type Node } from "./ast.js";
import { isArbitraryConstant } from "./rules/arbitrary-constants.js";
import { isFigureSign } from "./rules/figures.js";
import { readRemark } from "./rules/remarks.js";
import { endsInCondition } from "./rules/side-conditions.js";
import { RESIDUE_CLASS } from "./residue-class.js";

/** What in an expression can be taken in more than one way. */
export interface Signs {
  /** An inequality that does not say what it is about: `\le 3`. */
  nameless: boolean;
  ellipsis: boolean;
  /** `2 to 3` */
  range: boolean;
  /** The imaginary unit, and the letter that computer algebra systems and engineers write for it. */
  imaginary: boolean;
  imaginaryLetter: "I" | "j" | null;
  residue: boolean;
  percent: boolean;
  degrees: boolean;
  base: boolean;
  bareLog: boolean;
  naturalLog: boolean;
  unit: boolean;
  figure: boolean;
  condition: boolean;
  /** `C \in \mathbb{R}`, `n \ge 1` */
  remark: boolean;
  membership: boolean;
  readonly constants: Set<string>;
}

/** The name of what an inequality without a left side is about. */
export const NAMELESS = "";

const DIGITS_IN_BASE = /^(\d+)_/;

/** The digits of `664_7`; `null` for a number without a base. */
export function digitsInBase(literal: string): string | null {
  return literal.includes("_") ? (DIGITS_IN_BASE.exec(literal)?.[1] ?? null) : null;
}

function noteCall({ name, args }: CallNode, signs: Signs): void {
  signs.percent ||= name === "percent";
  signs.degrees ||= name === "degrees";
  signs.bareLog ||= name === "log" && args.length === 1;
  signs.naturalLog ||= name === "ln";
}

function noteName(name: string, signs: Signs): void {
  if (isArbitraryConstant(name)) signs.constants.add(name);
  else if (name === "I" || name === "j") signs.imaginaryLetter = name;
  else if (name === "ldots") signs.ellipsis = true;
  else if (name === NAMELESS) signs.nameless = true;
  else signs.figure ||= isFigureSign(name);
}

function noteOwn(node: Node, signs: Signs): void {
  switch (node.kind) {
    case "call": {
      noteCall(node, signs);
      return;
    }
    case "number":
      signs.base ||= digitsInBase(node.literal) !== null;
      return;
    case "quantity":
      signs.unit = true;
      return;
    case "product":
      signs.condition ||= endsInCondition(node);
      return;
    case "relation":
      signs.remark ||= readRemark(node) !== null;
      signs.membership ||= node.operators[0] === "in";
      return;
    case "symbol": {
      noteName(node.name, signs);
      return;
    }
    case "constant":
      signs.imaginary ||= node.name === "i";
      return;
    case "application":
      signs.range ||= node.name === "to";
      signs.residue ||= node.name === RESIDUE_CLASS;
      return;
    default:
      return;
  }
}

function note(node: Node, signs: Signs): void {
  noteOwn(node, signs);
  for (const child of children(node)) note(child, signs);
}

/** One walk finds all of them: most expressions have none, and the question is asked of every pair. */
export function signsOf(node: Node): Signs {
  const signs: Signs = {
    nameless: false,
    ellipsis: false,
    range: false,
    imaginary: false,
    imaginaryLetter: null,
    residue: false,
    percent: false,
    degrees: false,
    base: false,
    bareLog: false,
    naturalLog: false,
    unit: false,
    figure: false,
    condition: false,
    remark: false,
    membership: false,
    constants: new Set(),
  };
  note(node, signs);
  return signs;
}
