import type { AnswerKind, RewardCheckOptions, RewardTask, VerifierPolicy } from "../../../testing/index.js";
import type { AuditKind } from "../kinds.js";

/** By which laws a reward of this library is audited, unless the command line tells others. */
export interface BuiltinAudit {
  readonly kind: AuditKind;
  /** Of a reward: what it means to do, and rows that it can score. */
  readonly check?: RewardCheckOptions;
  /** The reward's options, where its defaults have none, or mean lengths that make the audit slow. */
  readonly options?: object;
  /** Of a verifier: what it means to do, and the answers that it reads. */
  readonly policy?: Partial<VerifierPolicy>;
  readonly kinds?: readonly AnswerKind[];
}

export type BuiltinAudits = Readonly<Record<string, BuiltinAudit>>;

/** A reward that only the laws of any reward are asked of, and that it tells right completions from wrong ones. */
export const rows = (...tasks: readonly RewardTask[]): BuiltinAudit => ({
  kind: "any",
  check: { tasks },
});

/** A row with a solution, and answers in the element that rewards for answers read. */
export const solved = (
  solution: unknown,
  right: readonly string[],
  wrong: readonly string[],
  columns: Readonly<Record<string, unknown>> = {},
): RewardTask => {
  const tagged = (answers: readonly string[]): readonly string[] =>
    answers.map((answer) => `<answer>${answer}</answer>`);
  return { columns: { solution, ...columns }, right: tagged(right), wrong: tagged(wrong) };
};
