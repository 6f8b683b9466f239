import type { CasesNode } from "../ast.js";
import type { ExpressionTier, Outcome } from "./tier.js";

type Branch = CasesNode["branches"][number];

/** Piecewise functions: every branch has one partner with the same value and the same condition. */
export const cases: ExpressionTier = {
  name: "cases",
  decide: (reference, candidate, { equal }) => {
    if (reference.kind !== "cases" || candidate.kind !== "cases") return null;
    if (reference.branches.length !== candidate.branches.length) return false;
    const same = (a: Branch, b: Branch): Outcome => {
      const value = equal(a.value, b.value);
      if (value !== true) return value;
      if (a.condition === null || b.condition === null) return a.condition === b.condition ? true : null;
      return equal(a.condition, b.condition);
    };
    const left = [...candidate.branches];
    for (const branch of reference.branches) {
      const index = left.findIndex((other) => same(branch, other) === true);
      if (index < 0) return left.every((other) => same(branch, other) === false) ? false : null;
      left.splice(index, 1);
    }
    return true;
  },
};
