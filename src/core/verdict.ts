/**
 * Who is to blame when nothing could be decided. A completion at fault earns the minimum score; a reference or
 * the system at fault gives `null`, and the trainer leaves that row out of its baseline.
 */
export type Fault = "candidate" | "reference" | "system";

/** What a verifier decided about one completion, and by which tier or rule (`by`), or why it could not. */
export type Verdict = DecidedVerdict | UndeterminedVerdict;

/** The answer was compared; `by` names the tier or rule that decided. */
export interface DecidedVerdict {
  readonly status: "correct" | "incorrect";
  readonly by: string;
}

/** No comparison was possible; `reason` is a short snake_case cause such as `no_answer`. */
export interface UndeterminedVerdict {
  readonly status: "undetermined";
  readonly fault: Fault;
  readonly reason: string;
}

/** A verdict that could not be reached. */
export function undetermined(fault: Fault, reason: string): UndeterminedVerdict {
  return { status: "undetermined", fault, reason };
}

/** The short form that travels as `status` over the bridge, `"<fault>:<reason>"`; `null` for a decided verdict. */
export function verdictStatus(verdict: Verdict | undefined): string | null {
  return verdict?.status === "undetermined" ? `${verdict.fault}:${verdict.reason}` : null;
}
