import type { RelationOperator } from "./ast.js";

/** A relation that compares two numbers. */
export type Comparison = "<" | "<=" | ">" | ">=" | "=" | "!=";

/** What a comparison becomes when its sides change places. */
export const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
  "=": "=",
  "!=": "!=",
};

/** Whether a relation compares two numbers. */
export function isComparison(operator: RelationOperator): operator is Comparison {
  return operator in MIRRORED;
}
