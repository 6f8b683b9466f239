/**
 * What a verifier means to do where tastes differ: it decides which laws are asked of it. What the policy leaves open
 * is not tested.
 */
export interface VerifierPolicy {
  /** Whether answer and reference may change places. */
  readonly symmetric: boolean;
  /** Which of several final answers counts; `reject`: none if they differ. */
  readonly multiple: "last" | "reject" | "any";
  /** Whether thinking that never ends may still hold the answer. */
  readonly unfinishedThink: "reject" | "accept";
  /** `value`: 50\% is 1/2. `literal`: it is 50. `any`: not tested. */
  readonly percent: "value" | "literal" | "any";
  /** `match`: units must agree where both are given, and one of them may be left out. `ignore`: not tested. */
  readonly units: "match" | "ignore";
  /** `ignore`: `x=5` is 5. */
  readonly lhs: "ignore" | "match";
  /** How far a decimal may be from the exact value, relative to it. */
  readonly tolerance: number;
  /** `exact`: `x/x` is not 1. */
  readonly domain: "exact" | "almost-everywhere";
  /** `real`: variables stand for real numbers, so that the root of a square is the number in bars. */
  readonly variables: "real" | "complex";
  /** Whether anything equal is accepted, or only what is worked out. */
  readonly form: "any" | "evaluated";
  /** Whether elements of a set may be written twice. */
  readonly sets: "set" | "multiset";
  /** Whether Unicode signs mean what their LaTeX does. */
  readonly unicode: "lenient" | "strict";
  /** Whether `&minus;5` is −5. */
  readonly entities: "read" | "any";
  /** `any`: `]1,2[` is (1, 2), `101_2` is 5, and `C(5,2)` is 10. `common`: that is not tested. */
  readonly notation: "common" | "any";
  /** The least and the greatest score. */
  readonly range: readonly [min: number, max: number];
  /** A score above it means that the answer is accepted. */
  readonly threshold: number;
  /** How references are written. */
  readonly reference: ReferenceForm;
  /** Where final answers may stand. Most is tried in the first place, and each of the others once. */
  readonly extraction: readonly AnswerPlace[];
}

/** A form in which completions state their answers. */
export type AnswerPlace = "boxed" | "fbox" | "answer-tag" | "hashes" | "final-answer" | "bare";

/** A form in which references are given. */
export type ReferenceForm = "bare" | "dollars" | "boxed";

/** What most math verifiers mean to do; what they disagree about is left open. */
export const DEFAULT_VERIFIER_POLICY: VerifierPolicy = {
  symmetric: true,
  multiple: "last",
  unfinishedThink: "reject",
  percent: "any",
  units: "match",
  lhs: "ignore",
  tolerance: 1e-5,
  domain: "almost-everywhere",
  variables: "complex",
  form: "any",
  sets: "set",
  unicode: "lenient",
  entities: "any",
  notation: "common",
  range: [0, 1],
  threshold: 0.5,
  reference: "bare",
  extraction: ["boxed"],
};
