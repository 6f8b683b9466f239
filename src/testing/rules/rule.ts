import type { Expression, Operator } from "../expression/expression.js";
import type { Random } from "../random.js";

/**
 * How far a rewriting may be trusted. `exact`: the same value over the reals, and the same domain. `guarded`: so where
 * a condition holds that is read off the tree. `domain`: the same value where both are defined. `mutation`: as a rule
 * another value, to be confirmed. `unsound`: a mutation that many take for a rule.
 */
export type RuleClass = "exact" | "guarded" | "domain" | "mutation" | "unsound";

/** A way to write an expression otherwise, or to spoil it. */
export interface Rule {
  /** The entry of the catalogue, as `E12`. */
  readonly id: string;
  readonly title: string;
  readonly class: RuleClass;
  /** The operators at the top of what it takes; `undefined`: any. */
  readonly ops: () => readonly Operator[] | undefined;
  /** What it makes of an expression; `undefined` if it does not apply. */
  readonly apply: (expression: Expression, random: Random) => Expression | undefined;
  /** An expression that it applies to, most often. */
  readonly example: (random: Random) => Expression;
  /** It holds for real variables, and not for complex ones. */
  readonly isReal: boolean;
}
