import type { Step } from "../pairs/recipe.js";
import type { Outcome, Question, VerifierItem } from "./target.js";

/**
 * What is asked of rewards: of any (R), of formats (F), lengths (N), repetition (P), code (C), judges (J), sums (W), and
 * the countdown game (T).
 */
type RewardLawId =
  | `R${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`
  | `F${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`
  | `N${1 | 2 | 3 | 4 | 5 | 6}`
  | `P${1 | 2 | 3 | 4 | 5 | 6}`
  | `C${1 | 2 | 3 | 4 | 5 | 6}`
  | `J${1 | 2 | 3 | 4 | 5}`
  | `W${1 | 2 | 3 | 4 | 5}`
  | `T${1 | 2 | 3 | 4 | 5}`;

/** What is asked of either about rollouts that were logged. */
type RolloutLawId = `G${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`;

/**
 * What is asked of verifiers (L, K) and of rewards. That calls end (L12), and return scores in the range (L15), is asked
 * of every call, whatever the law.
 */
export type LawId =
  | RewardLawId
  | RolloutLawId
  | "L1"
  | "L2"
  | "L3"
  | "L4"
  | "L5"
  | "L6"
  | "L7"
  | "L8"
  | "L9"
  | "L10"
  | "L11"
  | "L13"
  | "L14"
  | "L16"
  | "L17"
  | "L18"
  | "L19"
  | "L20"
  | "L21"
  | "L22"
  | "K";

/** The kinds of faults of a report. */
export type FindingType =
  | "falsePositive"
  | "falseNegative"
  | "crash"
  | "hang"
  | "nondeterminism"
  | "asymmetry"
  | "exploit"
  | "contract";

/** What is wrong with the outcomes of a case. */
export interface Failure {
  readonly type: FindingType;
  readonly expected: string;
  readonly actual: string;
}

/** Completions to judge, and what must come of it. */
export interface Case extends Question {
  /** Which of the items is shown in a report. */
  readonly shown: number;
  readonly trace: readonly Step[];
  readonly judge: (outcomes: readonly Outcome[]) => Failure | undefined;
  /** Whether times are judged: a failure then has to show each time, since something else may have been busy. */
  readonly measured?: boolean;
  /** Cases of the same law that are simpler by one thing. */
  readonly simpler: () => Iterable<Case>;
}

/** A law, applied to one entry of the catalogue: a cell of the matrix of what was tested. */
export interface Cell {
  readonly law: LawId;
  /** The entry: `E12`, `S3`, `K31`, or the law itself. */
  readonly id: string;
  readonly title: string;
  /** The kind of answers, or the class of hacks. */
  readonly kind: string;
  /** A case; `undefined` if what was drawn made none. */
  readonly draw: (seed: number) => Case | undefined;
  /** Whether nothing more is asked of what hangs here and cannot be stopped. */
  readonly isLast?: boolean;
  /** Of a completion that earns nothing whatever is asked: other questions, by which is told on how many it is accepted. */
  readonly elsewhere?: (item: VerifierItem) => readonly VerifierItem[];
}

export const describeScore = (outcome: Outcome | undefined): string => {
  if (outcome === undefined) return "nothing";
  if (outcome.type !== "score") return outcome.type === "hang" ? "hang" : outcome.message;
  return outcome.score === null ? "null" : String(outcome.score);
};

/** Whether the outcome is that the answer is right. */
export const isAccepted = (outcome: Outcome | undefined, threshold: number): boolean =>
  outcome?.type === "score" && outcome.score !== null && outcome.score > threshold;

/** The answer is right, and must be accepted. */
export const mustAccept =
  (threshold: number, at = 0): Case["judge"] =>
  (outcomes) =>
    isAccepted(outcomes[at], threshold)
      ? undefined
      : { type: "falseNegative", expected: "accepted", actual: describeScore(outcomes[at]) };

/** The answer is wrong, and must not be accepted. */
export const mustReject =
  (threshold: number, type: FindingType = "falsePositive", at = 0): Case["judge"] =>
  (outcomes) =>
    isAccepted(outcomes[at], threshold)
      ? { type, expected: "rejected", actual: describeScore(outcomes[at]) }
      : undefined;

/** Both or none of two answers must be accepted; `tell` says what was expected of them. */
export const mustAgree =
  (
    threshold: number,
    tell: (first: string, second: string) => { readonly expected: string; readonly actual: string },
  ): Case["judge"] =>
  ([first, second]) =>
    isAccepted(first, threshold) === isAccepted(second, threshold)
      ? undefined
      : { type: "asymmetry", ...tell(describeScore(first), describeScore(second)) };

/** A case of fixed texts. */
export const fixedCase = (items: readonly VerifierItem[], judge: Case["judge"]): Case => ({
  items,
  shown: 0,
  trace: [],
  judge,
  simpler: () => [],
});
