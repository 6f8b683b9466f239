import type { Comparison } from "../expression/compare.js";
import type { Expression } from "../expression/expression.js";
import type { Style } from "../expression/style.js";
import type { VerifierPolicy } from "../policy.js";
import type { Random } from "../random.js";

/** What kind of thing an answer is. */
export type AnswerKind =
  | "integer"
  | "rational"
  | "decimal"
  | "percent"
  | "expression"
  | "symbolic"
  | "set"
  | "tuple"
  | "interval"
  | "union"
  | "inequality"
  | "equation"
  | "matrix"
  | "complex"
  | "choice"
  | "quantity"
  | "text";

/** An answer: expressions, and what holds them together. */
export interface Answer {
  readonly kind: AnswerKind;
  /** The expressions in it, from left to right. */
  readonly parts: readonly Expression[];
  /** The brackets of an interval, the unit of a quantity, the letter of a choice: see the kind. */
  readonly mark: string;
}

/** The answer with another expression at a place. Spelt out, since copies of objects of many shapes are slow. */
export function withPart({ kind, parts, mark }: Answer, at: number, part: Expression): Answer {
  const changed = parts.slice();
  changed[at] = part;
  return { kind, parts: changed, mark };
}

/** Whether a policy makes something a law. */
export type PolicyGuard = (policy: VerifierPolicy) => boolean;

/** Another way to write the same answer. */
export interface AnswerForm {
  /** The entry of the catalogue, as `S16`. */
  readonly id: string;
  readonly title: string;
  readonly holds?: PolicyGuard;
  readonly write: (answer: Answer, style: Style, random: Random) => string | undefined;
}

/** A change that makes another answer. */
export interface AnswerMutation {
  readonly id: string;
  readonly title: string;
  readonly holds?: PolicyGuard;
  readonly apply: (answer: Answer, random: Random) => Answer | undefined;
}

/** All that there is to know of a kind of answers. */
export interface KindDefinition {
  readonly kind: AnswerKind;
  readonly generate: (random: Random) => Answer;
  readonly print: (answer: Answer, style: Style) => string;
  readonly compare: (a: Answer, b: Answer) => Comparison;
  readonly forms: readonly AnswerForm[];
  readonly mutations: readonly AnswerMutation[];
}
