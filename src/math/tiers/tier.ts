import type { Answer } from "../answer.js";
import type { Node } from "../ast.js";
import type { NumericOptions } from "../numeric/index.js";
import type { Policy } from "../policy.js";

/** What a tier decided: equal, different, or nothing (`null`), which passes the pair on. */
export type Outcome = boolean | null;

/** What the tiers of one comparison share. */
export interface Context {
  readonly policy: Policy;
  /** What algebra and evaluation go by: the one budget of the verdict, and this reading of the pair. */
  readonly arithmetic: NumericOptions;
  /** Compares two parts of the answers by all expression tiers. */
  readonly equal: (reference: Node, candidate: Node) => Outcome;
}

/** Compares two answers as they are written; parts of them may be compared by all tiers. */
export interface TextTier {
  /** Stands as `by` in the verdicts of this tier. */
  readonly name: string;
  readonly decide: (
    reference: Answer,
    candidate: Answer,
    policy: Policy,
    decideTexts: (reference: string, candidate: string) => Outcome,
  ) => Outcome;
}

/**
 * Compares two expressions. Pure. May throw `Exhausted`, which is caught where the tiers are run. Decides only what
 * it can prove, or what a stated rule of the {@link Policy} says.
 */
export interface ExpressionTier {
  /** Stands as `by` in the verdicts of this tier. */
  readonly name: string;
  readonly decide: (reference: Node, candidate: Node, context: Context) => Outcome;
}
