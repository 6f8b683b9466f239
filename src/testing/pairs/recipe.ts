import type { Answer, AnswerForm, AnswerMutation } from "../answers/index.js";
import type { Change } from "../rules/index.js";
import type { Layout, StyleForm } from "./surface.js";

/** Whether two answers are equal. */
export type Relation = "equivalent" | "different";

/** A change of one part of an answer. */
export interface PartChange extends Change {
  readonly part: number;
}

/** How a pair of answers is made: what can be left out of it one by one, to find what matters. */
export interface Recipe {
  readonly gold: Answer;
  /** What makes another answer of it: a change of a part, or of the whole. */
  readonly mutation: PartChange | { readonly whole: AnswerMutation; readonly seed: number } | undefined;
  /** Rewritings that keep the value, after the mutation. */
  readonly changes: readonly PartChange[];
  /** Another way to write the answer as a whole. */
  readonly form: { readonly form: AnswerForm; readonly seed: number } | undefined;
  readonly goldStyle: readonly StyleForm[];
  readonly style: readonly StyleForm[];
  readonly layout: Layout | undefined;
}

/** A step on the way from the reference to the candidate. */
export interface Step {
  /** The entry of the catalogue. */
  readonly id: string;
  readonly class: "exact" | "guarded" | "domain" | "mutation" | "unsound" | "surface";
}

/** Two answers, of which is certain whether they are equal. */
export interface AnswerPair {
  readonly gold: Answer;
  readonly candidate: Answer;
  readonly goldLatex: string;
  readonly candidateLatex: string;
  readonly relation: Relation;
  readonly trace: readonly Step[];
}
