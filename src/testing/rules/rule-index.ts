import type { Expression, Operator } from "../expression/expression.js";
import type { Rule } from "./rule.js";

/** Rules by the operator at the top of what they take. */
export interface RuleIndex {
  /** The rules that may apply to an expression. */
  readonly of: (expression: Expression) => readonly Rule[];
}

/** An index of rules. Those that take anything are listed under each operator. */
export function indexRules(rules: readonly Rule[]): RuleIndex {
  const byOperator = new Map<Operator, readonly Rule[]>();
  return {
    of: ({ op }) => {
      const known = byOperator.get(op);
      if (known !== undefined) return known;
      const found = rules.filter((rule) => rule.ops()?.includes(op) ?? true);
      byOperator.set(op, found);
      return found;
    },
  };
}
